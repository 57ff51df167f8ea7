import type { Words } from './words.ts';

/** العربية */
export const AR: Partial<Words> = {
  source: 'المصدر',
  sources: 'المصادر',
  slide: 'شريحة',
  unnumbered: 'شريحة بلا رقم',
  of: '{at} من {count}',
  views: 'طرق العرض',
  reading: 'عرض للقراءة',
  slides: 'الشرائح',
  deck: 'عرض شرائح',
};
