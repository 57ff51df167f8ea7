import { expect, test, vi } from 'vitest';
import { prepareKinds } from '../../../src/deck/prepare-kinds.ts';

const kind = (prepare?: () => Promise<unknown>) =>
  Object.assign(() => undefined, prepare === undefined ? {} : { prepare });

test('what a kind of figure needs is loaded where a fence names it, and only there', async () => {
  const map = vi.fn(async () => undefined);
  const atlas = vi.fn(async () => undefined);
  const kinds = new Map([
    ['map', kind(map)],
    ['atlas', kind(atlas)],
    ['chart', kind()],
  ]);
  await prepareKinds(kinds, [{ text: '# A map\n\n```chart\n```\n' }, { text: '```atlas-of-old\n```\n' }]);
  expect(map).not.toHaveBeenCalled();
  expect(atlas).not.toHaveBeenCalled();
  await prepareKinds(kinds, [{ text: '# B' }, { text: '~~~~ map\r\n~~~~\r\n' }]);
  expect(map).toHaveBeenCalledTimes(1);
  expect(atlas).not.toHaveBeenCalled();
});
