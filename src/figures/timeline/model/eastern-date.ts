/**
 * Dates as Chinese, Japanese and Korean write them, in words that `spoken-one.ts` reads: `紀元前660年`, `19世紀後半`,
 * `1603年〜1868年`, `1945년 8월 15일`, years counted by reigns, `昭和20年8月15日`,
 * and figures in words, `一九四五年`.
 */

/** The first year of each reign that years are counted by, whose months and days are those of our calendar. */
const REIGNS = firstYears('明治1868 大正1912 昭和1926 平成1989 令和2019 民國1912 民国1912');
/** Months and days of the first of them are those of the Gregorian calendar from this year on. */
const GREGORIAN = 1873;

/** Reigns whose months are those of the moon. */
const OLD_REIGNS = firstYears(
  [
    '天正1573 文禄1592 慶長1596 元和1615 寛永1624 正保1644 慶安1648 承応1652 明暦1655 万治1658 寛文1661 延宝1673',
    '天和1681 貞享1684 元禄1688 宝永1704 正徳1711 享保1716 元文1736 寛保1741 延享1744 寛延1748 宝暦1751 明和1764',
    '安永1772 天明1781 寛政1789 享和1801 文化1804 文政1818 天保1830 弘化1844 嘉永1848 安政1854 万延1860 文久1861',
    '元治1864 慶応1865 慶應1865',
    '洪武1368 永樂1403 永乐1403 宣德1426 正統1436 正统1436 成化1465 弘治1488 正德1506 嘉靖1522 萬曆1573 万历1573',
    '崇禎1628 崇祯1628 順治1644 顺治1644 康熙1662 雍正1723 乾隆1736 嘉慶1796 嘉庆1796 道光1821 咸豐1851 咸丰1851',
    '同治1862 光緒1875 光绪1875 宣統1909 宣统1909',
  ].join(' '),
);

function firstYears(table: string): ReadonlyMap<string, number> {
  return new Map(table.split(' ').map((one) => [one.slice(0, 2), Number(one.slice(2))]));
}

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
  let words = byReigns(inFigures(text.normalize('NFKC').trim()));
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

const COUNTED = new RegExp(
  `(${[...REIGNS.keys(), ...OLD_REIGNS.keys()].join('|')}) ?(元|\\d{1,3}) ?年(?: ?(\\d{1,2}) ?月(?: ?\\d{1,2} ?日)?)?`,
  'gu',
);
/** From this month of the moon on, a year may be the next of ours. */
const LATE = 11;

/** A year of a reign as a year of our era; its month and day only where they are those of our calendar, too. */
function byReigns(text: string): string {
  return text.replace(COUNTED, (whole, reign: string, nth: string, month: string | undefined) => {
    const first = REIGNS.get(reign) ?? OLD_REIGNS.get(reign) ?? 0;
    const year = first + (nth === '元' ? 1 : Number(nth)) - 1;
    if (REIGNS.has(reign) && year >= GREGORIAN) return `${year}年${whole.replace(/^.*?年/u, '')}`;
    return Number(month ?? 0) >= LATE ? `${year} or ${year + 1}` : `${year}年`;
  });
}

const ONES = '〇一二三四五六七八九';

/** Figures in words: `一九四五年八月`, `二十六年`, `十九世紀`. */
function inFigures(text: string): string {
  return text.replace(/[〇零一二三四五六七八九十百]+(?= ?(?:年|月|日|世紀|世纪|号))/gu, (words) => {
    const digits = words.replaceAll('零', '〇');
    if (!/[十百]/u.test(digits)) return [...digits].map((one) => ONES.indexOf(one)).join('');
    const [hundreds = '', below = digits] = digits.includes('百') ? digits.split('百') : ['〇', digits];
    const [tens = '', ones = ''] = below.includes('十') ? below.split('十') : ['〇', below];
    const value = (part: string): number => (part === '' ? 1 : ONES.indexOf(part));
    return String(
      value(hundreds) * 100 + value(tens) * 10 + (ones === '' ? 0 : ONES.indexOf(ones.at(-1) ?? '')),
    );
  });
}
