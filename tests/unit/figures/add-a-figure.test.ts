import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let folder = '';

/** The fences of docs/architecture.md that name a file. */
const FENCES = [
  ...readFileSync('docs/architecture.md', 'utf8').matchAll(
    /^(`{3,})(?:ts|css|markdown) (\S+)( \(a line\))?\n([\s\S]*?)^\1$/gm,
  ),
].map(([, , path = '', isLine, text = '']) => ({ path, text, isLine: isLine !== undefined }));

const LINE = /^export const FIGURES.*new Map\(\[$/m;

function node(...words: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8' });
  expect(status, stdout + stderr).toBe(0);
  return stdout;
}

// A program and a page are made of all of the source, in ten seconds: in the long run.
describe.runIf(process.env['ORIHON_LONG'])('the kind of figure that docs/architecture.md adds', () => {
  /** A copy of the source, with the kind of figure that the docs add to it. */
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'orihon figure '));
    for (const name of ['src', 'assets', 'package.json', 'vite.config.ts', 'tsconfig.json'])
      cpSync(name, join(folder, name), { recursive: true });
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
    for (const { path, text, isLine } of FENCES) {
      const target = join(folder, path);
      mkdirSync(dirname(target), { recursive: true });
      if (!isLine) writeFileSync(target, text);
      else {
        const before = readFileSync(target, 'utf8');
        expect(before).toMatch(LINE);
        const imported = "import { dotsFigure } from './dots/figure.ts';\n";
        writeFileSync(target, imported + before.replace(LINE, (all) => `${all}\n${text.trimEnd()}`));
      }
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('the types of a kind of figure hold', () => {
    const config = {
      extends: './tsconfig.json',
      include: ['src/figures/index.ts', 'tests/unit/figures/dots'],
    };
    writeFileSync(join(folder, 'tsconfig.dots.json'), JSON.stringify(config));
    node('node_modules/typescript/bin/tsc', '-p', 'tsconfig.dots.json');
  });

  test('a kind of figure is a folder and a line: it is on the slide, the phone and paper', () => {
    expect(FENCES.filter(({ isLine }) => isLine)).toHaveLength(1);
    const touched = FENCES.filter(({ isLine, path }) => !isLine && !path.includes('/figures/dots/'));
    expect(touched).toEqual([]);
    expect(FENCES.map(({ path }) => path)).toContain('tests/unit/figures/dots/sample.md');

    writeFileSync(
      join(folder, 'deck.md'),
      '## Most stayed\n\n```dots\npart: 7\nof: 10\nwords: Seven in ten.\n```\n\n---\n\n## Too many\n\n```dots\npart: 11\nof: 10\nwords: x\n```\n',
    );
    writeFileSync(
      join(folder, 'try.ts'),
      `import { bundlePage } from './src/site/vite.ts';
import { makeSite } from './src/site/site.ts';
const page = await bundlePage({ split: true });
const { problems } = await makeSite('deck.md', { notes: false });
const { readFileSync, writeFileSync } = await import('node:fs');
writeFileSync('deck.md', readFileSync('deck.md', 'utf8').split('---')[0] ?? '');
const { site } = await makeSite('deck.md', { notes: false });
console.log(JSON.stringify({ page: [...page], problems, slides: site?.slides }));
`,
    );
    const made: {
      page: [string, string][];
      problems: { what: string; place: object }[];
      slides: string;
    } = JSON.parse(node('--import', 'tsx', 'try.ts'));
    expect(made.slides.match(/<circle class="full"/g)).toHaveLength(7);
    expect(made.problems.map(({ what }) => what)).toContain('a part of 11 is more than the whole of 10');
    const sheets = (name: RegExp) =>
      made.page.flatMap(([path, text]) => (name.test(path) ? [text] : [])).join('');
    expect(sheets(/index.*\.css$/)).toMatch(/\.dots svg\s*\{[^}]*height:\s*24rem/);
    expect(sheets(/reading.*\.css$/)).toMatch(/\.dots svg\s*\{[^}]*height:\s*auto/);
    expect(sheets(/paper.*\.css$/)).toMatch(/\.dots\s*\{\s*break-inside:\s*avoid/);
  });
});
