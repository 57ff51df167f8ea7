import { expect, test } from 'vitest';
import { renderMarkdown } from '../../../../src/deck/slide/markdown.ts';

test.each([
  [':tada: Done :white_check_mark:', '<p>🎉 Done ✅</p>'],
  ['## :rocket: Start', '<h2>🚀 Start</h2>'],
  ['- :+1:\n- **:fire:**', '<ul>\n<li>👍</li>\n<li><strong>🔥</strong></li>\n</ul>'],
])('%s names emoji', (text, html) => {
  expect(renderMarkdown(text).trim()).toBe(html);
});

test.each([
  'at 12:30:45',
  '12:100:3',
  'std::vec::Vec a::heart::b',
  'see :no_such_name: here',
  '`:tada:` in code',
  'https://example.org/:tada:/',
  ':constructor:',
  'urn:x:heart:y',
])('%s names none', (text) => {
  const html = renderMarkdown(text);
  expect(html.replace(/\p{ASCII}/gu, '')).toBe('');
});
