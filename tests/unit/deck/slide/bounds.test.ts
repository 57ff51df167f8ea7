import { expect, test } from 'vitest';
import { splitFrontMatter } from '../../../../src/deck/front-matter.ts';
import { tooMuch } from '../../../../src/deck/slide/bounds.ts';
import { compileOurs } from '../../../reveal/ours.ts';

test.each([
  ['**a* '.repeat(20_000)],
  [`${'>'.repeat(5000)} a`],
  ['['.repeat(5000)],
  [Array.from({ length: 600 }, (_, index) => `${' '.repeat(2 * index)}- a`).join('\n')],
  ['` '.repeat(5001)],
])('text that no person wrote is shown as it is, with a notice: %.12s', (text) => {
  const { html, problems, notices } = compileOurs(`# A\n\n${text}\n`);
  expect(problems).toEqual([]);
  expect(notices).toEqual([expect.stringContaining('is shown as it is written')]);
  expect(html).toContain('<pre>');
});

test.each([
  ['a mark of nothing', '{{a '],
  ['citations', '[@'],
  ['code that ends otherwise each time', undefined],
  ['comments that open', '<!-- \n'],
  ['addresses', 'a@'],
  ['names of emoji', ':a'],
  ['a word', 'letters and letters'],
  ['lists in quotations', '- > '],
])('%s, thousands of times, holds nothing up', (_, part) => {
  const many = Array.from({ length: 900 }, (__, index) => '`'.repeat(index + 1)).join(' a ');
  const text = part?.repeat(20_000) ?? many;
  const { problems, notices, html } = compileOurs(`# A\n\n${text}\n`);
  expect(problems).toEqual([]);
  expect(notices).toEqual([expect.stringContaining('up to 20000 letters')]);
  expect(html).toMatch(/<h1>A<\/h1>\s*<pre>/);
});

test.each([
  ['types in a row', 'csharp', 'a<b> '.repeat(3000)],
  ['one long line', 'java', '$'.repeat(5000)],
  ['a long file', 'ini', 'a = "b";\n'.repeat(2000)],
])('code of %s is shown without colours, and told', (_, language, text) => {
  const { html, problems, notices } = compileOurs(`# A\n\n\`\`\`${language}\n${text}\n\`\`\`\n`);
  expect(problems).toEqual([]);
  expect(notices).toEqual([expect.stringMatching(/code of \d+ letters has no colours/)]);
  expect(html).not.toContain('hljs-');
});

test('code of a slide keeps its colours: comments of prose, long tables of values', () => {
  const prose = `/* ${'Words of a comment, one after another. '.repeat(20)} */\n`;
  const { html, notices } = compileOurs(`# A\n\n\`\`\`js\n${prose}const a = 1;\n\`\`\`\n`);
  expect(notices).toEqual([]);
  expect(html).toContain('hljs-keyword');
});

test('a document that nobody cut, and a drawing of many parts, are read as what they are', () => {
  expect(tooMuch('Some *words* with a [link](#/1).\n\n'.repeat(1500))).toBeUndefined();
  expect(tooMuch(`<svg>${'<path d="M0 0"/>'.repeat(5000)}</svg>`)).toBeUndefined();
});

test.each(['<div>', '<b>x', '<svg>', '<p>&lt;'])('20,000 %s are no way to a stack', (element) => {
  const { html, problems } = compileOurs(`# A\n\n${element.repeat(20_000)}\n`);
  expect(problems).toEqual([]);
  expect(html.length).toBeLessThan(500_000);
});

test('what a person writes is read as Markdown: a long table, a long listing, a list in a list', () => {
  expect(tooMuch('| *a* | `b` |\n'.repeat(900))).toBeUndefined();
  expect(tooMuch(`\`\`\`c\n${'a[i] = *b * _c;\n'.repeat(900)}\`\`\``)).toBeUndefined();
  expect(
    tooMuch(Array.from({ length: 20 }, (_, index) => `${' '.repeat(2 * index)}- a`).join('\n')),
  ).toBeUndefined();
});

test('front matter is cut off as it was, however many comments stand in it', () => {
  const comments = '# c\n'.repeat(30_000);
  expect(splitFrontMatter(`---\n${comments}\n# A\n`).bodyLine).toBe(1);
  expect(splitFrontMatter(`---\n${comments}title: t\n---\n# A\n`)).toEqual({
    yaml: `${comments}title: t\n`,
    body: '# A\n',
    bodyLine: 30_004,
  });
  expect(splitFrontMatter('---\n---\n# A')).toEqual({ yaml: '', body: '# A', bodyLine: 3 });
  expect(splitFrontMatter('---\n\n---\n# A')).toEqual({ body: '---\n\n---\n# A', bodyLine: 1 });
  expect(splitFrontMatter('---\na: 1')).toEqual({ body: '---\na: 1', bodyLine: 1 });
});
