import { expect, test } from 'vitest';
import { remember } from '../../../src/base/remember.ts';

test('each name is asked for once, also where nothing is found', () => {
  const asked: string[] = [];
  const find = remember((name: string) => {
    asked.push(name);
    return name === 'lost' ? undefined : name.length;
  });
  expect(['one', 'three', 'one', 'lost', 'lost'].map(find)).toEqual([3, 5, 3, undefined, undefined]);
  expect(asked).toEqual(['one', 'three', 'lost']);
});
