import { expect, test } from 'vitest';
import { pageInOne } from '../../../src/site/page-bundle.ts';

test('the page is read once, however often a deck is exported', async () => {
  expect(await pageInOne()).toBe(await pageInOne());
});
