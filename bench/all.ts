import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

// Runs every benchmark in a process of its own, with the arguments given, and writes one table of them all.
const BENCHMARKS = [
  'pdf',
  'warm',
  'build',
  'compose',
  'edit',
  'timeline',
  'timeline-layout',
  'chart',
  'installed',
];
const HERE = fileURLToPath(new URL('.', import.meta.url));
const OUT = join(HERE, '..', 'test-results', 'bench');

const Tables = z.array(
  z.object({
    title: z.string(),
    results: z.array(z.object({ name: z.string(), median: z.number(), ratio: z.number() })),
    goals: z.array(z.object({ peer: z.string(), most: z.number() })),
  }),
);

mkdirSync(OUT, { recursive: true });
const failed: string[] = [];
const rows = BENCHMARKS.flatMap((name) => {
  const file = join(OUT, `${name}.json`);
  rmSync(file, { force: true });
  console.error(`\n${name}`);
  const args = ['--import', 'tsx', join(HERE, `${name}.ts`), ...process.argv.slice(2), '--json', file];
  const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 2, 2] });
  if (status !== 0) failed.push(name);
  try {
    return Tables.parse(JSON.parse(readFileSync(file, 'utf8'))).flatMap(rowsOf);
  } catch {
    return [];
  }
});

function rowsOf({ title, results, goals }: z.infer<typeof Tables>[number]): readonly string[] {
  const [ours, ...peers] = results;
  if (!ours) return [];
  if (peers.length === 0) return [`| ${title} | ${time(ours.median)} | | | |`];
  return peers.map(({ name, median, ratio }) => {
    const goal = goals.find(({ peer }) => peer === name)?.most;
    const verdict = goal === undefined ? '' : `${goal.toFixed(2)} ${1 / ratio <= goal ? 'held' : 'MISSED'}`;
    return `| ${title} | ${time(ours.median)} | ${name} ${time(median)} | ${(1 / ratio).toFixed(2)} | ${verdict} |`;
  });
}

function time(ms: number): string {
  return ms < 1000 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(2)} s`;
}

const table = [
  `On ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Node ${process.versions.node}.`,
  '',
  '| | ours | peer | ours / peer | goal at most |',
  '| --- | ---: | ---: | ---: | ---: |',
  ...rows,
  ...failed.map((name) => `| ${name} | failed: see above | | | |`),
].join('\n');
writeFileSync(join(OUT, 'table.md'), `${table}\n`);
console.log(`\n${table}`);
process.exitCode = failed.length > 0 || table.includes('MISSED') ? 1 : 0;
