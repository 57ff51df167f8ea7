import { expect, test } from 'vitest';
import { directionOf } from '../../../src/base/direction.ts';

test.each(['ar', 'he', 'fa-IR', 'ur', 'dv', 'az-Arab', 'ckb'])('%s is written from the right', (lang) => {
  expect(directionOf(lang)).toBe('rtl');
});

test.each(['en', 'ja', 'az', 'pa', 'ru'])('%s is written from the left', (lang) => {
  expect(directionOf(lang)).toBe('ltr');
});
