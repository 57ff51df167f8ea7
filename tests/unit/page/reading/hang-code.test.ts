import { expect, test } from 'vitest';
import { linesOfMarkup } from '../../../../src/base/markup.ts';
import { setIndentApart } from '../../../../src/page/reading/hang-code.ts';

test('an indent stands apart, within the colour that it is part of, and is counted in letters', () => {
  expect(setIndentApart('    a = 1')).toEqual({ html: '<span class="indent">    </span>a = 1', letters: 4 });
  expect(setIndentApart('<span class="hljs-comment">  b */</span>')).toEqual({
    html: '<span class="hljs-comment"><span class="indent">  </span>b */</span>',
    letters: 2,
  });
});

test('a tab goes to the next fourth letter', () => {
  expect(setIndentApart('\treturn').letters).toBe(4);
  expect(setIndentApart(' \treturn').letters).toBe(4);
  expect(setIndentApart('\t return').letters).toBe(5);
});

test('a line that begins at the edge stays as it is', () => {
  expect(setIndentApart('<span class="hljs-keyword">def</span> f():')).toEqual({
    html: '<span class="hljs-keyword">def</span> f():',
    letters: 0,
  });
});

test('lines are whole: a colour that crosses the end of one is opened anew in the next', () => {
  expect(linesOfMarkup('a <span class="c">/* b\nc */</span>\nd')).toEqual([
    'a <span class="c">/* b</span>',
    '<span class="c">c */</span>',
    'd',
  ]);
});
