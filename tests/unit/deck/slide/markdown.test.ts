import { expect, test } from 'vitest';
import { renderMarkdown } from '../../../../src/deck/slide/markdown.ts';

test.each([
  ['so ==very *good*== it is', '<p>so <mark>very <em>good</em></mark> it is</p>'],
  ['where a == b and b == c', '<p>where a == b and b == c</p>'],
  ['where a==b==c', '<p>where a==b==c</p>'],
  ['`==code==`', '<p><code>==code==</code></p>'],
])('%s', (written, shown) => {
  expect(renderMarkdown(written).trim()).toBe(shown);
});
