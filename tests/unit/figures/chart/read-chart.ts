import { formatProblem, type Problem } from '../../../../src/base/problem.ts';
import { parseChart } from '../../../../src/figures/chart/model/parse.ts';

/** Reads a fence of the short form over one file; gives the chart, what an author is told, and the table's cells. */
export function readChart(fence: string, content: string | Uint8Array, file = 'a.csv', lang = 'en') {
  const problems: Problem[] = [];
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const place = { file: '01.md', line: 5, column: 1 };
  const parsed = parseChart(
    { kind: 'chart', body: `file: ${file}\n${fence}`, place, slide: 'a' },
    {
      read: (path) => (path === file ? new TextDecoder().decode(bytes) : undefined),
      readBytes: (path) => (path === file ? bytes : undefined),
      paths: [file],
      measure: (text) => text.length * 10,
      report: (one) => problems.push(one),
      lang,
    },
  );
  const told = (severity: Problem['severity']) =>
    problems.filter((one) => one.severity === severity).map(formatProblem);
  const [chart] = parsed?.charts ?? [];
  return {
    chart,
    errors: told('error'),
    // That it has no finding of its own is said of every chart here.
    notices: told('notice').filter((one) => !one.includes('listeners hear')),
    series: chart?.panels.flatMap(({ series }) => series.map(({ title, values }) => [title, values])),
    rows: chart?.table.rows.map(({ name, cells }) => [name, ...cells]),
  };
}
