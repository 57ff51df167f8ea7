import type { Words } from './words.ts';

/** 日本語 */
export const JA: Partial<Words> = {
  source: '出典',
  sources: '出典',
  slide: 'スライド',
  unnumbered: '番号のないスライド',
  of: '{count}枚中{at}枚目',
  views: '表示',
  reading: '記事として読む',
  slides: 'スライド',
  deck: 'スライド資料',
};
