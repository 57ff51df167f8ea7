import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { bundledProgram } from '../../../bin/program.mjs';

const outside: string[] = [];
afterEach(() => {
  for (const folder of outside.splice(0)) rmSync(folder, { recursive: true });
});

/** A program with a package of its own, in a path with spaces; `main` gives where its source is, and a number. */
function program() {
  const folder = mkdtempSync(join(tmpdir(), 'orihon program '));
  outside.push(folder);
  const root = join(folder, 'the root');
  const yaml = join(root, 'node_modules', 'yaml');
  mkdirSync(join(root, 'src'), { recursive: true });
  mkdirSync(yaml, { recursive: true });
  writeFileSync(join(root, 'package.json'), '{ "type": "module", "dependencies": { "yaml": "1.0.0" } }');
  writeFileSync(join(yaml, 'package.json'), '{ "type": "module", "exports": { "import": "./esm.js" } }');
  writeFileSync(join(yaml, 'esm.js'), 'export const two = 2;');
  const write = (text: string) => writeFileSync(join(root, 'src', 'cli.ts'), text);
  write(
    `import { two } from 'yaml';\nexport const main = (by: number) => [two * by, import.meta.url] as const;`,
  );
  return { root, write, kept: join(folder, 'kept here') };
}

test('the command is bundled once, and says where its source is', async () => {
  const { root, kept } = program();
  const path = await bundledProgram(root, 'cli.ts', [kept]);
  expect(await bundledProgram(root, 'cli.ts', [kept])).toBe(path);
  const { main } = await import(pathToFileURL(path ?? '').href);
  expect(main(21)).toEqual([42, pathToFileURL(join(root, 'src', 'cli.ts')).href]);
});

test('a changed source is bundled anew, and what was long unused is swept away', async () => {
  const { root, write, kept } = program();
  const before = await bundledProgram(root, 'cli.ts', [kept]);
  const [old = ''] = readdirSync(kept);
  utimesSync(join(kept, old), 0, 0);
  write('export const main = () => "changed";');
  const after = await bundledProgram(root, 'cli.ts', [kept]);
  expect(after).not.toBe(before);
  expect((await import(pathToFileURL(after ?? '').href)).main()).toBe('changed');
  expect(readdirSync(kept)).toHaveLength(1);
});

test('two starts at once take the same bundle and leave nothing aside', async () => {
  const { root, kept } = program();
  const starts = [bundledProgram(root, 'cli.ts', [kept]), bundledProgram(root, 'cli.ts', [kept])];
  const [first, second] = await Promise.all(starts);
  expect(second).toBe(first);
  expect(readdirSync(kept)).toHaveLength(1);
});

test('where a folder cannot be written to the next is taken, and without any there is no bundle', async () => {
  const { root, kept } = program();
  const file = join(root, 'a file');
  writeFileSync(file, '');
  expect(await bundledProgram(root, 'cli.ts', [join(file, 'x'), kept])).toContain(kept);
  expect(await bundledProgram(root, 'cli.ts', [join(file, 'x')])).toBeUndefined();
});

test('a package that moved is found again', async () => {
  const { root, kept } = program();
  const before = await bundledProgram(root, 'cli.ts', [kept]);
  const above = join(root, '..', 'node_modules');
  mkdirSync(above);
  symlinkSync(join(root, 'node_modules', 'yaml'), join(above, 'yaml'), 'junction');
  expect(await bundledProgram(root, 'cli.ts', [kept])).toBe(before);
  rmSync(above, { recursive: true });
  rmSync(join(root, 'node_modules'), { recursive: true });
  expect(await bundledProgram(root, 'cli.ts', [kept])).not.toBe(before);
});

test('a source that does not parse is left to the loader, which says where', async () => {
  const { root, write, kept } = program();
  write('export const = ;');
  expect(await bundledProgram(root, 'cli.ts', [kept])).toBeUndefined();
  expect(readdirSync(kept)).toEqual([]);
});

test('a package that stays where it is gives what it gives to Node, not to bundlers', async () => {
  const { root, write, kept } = program();
  const left = join(root, 'node_modules', 'fontverter');
  mkdirSync(left);
  writeFileSync(join(left, 'package.json'), '{ "main": "main.cjs", "module": "module.mjs" }');
  writeFileSync(join(left, 'main.cjs'), 'exports.side = "main";');
  writeFileSync(join(left, 'module.mjs'), 'export const side = "module";');
  write(`import { side } from 'fontverter';\nexport const main = () => side;`);
  const path = await bundledProgram(root, 'cli.ts', [kept]);
  expect((await import(pathToFileURL(path ?? '').href)).main()).toBe('main');
});
