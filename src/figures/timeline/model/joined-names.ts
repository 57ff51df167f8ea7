import type { Table } from '../../../base/table/table.ts';
import { HEADS, plainHead } from './column-heads.ts';

const FIRST = /^(first|given|fore) ?names?$|^(vorname|prenom|имя|fornavn|fornamn|voornaam)$/;
const LAST =
  /^(last|family) ?names?$|^sur ?names?$|^(nachname|familienname|nom de famille|apellidos?|cognome|sobrenome|фамилия|efternavn|efternamn|achternaam)$/;

/**
 * A table in which people have their names in two columns gets one that joins them, where none titles its rows: of
 * `George` and `Washington` neither says who it was. With the columns that were joined.
 */
export function withJoinedNames(table: Table): { readonly table: Table; readonly joined: readonly number[] } {
  const heads = table.columns.map(plainHead);
  const [first, last] = [FIRST, LAST].map((words) => heads.findIndex((head) => words.test(head)));
  const isTitled = HEADS.title.some((known) => heads.includes(known));
  if (first === undefined || last === undefined || first < 0 || last < 0 || isTitled)
    return { table, joined: [] };
  const width = table.columns.length;
  return {
    joined: [first, last],
    table: {
      ...table,
      columns: [...table.columns, 'name'],
      rows: table.rows.map(({ cells, placeOf }) => ({
        cells: [...cells, [cells[first], cells[last]].filter(Boolean).join(' ')],
        placeOf: (at) => placeOf(at === width ? first : at),
      })),
    },
  };
}
