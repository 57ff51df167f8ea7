import { wholeYear } from '../../../../base/table/date-forms.ts';
import type { Column } from '../../../../base/table/table.ts';

const YEAR = /^(year|yr|yy|fy|jahr|ann[eé]e|a[nñ]o|anno)/i;

/**
 * Year and month (a number or a name), with a day or not; year and quarter; a day and a time. What is written once for
 * several rows, as in a sheet, holds for those below it.
 */
export function joined(columns: readonly Column[]): readonly string[] {
  const heads = columns.map(({ name }) => name);
  const last = columns.at(-1);
  const parts = columns.map((column) => {
    const { cells } = column;
    const sparse = column !== last && cells.filter((cell) => cell !== '').length * 2 < cells.length;
    return sparse && cells[0] !== '' ? filledDown(cells) : cells;
  });
  return (last?.cells ?? []).map((_, row) => {
    const here = parts.map((cells) => cells[row] ?? '');
    const [a = '', b = '', c = ''] = here;
    if (here.some((part) => part === '')) return '';
    const isShort = /^\d{2}$/.test(a) && YEAR.test(heads[0] ?? '');
    if ((/^\d{4}$/.test(a) || isShort) && /^\d{1,2}$/.test(b)) {
      const whole = isShort ? wholeYear(Number(a)) : a;
      if (/q|trim/i.test(heads[1] ?? '')) return `${whole}-Q${b}`;
      if (/w(ee)?k|kw/i.test(heads[1] ?? '')) return `${whole}-W${b}`;
      return columns.length > 2 && /^\d{1,2}$/.test(c) ? `${whole}-${b}-${c}` : `${whole}-${b}`;
    }
    return here.join(' ');
  });
}

function filledDown(cells: readonly string[]): readonly string[] {
  let above = '';
  return cells.map((cell) => {
    if (cell !== '') above = cell;
    return above;
  });
}
