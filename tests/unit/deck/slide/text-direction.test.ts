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

test('in a deck read from the right, a text wholly from the left says so, and a mixed one does not', () => {
  expect(said('<p>Made in 1912.</p><p>日本語です。</p><p>Orihon هو.</p><p>12 %</p>', 'ar')).toBe(
    '<p dir="ltr">Made in 1912.</p><p dir="ltr">日本語です。</p><p>Orihon هو.</p><p>12 %</p>',
  );
  expect(said('<ul><li>one.</li><li>two.</li></ul>', 'he')).toBe(
    '<ul dir="ltr"><li>one.</li><li>two.</li></ul>',
  );
});

test('there, headings, cells and entries among others keep their side, and only their words turn', () => {
  expect(said('<h2>Who?</h2><ul><li>שלום</li><li>one <b>two</b>.</li></ul>', 'he')).toBe(
    '<h2><bdi dir="ltr">Who?</bdi></h2><ul><li>שלום</li><li><bdi dir="ltr">one <b>two</b>.</bdi></li></ul>',
  );
});
