import { expect, test } from 'vitest';
import { transcribe } from '../../../src/export/transcript.ts';
import { makeSite } from '../../../src/site/site.ts';

const slide = (html: string, headline = 'A mill') => ({ headline, html: `<section>${html}</section>` });
const heard = (html: string, headline?: string) =>
  transcribe('A deck', [slide(html, headline)], { notes: false })
    .split('\n')
    .slice(3)
    .filter((line) => line !== '');

test('a heading is heard once, then text, lists and quotations in their order', () => {
  expect(
    heard(
      '<h2>A <b>mill</b></h2><p>It <em>turns</em>.</p><ul><li>one</li><li>two<ul><li>deep</li></ul></li></ul><blockquote><p>So it is.</p></blockquote>',
    ),
  ).toEqual(['It turns.', '- one', '- two', '  - deep', '> So it is.']);
  expect(heard('<ol start="3"><li>c</li><li>d</li></ol><ol><li value="9">i</li></ol>', '')).toEqual([
    '3. c',
    '4. d',
    '9. i',
  ]);
});

test('a table is heard row by row, each cell after its head', () => {
  expect(
    heard(
      '<table><caption>Tolls</caption><tr><th>Year</th><th>Toll</th></tr><tr><td>1801</td><td></td></tr></table>',
      '',
    ),
  ).toEqual(['Table: Tolls', '- Year: 1801; Toll: empty']);
});

test('pictures and figures are heard by their words, drawings and buttons not at all', () => {
  expect(
    heard(
      '<img alt="A wheel"><figure aria-label="Years"><svg aria-hidden="true"><text>1801</text></svg><ol><li><time>1801</time>: built</li></ol></figure><button>Save</button><svg role="img" aria-label="A plan"></svg><span aria-hidden="true">7</span>',
      '',
    ),
  ).toEqual(['Picture: A wheel', 'Figure: Years', '- 1801: built', 'Picture: A plan']);
});

test('a head of its own row is heard without that of its column, and blocks of a cell apart', () => {
  const row = '<tr><th scope="row">Mill</th><td>It turns.<p>Source: rolls</p></td></tr>';
  expect(heard(`<table><tr><th>What</th><th>Found:</th></tr>${row}</table>`, '')).toEqual([
    'Table',
    '- Mill; Found: It turns. Source: rolls',
  ]);
});

test('of heads that are a sentence each the rows are heard without them', () => {
  const head = 'Military spending, million US dollars at constant 2023 prices';
  const rows = ['North', 'South', 'East'].map((one, at) => `<tr><th>${one}</th><td>${at}</td></tr>`).join('');
  expect(heard(`<table><tr><th>Where</th><th>${head}</th></tr>${rows}</table>`, '')).toEqual([
    ...['Table', `Columns: Where; ${head}`, '- North; 0', '- South; 1', '- East; 2'],
  ]);
});

test('cells that are sentences are heard one by one, each after its head', () => {
  const claim =
    '<td>An army wrote of a test, and five shots fell near; others say four.</td><td>Doubtful</td>';
  const head = '<tr><th>Said</th><th>Found</th><th>Verdict</th></tr>';
  expect(heard(`<table>${head}<tr><th>“A test”</th>${claim}</tr></table>`, '')).toEqual([
    'Table',
    '- Said: “A test”',
    '  Found: An army wrote of a test, and five shots fell near; others say four.',
    '  Verdict: Doubtful',
  ]);
});

test('a table in two parts has its heads once, and heads with semicolons a line each', () => {
  const rows = (from: number) =>
    Array.from({ length: 12 }, (_, at) => `<tr><th>${from + at}</th><td>9</td></tr>`).join('');
  const part = (from: number) => `<table><tr><th>n</th><th>a; b</th></tr>${rows(from)}</table>`;
  const lines = heard(part(1) + part(13), '');
  expect(lines.slice(0, 5)).toEqual(['Table', 'Columns:', '  1. n', '  2. a; b', '- 1; 9']);
  expect(lines.filter((line) => line.startsWith('Table'))).toHaveLength(1);
  expect(lines.at(-1)).toBe('- 24; 9');
});

