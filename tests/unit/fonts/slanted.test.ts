import { expect, test } from 'vitest';
import { slanted } from '../../../src/fonts/slanted.ts';

test.each(['aA', 'hz', 'Γω', '∂1'])('a name of one letter is slanted as Unicode has it: %s', (letters) => {
  // The slanted letters fold back to the plain ones, which is what Unicode says of them.
  for (const letter of letters) expect(slanted(letter).normalize('NFKC')).toBe(letter);
});

test('a digit stays as it is', () => {
  expect(slanted('7')).toBe('7');
  expect(slanted('x')).not.toBe('x');
});
