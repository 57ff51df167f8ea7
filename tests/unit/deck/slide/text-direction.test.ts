import { expect, test } from 'vitest';
import { parseHtml, writeHtml } from '../../../../src/deck/slide/html-tree.ts';
import { sayDirection } from '../../../../src/deck/slide/text-direction.ts';

function said(html: string, lang = 'en'): string {
  const tree = parseHtml(html);
  sayDirection(tree, lang);
  return writeHtml(tree);
}

test('a text that begins from the right says so, once for all within it', () => {
  expect(said('<p>One.</p><p>12 هذا نص.</p><ul><li>ראשונה</li><li>two</li></ul>')).toBe(
    '<p>One.</p><p dir="rtl">12 هذا نص.</p><ul dir="rtl"><li>ראשונה</li><li>two</li></ul>',
  );
});

test('what its author said stays, and a deck read from the right needs nothing said', () => {
  expect(said('<p dir="ltr">نص</p>')).toBe('<p dir="ltr">نص</p>');
  expect(said('<p>نص</p>', 'ar')).toBe('<p>نص</p>');
});
