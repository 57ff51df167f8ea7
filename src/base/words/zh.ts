import type { Words } from './words.ts';

/** 中文 */
export const ZH: Partial<Words> = {
  source: '来源',
  sources: '来源',
  slide: '幻灯片',
  unnumbered: '无编号的幻灯片',
  of: '第{at}页，共{count}页',
  views: '视图',
  reading: '阅读视图',
  slides: '幻灯片',
  deck: '演示文稿',
};
