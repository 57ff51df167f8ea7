import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '../deck.ts';

const run = promisify(execFile);
let folder = '';
let server: ChildProcess | undefined;

test.afterEach(() => {
  server?.kill('SIGTERM');
  if (folder) rmSync(folder, { recursive: true, force: true });
});

test('the packed package, installed into any folder, starts, checks, builds and exports a new deck @long', async ({
  page,
}) => {
  test.setTimeout(600_000);
  folder = mkdtempSync(join(tmpdir(), 'orihon installed '));
  // A test is run by npm: what that tells its scripts is no business of a user's own shell.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_')));
  const npm = (...words: string[]) => run('npm', words, { cwd: folder, env, maxBuffer: 1e8 });
  await run('npm', ['pack', '.', './packages/create-orihon', '--pack-destination', folder], { env });
  const tarballs = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  expect(tarballs).toHaveLength(2);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  await npm('install', '--no-audit', '--no-fund', '--ignore-scripts', ...tarballs.map((name) => `./${name}`));

  const installed = join(folder, 'node_modules', 'orihon');
  expect(readdirSync(installed)).not.toContain('slides');
  expect(readdirSync(installed)).not.toContain('tests');
  const command = join(folder, 'node_modules', '.bin', 'orihon');
  const orihon = async (...words: string[]) => {
    const { stdout, stderr } = await run(command, words, { cwd: folder, env });
    return stdout + stderr;
  };
  expect(await orihon('new', 'my talk')).toContain('orihon start "my talk"');
  // Nothing is bundled or compiled first, so that it starts at once.
  expect(existsSync(join(folder, 'node_modules', 'tsx'))).toBe(false);
  expect(existsSync(join(folder, 'node_modules', '.cache', 'orihon', 'program'))).toBe(false);
  // What `npm create orihon` runs.
  await run(join(folder, 'node_modules', '.bin', 'create-orihon'), ['second'], { cwd: folder, env });
  expect(existsSync(join(folder, 'second', 'timeline.yaml'))).toBe(true);
  expect(await orihon('check', 'my talk')).toContain('0 errors');
  expect(await orihon('build', 'my talk', '--out', 'site')).toContain('3 slides');
  expect(readFileSync(join(folder, 'site', 'index.html'), 'utf8')).toContain('id="members"');
  await orihon('export', 'my talk', '--output', 'talk.pdf');
  expect(readFileSync(join(folder, 'talk.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  for (const [format, file] of [
    ['html', 'talk.html'],
    ['handout', 'handout.pdf'],
    ['png', 'pictures'],
    ['poster', 'poster.pdf'],
    ['pptx', 'talk.pptx'],
    ['text', 'talk.txt'],
  ] as const) {
    await orihon('export', 'my talk', '--format', format, '--output', file);
    expect(existsSync(join(folder, file)), format).toBe(true);
  }

  writeFileSync(
    join(folder, 'try.mjs'),
    `import { checkDeck, defineFigure, makeSite } from 'orihon';
const big = defineFigure('big', ({ body }) => ({ cites: [], pages: () => ['<p>' + body.trim() + '</p>'], css: '' }));
const { site } = await makeSite(process.argv[2], { figures: [big] });
const problems = await checkDeck(process.argv[2], { quick: true, figures: [big] });
console.log(site.pages.length + ' ' + problems.filter(({ severity }) => severity === 'error').length);
`,
  );
  expect((await run(process.execPath, ['try.mjs', 'my talk'], { cwd: folder, env })).stdout.trim()).toBe(
    '3 0',
  );

  server = spawn(process.execPath, [join(installed, 'bin', 'orihon.mjs'), 'start', 'my talk', '--no-open'], {
    cwd: folder,
    env,
  });
  const address = await new Promise<string>((resolve) => {
    let said = '';
    server?.stdout?.on('data', (chunk) => {
      said += chunk;
      const url = /http:\/\/\S+/.exec(said)?.[0];
      if (url) resolve(url);
    });
  });
  await page.goto(`${address}#/members`);
  await page.waitForFunction(() => window.Reveal?.isReady());
  await expect(page.locator('#members canvas[width]')).toBeVisible();
  // Nothing was installed or kept beside the package by running it.
  expect(existsSync(join(folder, 'node_modules', '.vite'))).toBe(false);
  expect(existsSync(join(installed, 'node_modules', '.vite'))).toBe(false);
});