test('words in a chart’s drawing are heard as such, but not those of its finding or its table', () => {
  const label = (text: string) => `<div class="chart-text">${text}</div>`;
  const table = '<table><caption>fish / year</caption><tr><th>year</th><th>Bell</th></tr></table>';
  expect(
    heard(
      `<figure><div class="chart-view"><canvas role="img" aria-label="boats: 3 (1801)."></canvas>${['boats', 'Bell', 'fish', 'Flood, 1803'].map(label).join('')}${table}</div></figure>`,
      '',
    ),
  ).toEqual(['Chart: boats: 3 (1801).', 'Labels:', '- Flood, 1803', 'Table: fish / year']);
});

test('code keeps its lines, and what stands under an event in a list is apart', () => {
  expect(heard('<pre><code>def a():\n    return 1\n</code></pre>', '')).toEqual(['def a():', '    return 1']);
  expect(
    heard(
      '<ol><li value="2" data-listed="a"><time>1801</time> <div>built<p><span>Town</span> <span>Sources 1</span></p></div></li></ol>',
      '',
    ),
  ).toEqual(['2. 1801', '  built', '  Town, Sources 1']);
});

test('a heading that comes late is heard where it stands too', () => {
  expect(heard('<blockquote><p>It turns.</p></blockquote><h2>A mill</h2><p>Its miller</p>')).toEqual([
    ...['> It turns.', 'A mill', 'Its miller'],
  ]);
});

test('a title with the number of its page, and a head above the next column, are heard once', () => {
  expect(heard('<h2>Events <small>2 of 3</small></h2><p>a</p>', 'Events (2 of 3)')).toEqual(['a']);
  expect(heard('<h3>1801</h3><p>a</p><h3>1801</h3><p>b</p><h3>1802</h3><p>c</p>', '')).toEqual([
    ...['1801', 'a', 'b', '1802', 'c'],
  ]);
});

test('a timeline is told as one', () => {
  expect(
    heard('<figure class="timeline era" aria-label="A mill"><ol><li>1801: built</li></ol></figure>', ''),
  ).toEqual([...['Timeline: A mill', '- 1801: built']]);
});

test('the heads of a long table are said once, and of two ways to count only the first', () => {
  const rows = Array.from({ length: 12 }, (_, at) => `<tr><th>${at}</th><td>${at * at}</td></tr>`).join('');
  const lines = heard(`<table><tr><th>n</th><th>square</th></tr>${rows}</table>`, '');
  expect(lines.slice(0, 3)).toEqual(['Table', 'Columns: n; square', '- 0; 0']);
  expect(heard('<p><span data-when="a">One</span><span data-when="b">Other</span></p>', '')).toEqual(['One']);
});

test('notes follow their slide where they are asked for', () => {
  const html = '<p>Seen</p><aside class="notes"><p>Said</p></aside>';
  expect(transcribe('A deck', [slide(html)], { notes: true })).toContain('Seen\n\nNotes:\nSaid');
  expect(transcribe('A deck', [slide(html)], { notes: false })).not.toContain('Said');
});

test('every word that a small deck shows is heard', async () => {
  const { site } = await makeSite('tests/decks/small', { notes: false });
  const letters = (text: string) => text.replace(/&\w+;|[^\p{L}\p{N}]/gu, '');
  const all = letters(transcribe('', site?.pages ?? [], { notes: false }));
  expect(site?.pages.length).toBeGreaterThan(2);
  for (const { html } of site?.pages ?? [])
    for (const [, text = ''] of html.matchAll(/<(?:p|li|h\d|td|th)\b[^>]*>([^<]+)</g))
      expect(all).toContain(letters(text));
});
