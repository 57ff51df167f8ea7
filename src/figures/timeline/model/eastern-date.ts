/**
 * Dates as Chinese, Japanese and Korean write them, in words that `spoken-one.ts` reads: `紀元前660年`, `19世紀後半`,
 * `1603年〜1868年`, `1945년 8월 15일`, and years counted by reigns, `昭和20年8月15日`.
 */

/** The first year of each reign that years are counted by. */
const REIGNS = new Map([
  ['明治', 1868],
  ['大正', 1912],
  ['昭和', 1926],
  ['平成', 1989],
  ['令和', 2019],
]);
/** Months and days of reigns are those of the Gregorian calendar from this year on. */
const GREGORIAN = 1873;

const BC = '(?:紀元前|公元前|西元前|前|기원전) ?';
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/ ?\([月火水木金土日一二三四五六](?:曜日?)?\)/gu, ''],
  // What stands once is meant twice: 1945年8月6日〜9日.
  [/^(\D*\d+年)(\d+月)(\d+日) ?[〜~–—-] ?(\d+日)$/u, '$1$2$3〜$1$2$4'],
  [/^(\D*\d+年)(\d+月(?:\d+日)?) ?[〜~–—-] ?(\d+月(?:\d+日)?)$/u, '$1$2〜$1$3'],
  [/(?:まで|까지|为止|為止)$/u, ''],
  [/ ?(?:〜|~|から|至|到|부터|(?<=[年月日년월일]) ?[–—-](?= ?\d)) ?/u, ' – '],
  [/(?:西暦|公元|西元|公历|서기) ?/gu, ''],
  // Centuries and decades, and their parts.
  [new RegExp(`${BC}(\\d{1,2}) ?(?:世紀|世纪|세기)`, 'gu'), '$1th century BC'],
  [/(\d{1,2}) ?(?:世紀|世纪|세기)/gu, '$1th century'],
  [/(\d{3}0) ?(?:年代|년대)/gu, '$1s'],
  [/^(.*\d.*?) ?(?:前半|初頭?|早期|上半叶|초반?|전반)$/u, 'early $1'],
  [/^(.*\d.*?) ?(?:中頃|中葉|中叶|中期|半ば|중반|중엽)$/u, 'mid $1'],
  [/^(.*\d.*?) ?(?:後半|末期?|后期|晚期|後期|下半叶|말|후반)$/u, 'late $1'],
  [/^(.*\d.*?) ?(?:頃|ころ|ごろ|左右|前后|前後|경|쯤)$/u, 'about $1'],
  [/^(?:約|约|大約|大约|약) ?/u, 'about '],
  // A day, a month or a year.
  [new RegExp(`${BC}(\\d{1,6}) ?[年년]?`, 'gu'), '$1 BC'],
];

/** Such a date in English words; undefined for what has none of these letters. */
export function easternInEnglish(text: string): string | undefined {
  if (!/[\p{Script=Han}\p{Script=Hangul}]/u.test(text)) return undefined;
  let words = byReigns(text.normalize('NFKC').trim());
  for (const [pattern, english] of WORDS) words = words.replace(pattern, english);
  return words
    .replace(
      /(\d{1,4}) ?[年년](?: ?(\d{1,2}) ?[月월](?: ?(\d{1,2}) ?[日号號일])?)?/gu,
      (_, ...parts: string[]) => isoOf(parts.slice(0, 3)),
    )
    .trim();
}

function isoOf([year = '', ...parts]: readonly (string | undefined)[]): string {
  const rest = parts.filter((part) => part !== undefined).map((part) => part.padStart(2, '0'));
  return [rest.length > 0 ? year.padStart(4, '0') : year, ...rest].join('-');
}

/** A year of a reign as a year of our era; its month and day only where they are those of our calendar, too. */
function byReigns(text: string): string {
  return text.replace(
    /(明治|大正|昭和|平成|令和) ?(元|\d{1,2}) ?年((?: ?\d{1,2} ?月(?: ?\d{1,2} ?日)?)?)/gu,
    (_, reign: string, nth: string, rest: string) => {
      const year = (REIGNS.get(reign) ?? 0) + (nth === '元' ? 1 : Number(nth)) - 1;
      return `${year}年${year < GREGORIAN ? '' : rest}`;
    },
  );
}
