import { beforeEach, expect, test } from 'vitest';
import { forgetNumber, takeNumber, typeDigit } from '../../../../src/page/keyboard/number-entry.ts';

const press = (key: string, timeStamp: number) => ({
  key,
  timeStamp,
  altKey: false,
  shiftKey: false,
  repeat: false,
});

beforeEach(forgetNumber);

test('digits typed one after the other are one number, and taken once', () => {
  typeDigit(press('1', 1000));
  typeDigit(press('2', 2000));
  expect(takeNumber(press('Enter', 3000))).toBe(12);
  expect(takeNumber(press('Enter', 3100))).toBeUndefined();
});

test('a digit pressed by accident is forgotten after three seconds', () => {
  typeDigit(press('7', 1000));
  expect(takeNumber(press('Enter', 4001))).toBeUndefined();
  typeDigit(press('7', 5000));
  typeDigit(press('2', 8001));
  expect(takeNumber(press('Enter', 8002))).toBe(2);
});

test('any other key ends a number', () => {
  typeDigit(press('7', 1000));
  forgetNumber();
  expect(takeNumber(press('Enter', 1001))).toBeUndefined();
});
