import type { Report } from '../../base/problem.ts';
import { SHEET } from '../../base/sheet.ts';
import type { Located } from '../../base/yaml/read.ts';
import { countLines } from '../../fonts/count-lines.ts';
import type { Face, Measure } from '../../fonts/faces.ts';
import type { Claims } from './parse.ts';

/** The table's rows share the height under the headings. Sheet px, as in `claims.css`. */
const TABLE = { top: 314, bottom: 986, padding: 30 };
/** Two lines for the names of up to three sources: they are known only when the whole deck is. */
const SOURCES = 2 * 25;
const COLUMNS = {
  claim: { face: 'display', size: 38, line: 45, width: SHEET.leftB.to - SHEET.leftB.from },
  documents: { face: 'text', size: 30, line: 41, width: 720 },
} as const satisfies Readonly<Record<string, { face: Face; size: number; line: number; width: number }>>;

/** Reports every cell whose text does not fit its row: a row is as high as its slide's others. */
export function checkClaims({ value, placeOf }: Located<Claims>, measure: Measure, report: Report): void {
  const height = (TABLE.bottom - TABLE.top) / value.rows.length - TABLE.padding;
  for (const [index, row] of value.rows.entries())
    for (const name of ['claim', 'documents'] as const) {
      const { face, size, line, width } = COLUMNS[name];
      const lines = countLines([{ text: row[name], face, size }], width, measure);
      const taken = name === 'documents' && row.sources.length > 0 ? SOURCES : 0;
      const room = Math.floor((height - taken) / line);
      if (lines > room)
        report({
          severity: 'error',
          place: placeOf(['rows', index, name]),
          what: `"${name}" takes ${lines} lines, and its row has room for ${room}`,
          fix: 'Shorten it, or put fewer rows on the slide.',
        });
    }
}
