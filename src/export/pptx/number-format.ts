import type { FigurePlot } from '../../deck/figure-plot.ts';

const NUMBER = /[-\u2212]?\d[\d.,\u00a0\u202f ]*/;

/** How an office program is to write the values of a scale, told from what stands at its lines: `#,##0.0" %"`. */
export function numberFormat(grid: FigurePlot['scale']['grid']): string {
  const read = grid.flatMap(({ value, text }): Written[] => {
    const digits = NUMBER.exec(text)?.[0].trimEnd();
    if (value === 0 || digits === undefined) return [];
    const at = text.indexOf(digits);
    const plain = Number(digits.replace('\u2212', '-').replace(/[,\u00a0\u202f ]/g, ''));
    const decimals = /\.(\d+)$/.exec(digits)?.[1]?.length ?? 0;
    const thousands = Math.round(Math.log10(value / plain) / 3);
    const isRead = thousands >= 0 && Math.abs(plain * 1000 ** thousands - value) <= Math.abs(value) * 1e-6;
    const [before, after] = [text.slice(0, at), text.slice(at + digits.length)];
    return [{ value, before, after, decimals, thousands, isRead }];
  });
  const isOne = (one: Written | undefined, other: Written | undefined) =>
    one?.before === other?.before && one?.after === other?.after && one?.thousands === other?.thousands;
  const [first] = read;
  if (!first || !read.every(({ isRead }) => isRead)) return 'General';
  const most = Math.max(...read.map(({ decimals }) => decimals));
  const format = ({ before, after, thousands }: Written) =>
    `${quoted(before)}#,##0${most > 0 ? `.${'0'.repeat(most)}` : ''}${','.repeat(thousands)}${quoted(after)}`;
  if (read.every((one) => isOne(one, first))) return format(first);
  // The highest line alone may have the unit.
  const [highest, next, ...others] = read.toSorted((one, other) => other.value - one.value);
  return highest && next && others.every((one) => isOne(one, next))
    ? `[>=${highest.value}]${format(highest)};${format(next)}`
    : 'General';
}

/** A number as it stands at a line. */
interface Written {
  readonly value: number;
  readonly before: string;
  readonly after: string;
  readonly decimals: number;
  /** How many times its last three digits are left out. */
  readonly thousands: number;
  readonly isRead: boolean;
}

function quoted(text: string): string {
  return text === '' ? '' : `"${text.replaceAll('"', '')}"`;
}

/** Distance of the lines, where it is one. */
export function gridStep(grid: FigurePlot['scale']['grid']): number | undefined {
  const values = grid.map(({ value }) => value).sort((a, b) => a - b);
  const steps = values.slice(1).map((value, at) => value - (values[at] ?? 0));
  const [first] = steps;
  return first !== undefined && first > 0 && steps.every((step) => Math.abs(step - first) < first * 1e-6)
    ? first
    : undefined;
}
