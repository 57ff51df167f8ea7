import type { FigurePlot } from '../../deck/figure-plot.ts';

const NUMBER = /[-\u2212]?\d[\d.,\u00a0\u202f ]*/;

/** How an office program is to write the values of a scale, told from what stands at its lines: `#,##0.0" %"`. */
export function numberFormat(grid: FigurePlot['scale']['grid']): string {
  const read = grid.flatMap(({ value, text }) => {
    const digits = NUMBER.exec(text)?.[0].trimEnd();
    if (value === 0 || digits === undefined) return [];
    const at = text.indexOf(digits);
    const plain = Number(digits.replace('\u2212', '-').replace(/[,\u00a0\u202f ]/g, ''));
    const decimals = /\.(\d+)$/.exec(digits)?.[1]?.length ?? 0;
    const thousands = Math.round(Math.log10(value / plain) / 3);
    const isRead = thousands >= 0 && Math.abs(plain * 1000 ** thousands - value) <= Math.abs(value) * 1e-6;
    return [
      { before: text.slice(0, at), after: text.slice(at + digits.length), decimals, thousands, isRead },
    ];
  });
  const [first] = read;
  const isOne = ({ before, after, thousands, isRead }: (typeof read)[number]) =>
    isRead && before === first?.before && after === first.after && thousands === first.thousands;
  if (!first || !read.every(isOne)) return 'General';
  const most = Math.max(...read.map(({ decimals }) => decimals));
  const quoted = (text: string) => (text === '' ? '' : `"${text.replaceAll('"', '')}"`);
  const digits = `#,##0${most > 0 ? `.${'0'.repeat(most)}` : ''}${','.repeat(first.thousands)}`;
  return `${quoted(first.before)}${digits}${quoted(first.after)}`;
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
