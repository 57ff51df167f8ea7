import { expect, test } from 'vitest';
import { formatProblem, type Problem } from '../../../src/base/problem.ts';
import { NO_FRONT_MATTER } from '../../../src/deck/front-matter.ts';
import { readSlideKeys } from '../../../src/deck/slide-keys.ts';
import { splitSlides } from '../../../src/deck/split.ts';

function read(body: string) {
  const problems: Problem[] = [];
  const raws = splitSlides('a.md', body, 1, NO_FRONT_MATTER);
  const slides = readSlideKeys(raws, (problem) => problems.push(problem));
  const shown = slides.map(({ raw, src }) => ({
    content: raw.content.trim(),
    ...Object.fromEntries(raw.attributes ?? []),
    ...(src && { src }),
  }));
  return { shown, told: problems.map(formatProblem) };
}

test('keys between two marks are those of the slide after them, as Slidev has it', () => {
  const { shown, told } = read(
    '# A\n---\nlayout: center\nclass: "big red"\nbackground: /a.png\n---\n# B\n---\nlayout: image-right\nimage: b.png\n---\n# C\n---\nhide: true\n---\n# D',
  );
  expect(shown).toEqual([
    { content: '# A' },
    { content: '# B', class: 'big red', 'data-background-image': '/a.png' },
    { content: '# C\n\n\n![](<b.png>)' },
    { content: '# D', 'data-visibility': 'hidden' },
  ]);
  expect(told).toEqual([
    'a.md:3:1: notice: keys of slides of Slidev have no meaning here: layout: center, layout: image-right. Slides are composed by what stands on them. Take them out, or leave them for the other program.',
  ]);
});

test('a slide may be another file, and the next has its own text', () => {
  expect(read('# A\n---\nsrc: ./b.md#2\n---\n\n---\nsrc: c.md\n---\n# D').shown).toEqual([
    { content: '# A' },
    { content: '', src: './b.md' },
    { content: '', src: 'c.md' },
    { content: '# D' },
  ]);
});

test('words with a colon are words', () => {
  const body = '# A\n---\nlayout: what we see\n\nis more than that\n---\nNote that: this';
  expect(read(body).shown).toHaveLength(3);
});

test('where slides have keys, the comment at the end of one is its notes', () => {
  const raws = splitSlides(
    'a.md',
    '# A\n<!-- first -->\ntext\n\n<!--\nSay *this*.\n-->\n---\nlayout: center\n---\n# B\n<!-- .element: class="x" -->',
    1,
    NO_FRONT_MATTER,
  );
  const slides = readSlideKeys(raws, () => undefined).map(({ raw }) => raw);
  expect(slides.map(({ notes }) => notes)).toEqual([{ text: 'Say *this*.', line: 5, column: 1 }, undefined]);
  expect(slides[0]?.content).toContain('<!-- first -->');
  const plain = splitSlides('a.md', '# A\n<!-- only a remark -->', 1, NO_FRONT_MATTER);
  expect(readSlideKeys(plain, () => undefined)[0]?.raw.notes).toBeUndefined();
});
