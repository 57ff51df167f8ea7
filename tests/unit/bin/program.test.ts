import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { loadCompiled } from '../../../bin/compiled.mjs';
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
  const { main } = loadCompiled(path ?? '');
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
  expect(loadCompiled(after ?? '').main()).toBe('changed');
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

test('the command knows the folder it runs from, which has another name for each state of the source', async () => {
  const { root, write, kept } = program();
  write('export const main = () => import.meta.dirname;');
  const path = (await bundledProgram(root, 'cli.ts', [kept])) ?? '';
  expect(loadCompiled(path).main()).toBe(dirname(path));
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
  expect(loadCompiled(path ?? '').main()).toBe('main');
});

test('what was compiled is kept for the next start, and made anew where it is spoilt', async () => {
  const { root, write, kept } = program();
  write(`export const main = async () => (await import('fontverter')).side;`);
  const left = join(root, 'node_modules', 'fontverter');
  mkdirSync(left);
  writeFileSync(join(left, 'package.json'), '{ "main": "main.cjs" }');
  writeFileSync(join(left, 'main.cjs'), 'exports.side = "elsewhere";');
  const path = (await bundledProgram(root, 'cli.ts', [kept])) ?? '';
  const loader = new URL('../../../bin/compiled.mjs', import.meta.url).href;
  const start = () => {
    const script = `import { loadCompiled } from ${JSON.stringify(loader)};
      console.log(await loadCompiled(${JSON.stringify(path)}).main());`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script]);
    expect(String(stderr)).toBe('');
    return String(stdout);
  };
  const compiled = `${path}.compiled`;
  expect(start()).toBe('elsewhere\n');
  const { ino } = statSync(compiled);
  expect(start()).toBe('elsewhere\n');
  expect(statSync(compiled).ino).toBe(ino);
  writeFileSync(compiled, 'spoilt');
  expect(start()).toBe('elsewhere\n');
  expect(readFileSync(compiled).length).toBeGreaterThan(100);
});
