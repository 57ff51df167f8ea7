import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findMermaid } from '../../../src/browser/find-mermaid.ts';

const top = mkdtempSync(join(tmpdir(), 'orihon-'));
afterAll(() => rmSync(top, { recursive: true }));

function install(folder: string, name = 'mermaid'): string {
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, 'mermaid', 'dist'), { recursive: true });
  writeFileSync(join(modules, 'mermaid', 'package.json'), JSON.stringify({ name, version: '11.0.1' }));
  writeFileSync(join(modules, 'mermaid', 'dist', 'mermaid.min.js'), 'program');
  return modules;
}

test('Mermaid is found beside the deck, and never in its folder or below it', () => {
  const deck = join(top, 'deck');
  const outside = install(top);
  const inside = install(deck);
  const below = install(join(deck, 'below'));
  expect(findMermaid(deck, [inside, below])).toBeUndefined();
  expect(findMermaid(deck, [inside, outside])).toEqual({ version: '11.0.1', script: 'program' });
});

test('a link that leads into the deck is no way around that', () => {
  const deck = join(top, 'linked');
  const inside = install(deck);
  const modules = join(top, 'links');
  mkdirSync(modules);
  symlinkSync(join(inside, 'mermaid'), join(modules, 'mermaid'), 'junction');
  expect(findMermaid(deck, [modules])).toBeUndefined();
});

test('a package of that name which is another, and none at all, are none', () => {
  expect(findMermaid(join(top, 'deck'), [install(join(top, 'other'), 'merman')])).toBeUndefined();
  expect(findMermaid(join(top, 'deck'), [join(top, 'nowhere')])).toBeUndefined();
});
