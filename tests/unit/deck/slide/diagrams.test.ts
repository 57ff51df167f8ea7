import { expect, test } from 'vitest';
import { formatProblem, type Problem } from '../../../../src/base/problem.ts';
import { type Diagram, keepDiagramLines, setDiagrams } from '../../../../src/deck/slide/diagrams.ts';
import { parseHtml, writeHtml } from '../../../../src/deck/slide/html-tree.ts';

function set(html: string, diagram: Diagram | undefined) {
  const tree = parseHtml(html);
  const problems: Problem[] = [];
  const written: string[] = [];
  keepDiagramLines(tree);
  setDiagrams(
    tree,
    { file: 'a.md', line: 5, content: '## A\n\n```mermaid\ngraph' },
    {
      report: (problem) => problems.push(problem),
      ...(diagram && {
        findDiagram: (one: string) => {
          written.push(one);
          return diagram;
        },
      }),
    },
  );
  return { html: writeHtml(tree), written, problems: problems.map(formatProblem) };
}

const FENCE = '<pre class="fragment" id="x"><code class="mermaid">graph LR\n A--&gt;B</code></pre>';

test('a drawing stands in the place of its fence, with what was set on that', () => {
  expect(set(FENCE, { path: 'diagram-1.svg', words: 'A; "B"' })).toEqual({
    html: '<div class="picture fragment" id="x"><img src="deck/diagram-1.svg" alt="A; &quot;B&quot;"></div>',
    written: ['graph LR\n A-->B'],
    problems: [],
  });
});

test('an element of the class that Mermaid looks for is a diagram too, line by line', () => {
  const { html, written } = set('<div class="mermaid">\ngraph TD;\n  A-->B;\n</div>', { fault: 'no' });
  expect(written).toEqual(['graph TD;\n  A-->B;']);
  expect(html).toBe('<pre class="mermaid">\ngraph TD;\n  A--&gt;B;\n</pre>');
});

test.each([
  [{ fault: 'Parse error' }, 'this diagram cannot be read (Parse error), and is shown as its text'],
  [{ lacks: 'browser' as const }, 'a diagram of Mermaid is not drawn, and is shown as its text'],
  [undefined, 'a diagram of Mermaid is not drawn, and is shown as its text'],
])('one that is not drawn stays as it is, and is told at its fence: %j', (diagram, what) => {
  const { html, problems } = set(FENCE, diagram);
  expect(html).toBe(FENCE);
  expect(problems).toEqual([expect.stringContaining(`a.md:7:1: notice: ${what}.`)]);
});

test('code that only speaks of it is left alone', () => {
  const html = '<pre><code class="js">mermaid</code></pre><p class="mermaid">A</p>';
  expect(set(html, { fault: 'no' })).toMatchObject({ html, problems: [] });
});
