import { namesBesideDay } from '../../../base/table/month-names.ts';

/** Further languages whose months are read; no two of them call different months the same. */
const LANGUAGES = ['fi', 'tr', 'hu', 'ro', 'el', 'id', 'ca', 'he', 'ar-EG', 'bg'] as const;

/** What Turkish, Greek, Hungarian, Finnish, Romanian, Indonesian, Vietnamese, Hebrew and Arabic say about a date, and the English for it, in turn. */
export const FURTHER_WORDS: readonly (readonly [RegExp, string])[] = [
  // Vietnamese writes months as numbers.
  [/^(?:ngày )?(\d{1,2}) tháng (\d{1,2})(?: năm|,)? (\d{3,4})$/iu, '$3/$2/$1'],
  [/^tháng (\d{1,2})(?: năm|,)? (\d{3,4})$/iu, '$2/$1'],
  [/^năm (?=\d)/iu, ''],
  // Hungarian has the year first, with full stops.
  [/^(\d{3,4})\. (\p{L}{3,})\.? (\d{1,2})\.?$/u, '$3 $2 $1'],
  [/^(\d{3,4})\. (\p{L}{3,})\.?$/u, '$2 $1'],
  // Eras in front of a year.
  [/^(?:M\.? ?Ö\.?|i\. ?e\.|Kr\. ?e\.|î\. ?Hr\.|î\. ?e\. ?n\.) ?(?=\d)(.+)$/iu, '$1 BC'],
  [/^(?:M\.? ?S\.?|i\. ?sz\.|Kr\. ?u\.|d\. ?Hr\.) ?(?=\d)/iu, ''],
  // Eras behind it.
  [
    /(?<=\d|\p{L}) ?(?:π\. ?Χ\.|eaa\.|eKr\.|î\. ?Hr\.|î\. ?e\. ?n\.|SM|TCN|לפנה["״]?ס|לפני הספירה|ק\. ?م\.?|ق\.? ?م\.?|قبل الميلاد)(?= |$)/iu,
    ' BC',
  ],
  [
    /(?<=\d) ?(?:μ\. ?Χ\.|jaa\.|jKr\.|d\. ?Hr\.|e\. ?n\.|לספירה|لميلاد|م\.?|ميلادي(?:ة|ا)?|للميلاد)(?= |$)/iu,
    '',
  ],
  // Centuries.
  [/(\d{1,2})\. ?(?:yüzyıl|század|vuosisata)\p{L}*/iu, '$1th century'],
  [/(?:secolul|sec\.) (?:al )?([IVX]+)(?:-lea)?/iu, '$1th century'],
  [/(\d{1,2})(?:ος|ου) αι(?:ώνας|ώνα|\.)/iu, '$1th century'],
  [/(?:abad ke-?|thế kỷ (?:thứ )?|המאה ה-?|القرن ال?)(\d{1,2})/iu, '$1th century'],
  [/(\d{2}00|\d{3}0)-(?:luku|luvulla|luvun|lar|ler|as évek)(?= |$)/iu, '$1s'],
  // A month with the sign for "in" before it.
  [/(?<=\d )ב-?(?=\p{Script=Hebrew}{3})/u, ''],
  [/(?<=^|\s)(?:yaklaşık|noin|circa|kira-kira|khoảng|περίπου|בערך|حوالي|نحو)(?= )/iu, 'about'],
];

/** The month of a name in small letters, alone or beside a day. */
export function furtherMonthOf(name: string): number | undefined {
  return namesBesideDay(LANGUAGES).get(name);
}
