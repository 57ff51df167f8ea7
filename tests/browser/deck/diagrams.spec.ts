import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { drawMermaid } from '../../../src/browser/draw-mermaid.ts';
import { makeSite } from '../../../src/site/site.ts';

let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'orihon-'));
});
test.afterAll(() => rmSync(folder, { recursive: true }));

/** Draws what Mermaid might: rules, words as HTML, what runs, and what asks the network. */
const STAND_IN = `
  window.mermaid = {
    initialize: ({ securityLevel }) => { window.level = securityLevel; },
    render: async (id, written) => {
      if (written.startsWith('bad')) throw new Error('Parse error on line 1\\nmore');
      const reached = await fetch('https://example.org/').then(() => 'reached', () => 'alone');
      return { svg: '<svg id="' + id + '" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" width="100%">' +
        '<style>#' + id + ' .node { fill: rgb(10, 20, 30) }</style><script>window.ran = 1</' + 'script>' +
        '<rect class="node" width="50" height="20" onclick="alert(1)"/>' +
        '<text x="5" y="50">' + reached + ' ' + window.level + '</text>' +
        '<foreignObject x="60" y="0" width="80" height="40"><div xmlns="http://www.w3.org/1999/xhtml">Two<br/>lines</div></foreignObject></svg>' };
    },
  };`;

test('diagrams are drawn once, cleaned, and shown as pictures with their words', async () => {
  // Its time is part of it, so that none is kept from an earlier run.
  const one = `graph LR\n%% ${Date.now()}`;
  writeFileSync(
    join(folder, 'a.md'),
    `# Two\n\n---\n## Drawn\n\n\`\`\`mermaid\n${one}\n\`\`\`\n\n---\n## Not drawn\n\n\`\`\`mermaid\nbad\n\`\`\`\n`,
  );
  const { site, problems } = await makeSite(join(folder, 'a.md'), {
    notes: false,
    drawDiagrams: (written, setting) => drawMermaid(written, { version: '1.0.0', script: STAND_IN }, setting),
  });
  expect(problems.map(({ what, place }) => [place.line, what])).toEqual([
    [14, 'this diagram cannot be read (Parse error on line 1), and is shown as its text'],
  ]);
  expect(site?.slides).toMatch(
    /<div class="picture"><img src="deck\/diagram-1-\w{8}\.svg" alt="alone strict; Two lines"><\/div>/,
  );
  expect(site?.slides).toContain('<code class="mermaid">bad</code>');
  const drawing = String(
    [...(site?.files ?? [])].find(([path]) => path.endsWith('.svg') && path !== 'icon.svg')?.[1],
  );
  expect(drawing).toMatch(/<rect[^>]* fill="rgb\(10, 20, 30\)"/);
  expect(drawing).toContain('viewBox="-16 -16 232 132"');
  expect(drawing).toMatch(/<style>@font-face\{font-family:"Archivo";.*url\(data:font\/woff2;base64,/);
  expect(drawing).not.toMatch(/<script|onclick|foreignObject|class=|#d\w{8} \.node/i);
});
