import { describe, expect, test } from 'vitest';
import { NO_FRONT_MATTER, splitFrontMatter } from '../../../src/deck/front-matter.ts';
import { splitSlides } from '../../../src/deck/split.ts';

function split(body: string, marks: Partial<typeof NO_FRONT_MATTER> = {}) {
  return splitSlides('a.md', body, 1, { ...NO_FRONT_MATTER, ...marks });
}

function contents(body: string, marks: Partial<typeof NO_FRONT_MATTER> = {}): string[] {
  return split(body, marks).map(({ content }) => content.trim());
}

describe('splitSlides', () => {
  test('cuts at --- with and without blank lines around it', () => {
    expect(contents('one\n\n---\n\ntwo\n---\nthree')).toEqual(['one', 'two', 'three']);
  });

  test('knows the line each slide begins on', () => {
    expect(split('one\n\n---\n\ntwo\n---\nthree').map(({ line }) => line)).toEqual([1, 5, 7]);
  });

  test('puts ---- below, and -- only between blank lines, where it is no underline of a heading', () => {
    expect(split('a\n\n----\n\nb\n\n--\n\nc\n\n---\n\nd').map(({ below }) => below)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(contents('Heading\n--\ntext')).toEqual(['Heading\n--\ntext']);
  });

  test('cuts nothing inside a code fence, whatever marks it', () => {
    expect(contents('```yaml\n---\na: 1\n---\n```\n\n---\n\ntwo')).toEqual([
      '```yaml\n---\na: 1\n---\n```',
      'two',
    ]);
    expect(contents('~~~\n---\n```\n---\n~~~')).toHaveLength(1);
    expect(contents('````\n```\n---\n````')).toHaveLength(1);
  });

  test('cuts nothing inside a comment of several lines', () => {
    expect(contents('<!--\n---\n-->\ntext')).toHaveLength(1);
  });

  test('reads a separator with a space after it, which Reveal would show as a rule', () => {
    expect(contents('one\n--- \ntwo')).toEqual(['one', 'two']);
  });

  test("goes by the author's own separators where there are any", () => {
    const marks = { separator: '\\n\\+\\+\\+\\n', verticalSeparator: '\\n\\+\\+\\n' };
    expect(split('a\n+++\nb\n++\nc\n---\nd', marks).map(({ below }) => below)).toEqual([false, false, true]);
  });

  test('takes the notes off, and a second Note: stays among them', () => {
    const [slide] = split('# Title\n\nNote:\nfirst\n\nNote: second');
    expect(slide?.content.trim()).toBe('# Title');
    expect(slide?.notes?.text.replace(/\s+/g, ' ').trim()).toBe('first second');
  });

  test('leaves Note: in code on the slide', () => {
    expect(split('```\nNote: x\n```')[0]?.notes).toBeUndefined();
  });

  test('joins files end to end: a separator at their very edge makes no empty slide', () => {
    expect(contents('---\n\none\n\n---\n')).toEqual(['one']);
  });
});

describe('splitFrontMatter', () => {
  test('takes the block of keys at the very top, and says where the slides begin', () => {
    expect(splitFrontMatter('---\ntitle: A\n---\n# One')).toEqual({
      yaml: 'title: A\n',
      body: '# One',
      bodyLine: 4,
    });
  });

  test('takes an empty block', () => {
    expect(splitFrontMatter('---\n---\n# One')).toMatchObject({ yaml: '', bodyLine: 3 });
  });

  test('leaves a deck that begins with a separator alone', () => {
    expect(splitFrontMatter('---\n# One\n---\n# Two')).toMatchObject({ bodyLine: 1 });
  });
});
