import type { Report } from '../../../base/problem.ts';
import type { Table } from '../../../base/table/table.ts';

const DAY = /^([+-]?\d{4,})-(\d\d)-(\d\d)(?:T.*)?$/;

/** How exactly a date is known, by the numbers of Wikidata or in words: `9` and `year` say the year alone. */
export function asKnown(date: string, precision: string): string {
  const [, year = '', month] = DAY.exec(date) ?? [];
  if (year === '' || precision === '') return date;
  const plain = precision.toLowerCase().replace(/^.*\//, '').replace(/\.0+$/, '');
  if (/^(9|years?|y|jahr|année|año|год|年)$/.test(plain)) return year;
  if (/^(10|months?|m|monat|mois|mes|месяц|月)$/.test(plain)) return `${year}-${month}`;
  if (/^(8|decade)$/.test(plain)) return `${year.slice(0, -1)}X`;
  // A century is written by its last year, 1900 for the nineteenth, or by any before.
  if (/^(7|century)$/.test(plain))
    return Number(year) > 0
      ? `${String(Math.ceil(Number(year) / 100) - 1).padStart(2, '0')}XX`
      : `${year.slice(0, -2)}XX`;
  return date;
}

const FIRST_DAY = /^([+-]?\d{4,})-01-01T00:00:00Z$/;
const WIKIDATA = /wikidata\.org\/entity\/|commons\.wikimedia\.org\/wiki\/Special:FilePath/;
/** So many of the dates of a table are of a first of January where it stands for a year. */
const LIKELY = 0.1;

/**
 * Wikidata's answers say the first of January where only a year is known. Where a table of them has more of these days
 * than chance would bring, and no column of precisions, they are read as years.
 */
export function areYears(table: Table, texts: readonly string[]): boolean {
  const dated = texts.filter((text) => DAY.test(text));
  const first = dated.filter((text) => FIRST_DAY.test(text)).length;
  if (first < 2 || first < dated.length * LIKELY) return false;
  return table.rows.slice(0, 20).some(({ cells }) => cells.some((cell) => WIKIDATA.test(cell)));
}

export function yearOfFirstDay(text: string): string {
  return text.replace(FIRST_DAY, '$1');
}

/** Such days are told, with what they are read as. */
export function tellYears(table: Table, column: number, report: Report): void {
  const row = table.rows.find(({ cells }) => FIRST_DAY.test(cells[column] ?? ''));
  const cell = row?.cells[column];
  if (!row || cell === undefined) return;
  report({
    severity: 'notice',
    place: row.placeOf(column),
    what: `${cell} is read as a year, and so are other first days of January: Wikidata writes them where it knows no day`,
    fix: 'Add a column "precision" with the numbers of Wikidata (9 is a year, 11 a day) where a day is meant.',
  });
}
