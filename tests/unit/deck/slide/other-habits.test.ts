import { expect, test } from 'vitest';
import { formatProblem, type Problem } from '../../../../src/base/problem.ts';
import { parseHtml, writeHtml } from '../../../../src/deck/slide/html-tree.ts';
import { applyOtherHabits } from '../../../../src/deck/slide/other-habits.ts';

function apply(html: string) {
  const problems: Problem[] = [];
  const slide = new Map<string, string>();
  const tree = parseHtml(html);
  const raw = { file: 'a.md', content: html, line: 3, below: false };
  applyOtherHabits(tree, slide, raw, (problem) => problems.push(problem));
  return { html: writeHtml(tree), slide: Object.fromEntries(slide), told: problems.map(formatProblem) };
}

test('directives of Marp for a slide are those of Reveal, and the others are told', () => {
  const { slide, told } = apply(
    '<!-- _class: lead\n_backgroundColor: "#123" -->\n<!-- _backgroundImage: url(\'a b.png\') -->\n<!-- _color: red -->\n<!-- _Not one -->',
  );
  expect(slide).toEqual({
    class: 'lead',
    'data-background-color': '#123',
    'data-background-image': 'a b.png',
  });
  expect(told).toEqual([
    'a.md:3:1: notice: directives of Marp have no meaning here: _color. Take them out, or leave them for the other program.',
  ]);
});

test('directives of Marp that hold from their slide on are told, and other comments are not', () => {
  const { slide, told } = apply(
    '<!-- paginate: true\nbackgroundColor: teal -->\n<!-- todo: more -->\n<!-- the class: none -->',
  );
  expect(slide).toEqual({});
  expect(told).toEqual([
    'a.md:3:1: notice: directives of Marp have no meaning here: paginate, backgroundColor. Take them out, or leave them for the other program.',
  ]);
});

test('a picture of Marp’s is a ground, or stands beside the words, or has a size', () => {
  const ground = apply('<p><img src="a.png" alt="bg contain opacity:.5"></p><p>b</p>');
  expect(ground.html).toBe('<p>b</p>');
  expect(ground.slide).toEqual({ 'data-background-image': 'a.png', 'data-background-size': 'contain' });
  const beside = apply('<p><img src="a.png" alt="bg left:40%"></p>');
  expect(beside.html).toBe('<p><img src="a.png" alt="" role="presentation"></p>');
  expect(beside.slide).toEqual({});
  expect(apply('<img src="a.png" alt="w:300 A hill h:50%">').html).toBe(
    '<img src="a.png" width="300" height="50%" alt="A hill">',
  );
  for (const alt of ['bg of the town', 'background', 'bgr', ''])
    expect(apply(`<img src="a.png" alt="${alt}">`).html).toBe(`<img src="a.png" alt="${alt}">`);
});

test('steps of Slidev are fragments', () => {
  expect(apply('<p v-click>a</p><v-click>b</v-click><i v-after="2">c</i>').html).toBe(
    '<p class="fragment">a</p><div class="fragment">b</div><i class="fragment">c</i>',
  );
  expect(apply('<v-clicks><ul><li>a</li><li>b</li></ul></v-clicks>').html).toBe(
    '<div><ul><li class="fragment">a</li><li class="fragment">b</li></ul></div>',
  );
  expect(apply('<v-clicks><p>a</p></v-clicks>').html).toBe('<div><p class="fragment">a</p></div>');
});

test('a grid of one row is columns, and any other stays', () => {
  expect(
    apply('<div class="grid grid-cols-2 gap-4">\n<div>\n<p>a</p>\n</div>\n<ul><li>b</li></ul>\n</div>').html,
  ).toBe(
    '<div class="columns"><div class="column">\n<p>a</p>\n</div><div class="column"><ul><li>b</li></ul></div></div>',
  );
  expect(apply('<div grid="~ cols-2 gap-4"><pre>a</pre><pre>b</pre></div>').html).toBe(
    '<div class="columns"><div class="column"><pre>a</pre></div><div class="column"><pre>b</pre></div></div>',
  );
  expect(apply('<div class="grid grid-cols-[2fr_1fr]"><div>a</div><div>b</div></div>').html).toContain(
    '"columns"',
  );
  expect(apply('<div class="grid grid-cols-2"><div v-click>a</div><div class="red">b</div></div>').html).toBe(
    '<div class="columns"><div class="column"><div class="fragment">a</div></div><div class="column"><div class="red">b</div></div></div>',
  );
  expect(apply('<div v-click class="grid grid-cols-2"><p>a</p><p>b</p></div>').html).toBe(
    '<div class="grid grid-cols-2 fragment"><p>a</p><p>b</p></div>',
  );
  for (const other of [
    '<div class="grid grid-cols-2"><p>a</p><p>b</p><p>c</p></div>',
    '<div class="grid grid-cols-2"><p>a</p></div>',
    '<div class="grid grid-cols-2">a <b>b</b></div>',
    '<div class="grid"><p>a</p><p>b</p></div>',
    '<div class="cols-2"><p>a</p><p>b</p></div>',
  ])
    expect(apply(other).html).toBe(other);
});

test('a box that only says how large its blocks are is opened, and any other stays', () => {
  const opened = (html: string) => apply(html).html;
  expect(opened('<h2>N</h2><div class="text-sm mt-4">\n<ul><li>a</li></ul>\n</div>')).toBe(
    '<h2>N</h2>\n<ul><li>a</li></ul>\n',
  );
  for (const html of [
    '<div class="text-sm opacity-50"><ul><li>a</li></ul></div>',
    '<div class="mt-4"><ul><li>a</li></ul></div>',
    '<div class="text-sm" id="a"><p>a</p></div>',
    '<div class="text-sm">a</div>',
    '<div class="text-center"><p>a</p></div>',
    '<section><div class="text-sm"><p>a</p></div></section>',
  ])
    expect(opened(html)).toBe(html);
});
