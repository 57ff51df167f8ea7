import { columnAt, findColumn, type Table } from '../../../../base/table/table.ts';
import type { Table as ChartTable } from '../chart.ts';
import { textOf } from './cell.ts';
import type { Drawn } from './drawn.ts';
import type { ShortReading } from './roles.ts';

/** The numbers letter for letter: a row for each position, or, where rows stand for themselves, for each row of the file. */
export function tableOf(
  { along, wide, measured, kind }: Drawn,
  table: Table,
  { spec, lang }: ShortReading,
): ChartTable {
  const { positions, folded, nameColumn } = wide;
  if (!folded && kind !== 'scatter') {
    const series = [...wide.series, ...wide.aside];
    const heads = series.map(({ name, facet }) => (facet === undefined ? name : `${facet}, ${name}`));
    return {
      head: [along.name, ...heads],
      rows: positions.names.map((name, at) => ({
        name,
        cells: series.map(({ cells }) => cells.get(at)?.text ?? ''),
      })),
    };
  }
  const parts = [spec.facet, spec.series].flatMap((name) => {
    const index = name === undefined ? undefined : findColumn(table, name);
    return index === undefined || index === nameColumn?.index ? [] : [columnAt(table, index)];
  });
  const columns = [
    ...(nameColumn ? [nameColumn] : []),
    { name: along.name, cells: along.texts },
    ...parts,
    ...measured.map(({ column, numbers }) => ({
      name: column.name,
      cells: column.cells.map((text, row) => {
        const cell = numbers.cells[row];
        return textOf(text, cell?.kind === 'number' ? cell.value : undefined, numbers, lang);
      }),
    })),
  ];
  return {
    head: columns.map(({ name }) => name),
    rows: [...wide.rows, ...wide.unplaced].map((row) => {
      const [name = '', ...cells] = columns.map((column) => column.cells[row] ?? '');
      return { name, cells };
    }),
  };
}
