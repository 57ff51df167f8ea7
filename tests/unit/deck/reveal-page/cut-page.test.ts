import { describe, expect, test } from 'vitest';
import { formatProblem, type Problem } from '../../../../src/base/problem.ts';
import { NO_FRONT_MATTER } from '../../../../src/deck/front-matter.ts';
import { cutFilled, cutPage } from '../../../../src/deck/reveal-page/cut-page.ts';

const FILES: Readonly<Record<string, string>> = {
  'more.md': '---\ntitle: x\n---\n# Ext 1\n\n---\n\n# Ext 2\n\nNote: mine',
};

function reading() {
  const problems: Problem[] = [];
  const read = (path: string) => FILES[path];
  const files = { name: 'deck', slides: [], read, has: (path: string) => path in FILES, paths: [] };
  const report = (problem: Problem) => problems.push(problem);
  return { reading: { files, meta: NO_FRONT_MATTER, report }, problems };
}

function cut(slides: string) {
  const { reading: all, problems } = reading();
  const page = `<html><body>\n<div class="reveal"><div class="slides">\n${slides}\n</div></div></body></html>`;
  const raws = cutPage('index.html', page, all);
  return { raws, told: problems.map(formatProblem) };
}

describe('a page of reveal.js', () => {
  test('is a slide for each section, with its attributes and its line', () => {
    const { raws } = cut(
      '<section id="a" data-transition="zoom">\n\n<h1>A</h1>\n</section>\n<section>B</section>',
    );
    expect(raws.map(({ content, line, below }) => ({ content, line, below }))).toEqual([
      { content: '<h1>A</h1>', line: 5, below: false },
      { content: 'B', line: 7, below: false },
    ]);
    expect([...(raws[0]?.attributes ?? [])]).toEqual([
      ['id', 'a'],
      ['data-transition', 'zoom'],
    ]);
    expect(raws[0]?.isMarkup).toBe(true);
  });

  test('stacks sections within one, whose ground and address go to them', () => {
    const { raws } = cut(
      '<section id="s" data-background="#123"><section>A</section><section data-background-color="red">B</section></section>',
    );
    expect(raws.map(({ below, attributes }) => ({ below, ...Object.fromEntries(attributes ?? []) }))).toEqual(
      [
        { below: false, id: 's', 'data-background': '#123' },
        { below: true, 'data-background-color': 'red' },
      ],
    );
  });

  test('holds Markdown in templates, cut by its own marks or the usual ones', () => {
    const { raws } = cut(
      '<section data-markdown><textarea data-template>\n  # A\n\n  - b\n    - c\n  Note: n\n  ---\n  # D\n</textarea></section>' +
        '<section data-markdown data-separator="^==$" data-separator-vertical="^=$"><script type="text/template"># X\n=\n# Y\n==\n# Z</script></section>',
    );
    expect(raws.map(({ content, below }) => [content.trim(), below])).toEqual([
      ['# A\n\n- b\n  - c', false],
      ['# D', false],
      ['# X', false],
      ['# Y', true],
      ['# Z', false],
    ]);
    expect(raws[0]?.notes?.text.trim()).toBe('n');
    expect(raws[0]?.line).toBe(4);
  });

  test('takes slides from files it names, whose lines are told', () => {
    const { raws, told } = cut(
      '<section class="c" data-markdown="more.md"></section>\n<section data-markdown="no.md"></section>',
    );
    expect(raws.map(({ file, content, line }) => [file, content.trim(), line])).toEqual([
      ['more.md', '# Ext 1', 4],
      ['more.md', '# Ext 2', 8],
      ['index.html', '`no.md`', 4],
    ]);
    expect(raws.slice(0, 2).map(({ attributes }) => attributes?.get('class'))).toEqual(['c', 'c']);
    expect(told).toEqual([
      'index.html:4:1: notice: the slides of "no.md" are not shown: there is no such file in the deck. Put the file into the deck’s folder, or its text here.',
    ]);
  });

  test('is told of what stands outside of its slides, and of a mark that is no pattern', () => {
    const { told } = cut(
      '<section data-markdown data-separator="(">A</section></div><footer>Bee &amp; Co</footer><div>',
    );
    expect(told).toEqual([
      'index.html:3:1: notice: what stands outside of the slides is not shown: "Bee & Co". Put it on a slide.',
      'index.html:3:1: notice: the mark ( cannot be read. Write data-separator as a regular expression, e.g. "^---$".',
    ]);
  });
});

test('a slide of Markdown that is a section which a file fills becomes its slides', () => {
  const { reading: all } = reading();
  const raw = {
    file: 'a.md',
    content: '\n<section data-markdown="more.md"></section>',
    line: 3,
    below: true,
  };
  expect(cutFilled(raw, all).map(({ file, below }) => [file, below])).toEqual([
    ['more.md', true],
    ['more.md', false],
  ]);
  const other = { ...raw, content: '# A\n\n<section data-markdown="more.md"></section>' };
  expect(cutFilled(other, all)).toEqual([other]);
});

test('a mark that would hold the reading up is an error at its section', () => {
  const { raws, told } = cut(
    `<section data-markdown data-separator="^(?=(a+)+$)b"><script type="text/template">\n${'a'.repeat(40)}!\n</script></section>`,
  );
  expect(raws).toHaveLength(1);
  expect(told).toEqual([
    expect.stringMatching(/^index\.html:3:1: error: the mark .* takes longer than a second/),
  ]);
});
