import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { importSource, ROOT, SetUpError } from './set-up.mjs';
import {
  countPlaywright,
  countVitest,
  namesOfUnsteady,
  timesOfPlaywright,
  timesOfVitest,
} from './test-counts.mjs';

/** @typedef {import('./test-counts.mjs').Counts} Counts */

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {readonly string[]} command a package, its executable inside it, and arguments
 * @property {(report: any) => Counts} [count] reads the step's report; a step without one counts as one test
 * @property {(report: any) => { file: string, seconds: number }[]} [times] how long each file of tests took
 * @property {string} [report] path of the report
 */

/** @type {readonly Step[]} */
const QUICK = [
  // Alone on its thread it takes half the work of four that each check what all share; the unit tests last longer.
  { name: 'Types', command: ['typescript', 'bin/tsc', '--noEmit', '--pretty', 'false', '--singleThreaded'] },
  { name: 'Lint', command: ['@biomejs/biome', 'bin/biome', 'check', '.'] },
  {
    name: 'Unit tests',
    command: [
      ...['vitest', 'vitest.mjs', 'run', '--reporter=default', '--reporter=json'],
      '--outputFile.json=test-results/unit.json',
    ],
    count: countVitest,
    times: timesOfVitest,
    report: 'test-results/unit.json',
  },
];

/** @type {Step} */
const BROWSER = {
  name: 'Browser tests',
  command: ['@playwright/test', 'cli.js', 'test'],
  count: countPlaywright,
  times: timesOfPlaywright,
  report: 'test-results/browser.json',
};

/**
 * Runs every step, also after one that failed, and ends with a table and the line `N passed, N failed`.
 * The quick steps run side by side, while a browser is looked for; the browser tests run alone, said line by line.
 *
 * @param {readonly string[]} args
 * @returns {Promise<number>} exit code
 */
export async function runTests(args) {
  const { long, shard } = readArguments(args);
  const began = Date.now();
  const { findBrowser } = await importSource('browser/find.ts');
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, ...(long && { ORIHON_LONG: '1' }) };
  // What is the same in every part is done in the first.
  const quick = QUICK.filter(({ count }) => count || !shard || shard.startsWith('1/')).map(inPart(shard));
  const inBrowser = inPart(shard)(BROWSER);
  const total = quick.length + 1;

  const looking = findBrowser().then(
    (/** @type {{ executablePath: string }} */ { executablePath }) => ({ executablePath }),
    (/** @type {Error} */ { message }) => ({ message }),
  );
  console.log(quick.map(({ name }, index) => `${index + 1}/${total} ${name} …`).join('\n'));
  const results = await Promise.all(
    quick.map((step, index) => runQuietly(step, `${index + 1}/${total}`, env)),
  );

  const browser = await looking;
  console.log(`${total}/${total} ${BROWSER.name} …`);
  if (browser.executablePath)
    results.push(await run(inBrowser, { ...env, ORIHON_BROWSER: browser.executablePath }, 'inherit'));
  else {
    console.log(browser.message);
    results.push({ name: BROWSER.name, seconds: 0, ok: false, output: '', passed: 0, failed: 1, skipped: 0 });
  }
  return summarise(results, (Date.now() - began) / 1000);
}

/**
 * @param {readonly string[]} args
 * @returns {{ long: boolean, shard: string | undefined }} `shard` is `2/6`
 */
function readArguments(args) {
  const at = args.indexOf('--shard');
  const shard = at < 0 ? undefined : args[at + 1];
  const [, part = 0, parts = 0] = (/^(\d+)\/(\d+)$/.exec(shard ?? '') ?? []).map(Number);
  if (at >= 0 && !(part >= 1 && part <= parts))
    throw new SetUpError('"--shard" takes a part and their number, e.g. --shard 2/6.');
  const unknown = args.find(
    (arg, index) => arg !== '--long' && (at < 0 || (index !== at && index !== at + 1)),
  );
  if (unknown) throw new SetUpError(`Unknown argument "${unknown}": npm test takes --long and --shard 2/6.`);
  return { long: args.includes('--long'), shard };
}

/**
 * @param {string | undefined} shard
 * @returns {(step: Step) => Step} the step, or the part of it that a shard has
 */
function inPart(shard) {
  return (step) => (shard && step.count ? { ...step, command: [...step.command, `--shard=${shard}`] } : step);
}

/** @typedef {Counts & { name: string, seconds: number, ok: boolean, output: string }} Result */

