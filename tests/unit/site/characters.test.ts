import { expect, test } from 'vitest';
import { loadCmaps } from '../../../src/fonts/instances.ts';
import { usedCharacters } from '../../../src/site/characters.ts';

test('what a figure knows of itself in attributes is passed over, and no text that looks like one', async () => {
  const cmaps = await loadCmaps();
  const lettersOf = (html: string) => {
    const codes = [...usedCharacters(html, cmaps).values()].flatMap((one) => [...one]);
    return [...new Set(codes)].map((code) => String.fromCodePoint(code)).join('');
  };
  expect(lettersOf('<div data-walks="[[0,[[0,0,&quot;Q, 1&quot;,0]]]]">a</div>')).toBe('a');
  expect(lettersOf('<p> data-a="bc"</p><i data-b="&quot;">e</i>')).toBe(' dat-="bce');
  expect(lettersOf('<p> data-a="bc</p><i data-b="&quot;Q">e</i>')).toBe(' dat-="bce');
});
