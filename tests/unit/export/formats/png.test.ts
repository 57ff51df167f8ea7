import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { STACKS, STYLES } from '../../../../src/fonts/faces.ts';

test('the contact sheet looks for letters of headlines where slides do: no other file of a deck is sure to hold them', () => {
  const css = readFileSync('src/export/formats/png.css', 'utf8');
  const families = /font:\s*\d+ \d+px \/ \d+px ([^;]+);/.exec(css)?.[1]?.split(/,\s*/) ?? [];
  const stack = STACKS.display.map((face) => STYLES[face].family);
  expect(families.map((family) => family.replaceAll('"', ''))).toEqual([...stack, 'serif']);
});
