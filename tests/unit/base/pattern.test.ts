import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findAll, SlowPatternError } from '../../../src/base/pattern.ts';

const PATTERNS = [
  '^---$',
  '\\r?\\n---\\r?\\n',
  '\\n\\n\\n',
  '\\s\\u2014',
  '<!--[^]*?-->',
  '[\\s-]+$',
  '(?<=\\n)-',
  '(a)\\1',
  '^\\S+:',
];

test.each(PATTERNS)('%s is found where JavaScript finds it', (pattern) => {
  const text = fc.array(fc.constantFrom('---', '\n', '\r\n', 'a', ' ', '\u00a0', '—', '<!--', '-->', ':'), {
    maxLength: 20,
  });
  fc.assert(
    fc.property(text, (parts) => {
      const whole = parts.join('').replaceAll('\r\n', '\n');
      const expected = [...whole.matchAll(new RegExp(pattern, 'gm'))]
        .filter(([match]) => match.length > 0)
        .map((match) => ({ from: match.index, to: match.index + match[0].length }));
      expect(findAll(whole, pattern, 'gm')).toEqual(expected);
    }),
    { numRuns: 30 },
  );
});

test('a wicked pattern is found at once, or given up after a second', () => {
  expect(findAll(`${'a'.repeat(5000)}!`, '^(a+)+$', 'gm')).toEqual([]);
  expect(() => findAll(`${'a'.repeat(60)}!`, '^(a+)+$(?=x)', 'gm')).toThrow(SlowPatternError);
});
