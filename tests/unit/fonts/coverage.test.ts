import { expect, test } from 'vitest';
import { type Cmaps, evenKanji, uncovered } from '../../../src/fonts/coverage.ts';

const codes = (text: string) => new Set([...text].map((letter) => letter.codePointAt(0) ?? 0));
const none = new Set<number>();
const CMAPS: Cmaps = {
  display: codes('abc'),
  text: codes('abc'),
  strong: codes('abc'),
  gothic: codes('的中日かな'),
  mincho: codes('的中'),
  math: none,
  emoji: none,
};

test('a Chinese text whose characters the Japanese faces have only in part is set by one font of the machine', () => {
  const even = evenKanji(CMAPS, new Set('a的中这'));
  expect(uncovered('a的中这', 'text', even)).toEqual(['的', '中', '这']);
  expect(even.mincho.size).toBe(0);
});

test('where all are there, or the text is Japanese, the faces keep theirs', () => {
  expect(evenKanji(CMAPS, new Set('a的中'))).toBe(CMAPS);
  expect(evenKanji(CMAPS, new Set('か的中这'))).toBe(CMAPS);
  expect(evenKanji(CMAPS, new Set('abc'))).toBe(CMAPS);
});
