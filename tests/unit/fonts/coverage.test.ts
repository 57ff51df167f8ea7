import { expect, test } from 'vitest';
import { type Cmaps, evenKanji, splitByFace, uncovered } from '../../../src/fonts/coverage.ts';

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

test.each([
  ['น้ำ', 'Thai am', '\u0e4d\u0e32'],
  ['ນ້ຳ', 'Lao am', '\u0ecd\u0eb2'],
  ['កៅ', 'Khmer au', '\u17c1'],
  ['কো', 'Bengali o', '\u09c7\u09be'],
  ['பொ', 'Tamil o', '\u0bc6\u0bbe'],
  ['क़', 'Devanagari qa', '\u0915\u093c'],
])('the parts that a browser draws a vowel of come along: %s (%s)', (text, _, parts) => {
  const all = codes(`${text}${parts}ab`);
  const split = splitByFace(text, 'text', { ...CMAPS, text: all });
  expect([...(split.get('text') ?? [])].sort()).toEqual([...codes(text + parts)].sort());
  const without = splitByFace(text, 'text', { ...CMAPS, text: codes(text) });
  expect([...(without.get('text') ?? [])].sort()).toEqual([...codes(text)].sort());
});

test('what joins or parts letters goes where the letters before it are', () => {
  const all = { ...CMAPS, text: codes('abශරී\u200d') };
  expect([...(splitByFace('ශ්\u200dරී', 'text', all).get('text') ?? [])]).toContain(0x200d);
  expect(splitByFace('\u200d', 'text', all).size).toBe(0);
});

test('letters with accents that are drawn whole bring no parts', () => {
  const split = splitByFace('éバ가й', 'text', {
    ...CMAPS,
    text: codes(`${'éバ가й'.normalize('NFD')}éバ가й`),
  });
  expect(split.get('text')).toEqual(codes('éバ가й'));
});

test('where all are there, or the text is Japanese, the faces keep theirs', () => {
  expect(evenKanji(CMAPS, new Set('a的中'))).toBe(CMAPS);
  expect(evenKanji(CMAPS, new Set('か的中这'))).toBe(CMAPS);
  expect(evenKanji(CMAPS, new Set('abc'))).toBe(CMAPS);
});