/**
 * Keeps a step's output back, so that steps side by side do not mix, and shows it only where it failed.
 *
 * @param {Step} step
 * @param {string} place `2/4`
 * @param {NodeJS.ProcessEnv} env
 */
async function runQuietly(step, place, env) {
  const result = await run(step, env, 'pipe');
  if (!result.ok) console.log(result.output.trimEnd());
  const verdict = result.ok ? 'passed' : 'FAILED';
  console.log(`${place} ${step.name} ${verdict} in ${result.seconds.toFixed(1)} s`);
  return result;
}

/**
 * Runs a step by Node itself: no shell, no `.cmd`, so that spaces and backslashes in paths do no harm.
 *
 * @param {Step} step
 * @param {NodeJS.ProcessEnv} env
 * @param {'inherit' | 'pipe'} output
 * @returns {Promise<Result>}
 */
function run({ name, command: [packageName = '', script = '', ...args], count, report }, env, output) {
  const began = Date.now();
  // A report left by an earlier run must not be counted.
  if (report) rmSync(join(ROOT, report), { force: true });
  const manifest = createRequire(import.meta.url).resolve(`${packageName}/package.json`);
  return new Promise((resolve, reject) => {
    /** @type {Buffer[]} */
    const chunks = [];
    const child = spawn(process.execPath, [join(dirname(manifest), script), ...args], {
      cwd: ROOT,
      env,
      stdio: ['ignore', output, output],
    });
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      const counts = countOf(code === 0, count, report);
      const ok = code === 0 && counts.failed === 0;
      const seconds = (Date.now() - began) / 1000;
      resolve({ name, seconds, ok, output: Buffer.concat(chunks).toString('utf8'), ...counts });
    });
  });
}

/**
 * A step without a report is one test. One that failed has at least one failure, whatever its report says:
 * a runner that broke down may have written none, or one without failed tests.
 *
 * @param {boolean} succeeded
 * @param {Step['count']} count
 * @param {string | undefined} report
 * @returns {Counts}
 */
function countOf(succeeded, count, report) {
  /** @type {Counts} */
  let counts = { passed: 0, failed: 0, skipped: 0 };
  if (!count || !report) counts.passed = succeeded ? 1 : 0;
  else
    try {
      counts = count(JSON.parse(readFileSync(join(ROOT, report), 'utf8')));
    } catch {
      counts.failed = 1;
    }
  if (!succeeded && counts.failed === 0) counts.failed = 1;
  return counts;
}

/**
 * @param {readonly Result[]} results
 * @param {number} seconds
 * @returns {number} exit code
 */
function summarise(results, seconds) {
  console.log('');
  for (const { name, ok, passed, failed, skipped, seconds } of results) {
    const counts = [`${passed} passed`, failed && `${failed} failed`, skipped && `${skipped} skipped`];
    const verdict = ok ? 'passed' : 'FAILED';
    console.log(
      `${name.padEnd(14)} ${verdict}  ${`${seconds.toFixed(1)} s`.padStart(8)}   ${counts.filter(Boolean).join(', ')}`,
    );
  }
  for (const name of unsteady()) console.log(`Passed only at a second try: ${name}`);
  console.log(`\nMost time went into:\n${slowest().join('\n')}\n`);
  const sum = (/** @type {'passed' | 'failed'} */ key) =>
    results.reduce((total, result) => total + result[key], 0);
  console.log(`In all ${seconds.toFixed(1)} s; type check and lint count as one test each.`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return results.every(({ ok }) => ok) ? 0 : 1;
}

/** @returns {readonly string[]} browser tests that passed only when tried again */
function unsteady() {
  try {
    return namesOfUnsteady(JSON.parse(readFileSync(join(ROOT, BROWSER.report ?? ''), 'utf8')));
  } catch {
    return [];
  }
}

/**
 * The files of tests that took longest, as the reports of this run have it.
 *
 * @returns {readonly string[]}
 */
function slowest() {
  const files = [QUICK, [BROWSER]].flat().flatMap(({ times, report }) => {
    try {
      return times && report ? times(JSON.parse(readFileSync(join(ROOT, report), 'utf8'))) : [];
    } catch {
      return [];
    }
  });
  return files
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, 8)
    .map(
      ({ file, seconds }) => `${seconds.toFixed(1).padStart(8)} s  ${relative(ROOT, resolve(ROOT, file))}`,
    );
}
