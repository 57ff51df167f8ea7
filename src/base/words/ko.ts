import type { Words } from './words.ts';

/** 한국어 */
export const KO: Partial<Words> = {
  source: '출처',
  sources: '출처',
  slide: '슬라이드',
  unnumbered: '번호 없는 슬라이드',
  of: '{count}장 중 {at}번째',
  views: '보기',
  reading: '읽기용 보기',
  slides: '슬라이드',
  deck: '슬라이드 자료',
};
