import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type Packages, whatDiffers } from '../../../bin/lock-file.mjs';
import { nodeProblem } from '../../../bin/node-version.mjs';
import { alone, lockPath } from '../../../bin/one-at-a-time.mjs';
import { installPackages } from '../../../bin/set-up.mjs';
import { countPlaywright, countVitest, namesOfUnsteady } from '../../../bin/test-counts.mjs';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function write(path: string, packages: Packages) {
  writeFileSync(path, JSON.stringify({ packages }));
}

/** Puts packages into node_modules as npm does: their folders first, then the list of them. */
function install(root: string, packages: Packages) {
  for (const path of Object.keys(packages)) {
    mkdirSync(join(root, path), { recursive: true });
    writeFileSync(join(root, path, 'package.json'), '{}');
  }
  write(join(root, 'node_modules', '.package-lock.json'), packages);
}

/** A clone whose lock file wants `wanted`, and an `npm ci` that installs `made`, counted. */
function clone(wanted: Packages, made: Packages = wanted, name = 'a clone') {
  const outside = mkdtempSync(join(tmpdir(), 'orihon-'));
  folders.push(outside);
  const root = join(outside, name);
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  write(join(root, 'package-lock.json'), wanted);
  const said: string[] = [];
  let installs = 0;
  const effects = {
    say: (line: string) => said.push(line),
    install: () => {
      installs += 1;
      install(root, made);
      return 0;
    },
  };
  return { root, said, installs: () => installs, run: () => installPackages(root, effects) };
}

const VITE: Packages = { 'node_modules/vite': { version: '8.0.0' } };

describe('packages', () => {
  test('are installed on a fresh clone, with a word about it, and not again', () => {
    const { run, said, installs } = clone(VITE);
    expect([run(), run()]).toEqual([true, false]);
    expect(installs()).toBe(1);
    expect(said).toEqual(['Installing packages (first time, or the lock file changed) …']);
  });

  test('are installed again when the lock file changed', () => {
    const { root, run } = clone(VITE);
    install(root, { 'node_modules/vite': { version: '7.0.0' } });
    expect(run()).toBe(true);
  });

  test('are installed again when the folder of one is gone', () => {
    const { root, run } = clone(VITE);
    run();
    rmSync(join(root, 'node_modules', 'vite'), { recursive: true });
    expect([run(), run()]).toEqual([true, false]);
  });

  test('are installed again when an install was cut short', () => {
    const { root, run } = clone(VITE);
    run();
    writeFileSync(join(root, 'node_modules', '.package-lock.json'), '{"packages": {');
    expect(run()).toBe(true);
  });

  test('are left alone where Orihon is itself an installed package, or came without a lock file', () => {
    expect(clone(VITE, VITE, 'node_modules').run()).toBe(false);
    const { root, run } = clone(VITE);
    rmSync(join(root, 'package-lock.json'));
    expect(run()).toBe(false);
  });

  test('that npm cannot install are an error in plain words, without a stack', () => {
    const { root } = clone(VITE);
    expect(() => installPackages(root, { install: () => 1, say: () => undefined })).toThrow(
      expect.objectContaining({
        name: 'SetUpError',
        message:
          'The packages could not be installed: see what npm says above, mend it (often the network), and run the same command again.',
      }),
    );
  });

  test('that npm leaves unlike the lock file are an error that names them', () => {
    const { run } = clone(VITE, { 'node_modules/vite': { version: '7.0.0' } });
    expect(run).toThrow(
      'npm ci left node_modules/vite@8.0.0 unlike package-lock.json: delete the folder node_modules and run the same command again.',
    );
  });

  test('that are optional and could not be built are not tried at every start', () => {
    const mine = { version: '2.0.0', optional: true, os: [process.platform] };
    const { run } = clone({ ...VITE, 'node_modules/fsevents': mine }, VITE);
    expect([run(), run()]).toEqual([true, false]);
  });
});

