import type { Place, Problem, Report } from '../../base/problem.ts';
import { SHEET } from '../../base/sheet.ts';
import type { Located } from '../../base/yaml/read.ts';
import { countLines } from '../../fonts/count-lines.ts';
import type { Face, Measure } from '../../fonts/faces.ts';
import { type Claims, isList } from './parse.ts';

/** The table's rows share the height under the headings. Sheet px, as in `claims.css`. */
const TABLE = { top: 314, bottom: 986, padding: 30 };
/** Two lines for the names of up to three sources: they are known only when the whole deck is. */
const SOURCES = 2 * 25;
const COLUMNS = {
  claim: { face: 'display', size: 38, line: 45, width: SHEET.leftB.to - SHEET.leftB.from },
  documents: { face: 'text', size: 30, line: 41, width: 720 },
} as const satisfies Readonly<Record<string, { face: Face; size: number; line: number; width: number }>>;

/** A list stands in two columns under the signs that count it. Sheet px, as in `screen.css`. */
const LIST = { top: 372, bottom: 986, padding: 22, size: 26, line: 35, width: 572 };

/** Reports every cell whose text does not fit its row: a row is as high as its slide's others. */
export function checkClaims(claims: Located<Claims>, measure: Measure, report: Report): void {
  if (isList(claims.value.rows)) checkList(claims, measure, report);
  else checkTold(claims, measure, report);
}

function checkTold({ value, placeOf }: Located<Claims>, measure: Measure, report: Report): void {
  const height = (TABLE.bottom - TABLE.top) / value.rows.length - TABLE.padding;
  for (const [index, row] of value.rows.entries())
    for (const name of ['claim', 'documents'] as const) {
      const { face, size, line, width } = COLUMNS[name];
      const lines = countLines([{ text: row[name] ?? '', face, size }], width, measure);
      const taken = name === 'documents' && row.sources.length > 0 ? SOURCES : 0;
      const room = Math.floor((height - taken) / line);
      if (lines > room) report(tooLong(placeOf(['rows', index, name]), name, lines, room));
    }
}

function checkList({ value, placeOf }: Located<Claims>, measure: Measure, report: Report): void {
  const height = (LIST.bottom - LIST.top) / Math.ceil(value.rows.length / 2) - LIST.padding;
  const room = Math.max(1, Math.floor(height / LIST.line));
  for (const [index, { claim }] of value.rows.entries()) {
    const lines = countLines([{ text: claim, face: 'text', size: LIST.size }], LIST.width, measure);
    if (lines > room) report(tooLong(placeOf(['rows', index, 'claim']), 'claim', lines, room));
  }
}

function tooLong(place: Place, name: string, lines: number, room: number): Problem {
  return {
    severity: 'error',
    place,
    what: `"${name}" takes ${lines} lines, and its row has room for ${room}`,
    fix: 'Shorten it, or put fewer rows on the slide.',
  };
}
