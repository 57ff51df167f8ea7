import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { UsageError } from '../base/failure.ts';
import { formatProblem, type Problem } from '../base/problem.ts';
import { command, oneDeck } from './command.ts';

export const importCommand = command({
  name: 'import',
  takes: 'file --to deck',
  says: 'write a timeline.yaml of a table, of TimelineJS’s or markwhen’s files',
  more: ['--dry-run   show it, and write nothing'],
  options: { to: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  run: async ([file, ...more], { to, 'dry-run': dry = false }) => {
    if (file === undefined || more.length > 0 || !existsSync(file))
      throw new UsageError(
        file !== undefined && more.length === 0
          ? `There is no file "${file}".`
          : 'Name the one file to bring in, e.g. "import list.csv --to my-talk".',
      );
    const stats = statSync(file);
    if (!stats.isFile() && !stats.isFIFO()) throw new UsageError(`"${file}" is no file: name one.`);
    const deck = oneDeck(to === undefined ? [] : [to]);
    if (!statSync(deck, { throwIfNoEntry: false })?.isDirectory())
      throw new UsageError(`"${deck}" is no folder: name the deck's own with --to.`);
    const target = join(deck, 'timeline.yaml');
    if (!dry && existsSync(target))
      throw new UsageError(`"${target}" is there already: nothing was written. See it with --dry-run.`);
    const { readTimelineTable } = await import('../figures/timeline/model/read-table.ts');
    const { writeTimeline } = await import('../figures/timeline/model/write-timeline.ts');
    const problems: Problem[] = [];
    const bytes = readFileSync(file);
    const name = basename(file);
    const written = readTimelineTable({ file: name, text: bytes.toString('utf8'), bytes }, (problem) =>
      problems.push(problem),
    );
    for (const problem of problems) console.error(formatProblem(problem));
    if (!written || problems.some(({ severity }) => severity === 'error')) return 1;
    const text = writeTimeline(written);
    if (dry) console.log(text);
    else {
      writeFileSync(target, text, { flag: 'wx' });
      console.log(`${written.located.value.events.length} events are in ${target}.`);
    }
    return 0;
  },
});