describe('what differs from the lock file', () => {
  const linux = { os: 'linux', cpu: 'x64', libc: 'glibc' };
  const differs = (wanted: Packages, installed: Packages, machine = linux) =>
    whatDiffers(wanted, installed, () => true, machine).map(({ id }) => id);
  const forMachine = (os: string, libc?: string): Packages => ({
    'node_modules/esbuild': {
      version: '1.0.0',
      optional: true,
      os: [os],
      cpu: ['x64'],
      ...(libc && { libc: [libc] }),
    },
  });

  test('is nothing where the same versions are installed', () => {
    expect(differs({ '': {}, ...VITE }, VITE)).toEqual([]);
  });

  test('is a package with other content under the same version', () => {
    const wanted = { 'node_modules/vite': { version: '8.0.0', integrity: 'sha512-a' } };
    expect(differs(wanted, { 'node_modules/vite': { version: '8.0.0', integrity: 'sha512-b' } })).toEqual([
      'node_modules/vite@8.0.0',
    ]);
  });

  test('is a package that the lock file does not list', () => {
    expect(differs({}, VITE)).toEqual(['node_modules/vite@8.0.0']);
  });

  test('is not an optional package for another machine', () => {
    expect(differs(forMachine('darwin'), {})).toEqual([]);
    expect(differs(forMachine('!linux'), {})).toEqual([]);
    expect(differs(forMachine('linux', 'musl'), {})).toEqual([]);
  });

  test('is an optional package for this machine, as after node_modules was copied from another', () => {
    expect(differs(forMachine('linux'), {})).toEqual(['node_modules/esbuild@1.0.0']);
    expect(differs(forMachine('!win32'), {})).toEqual(['node_modules/esbuild@1.0.0']);
    expect(differs(forMachine('linux', 'glibc'), {})).toEqual(['node_modules/esbuild@1.0.0']);
  });

  test('is not an optional package that comes only with one for another machine', () => {
    expect(differs({ 'node_modules/@emnapi/core': { version: '1.0.0', optional: true } }, {})).toEqual([]);
  });
});

describe('two installs of one clone', () => {
  const quiet = () => undefined;

  test('leave no lock behind, even after a failure', () => {
    const { root } = clone(VITE);
    expect(() =>
      alone(root, quiet, () => {
        throw new Error('broken');
      }),
    ).toThrow('broken');
    const name = lockPath(root).slice(tmpdir().length + 1);
    expect(readdirSync(tmpdir())).not.toContain(name);
  });

  test('do not wait for a process that ended', () => {
    const { root } = clone(VITE);
    writeFileSync(lockPath(root), '2147483646'); // a number no process has
    expect(alone(root, quiet, () => 'done')).toBe('done');
  });
});

test.each(['20.19.0', '20.20.2', '22.12.0', '24.0.0', '26.1.0'])('Node %s is new enough', (version) => {
  expect(nodeProblem(version)).toBeUndefined();
});

test.each(['8.17.0', '18.20.4', '20.18.3', '21.7.3', '22.11.0'])('Node %s is too old', (version) => {
  expect(nodeProblem(version)).toBe(
    `Orihon needs Node.js 20.19, 22.12 or newer, and this is ${version}: install the current LTS release from https://nodejs.org and run the same command again.`,
  );
});

describe('the closing count', () => {
  const unit = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0, testResults: [] };

  test('takes the numbers of vitest', () => {
    expect(countVitest(unit)).toEqual({ passed: 3, failed: 0, skipped: 1 });
  });

  test('has a failure for a file of unit tests that broke down before its first test', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }];
    expect(countVitest({ ...unit, testResults })).toEqual({ passed: 3, failed: 1, skipped: 1 });
  });

  test('has each failed unit test once', () => {
    const testResults = [{ status: 'failed', assertionResults: [{ status: 'failed' }] }];
    expect(countVitest({ ...unit, numFailedTests: 1, testResults }).failed).toBe(1);
  });

  test('has a failure where no test was found', () => {
    expect(countVitest({ ...unit, numPassedTests: 0, numPendingTests: 0 }).failed).toBe(1);
    const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
    expect(countPlaywright({ stats, errors: [] }).failed).toBe(1);
  });

  test('has a failure for an error outside of tests; a browser test that passed at a second try is named', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
    expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 6, failed: 2, skipped: 2 });
    const spec = (status: string) => ({ file: 'a.spec.ts', line: 3, title: status, tests: [{ status }] });
    const suites = [{ specs: [spec('expected')], suites: [{ specs: [spec('flaky')] }] }];
    expect(namesOfUnsteady({ suites })).toEqual(['a.spec.ts:3 flaky']);
  });
});
