import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { race, readOptions, tell } from './measure.ts';
import { serve } from './serve.ts';

// The packed package in an empty folder, its packages' scripts not run: from the command to the first page.
const options = readOptions(5);
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'orihon-bench-'));

function npm(cwd: string, words: readonly string[]): void {
  const windows = process.platform === 'win32';
  const { status } = spawnSync(windows ? 'npm.cmd' : 'npm', [...words], {
    cwd,
    shell: windows,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`npm ${words[0]} failed (see above)`);
}

try {
  npm(ROOT, ['pack', '--pack-destination', folder]);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const packed = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  npm(folder, [
    'install',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    ...packed.map((name) => `./${name}`),
  ]);
  const program = join(folder, 'node_modules', 'orihon', 'bin', 'orihon.mjs');
  spawnSync(process.execPath, [program, 'new', 'talk'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const start = async () => {
    const { time, close } = await serve(
      (port) => [program, 'start', 'talk', '--port', `${port}`, '--no-open'],
      folder,
    );
    await close();
    return time;
  };
  tell(
    [
      {
        title: 'Installed: from the command to the first page (goal: 2 s)',
        results: await race([{ name: 'orihon', run: start }], options),
        goals: [],
      },
    ],
    options,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
