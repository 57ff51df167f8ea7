import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { suggest } from './base/nearest.ts';
import { build } from './commands/build.ts';
import { check } from './commands/check.ts';
import type { Command, CommandOptions } from './commands/command.ts';
import { explainFailure } from './commands/explain-failure.ts';
import { exportCommand } from './commands/export.ts';
import { fetchCommand } from './commands/fetch.ts';
import { explainHabit, withoutWatch } from './commands/habits.ts';
import { importCommand } from './commands/import.ts';
import { licences } from './commands/licences.ts';
import { newCommand } from './commands/new.ts';
import { schema } from './commands/schema.ts';
import { sources } from './commands/sources.ts';
import { start } from './commands/start.ts';

/** Every command. A new one is a file in `commands/` and a line here. */
const COMMANDS: readonly Command[] = [
  start,
  build,
  exportCommand,
  check,
  sources,
  fetchCommand,
  newCommand,
  importCommand,
  schema,
  licences,
];

/** Runs one command. Resolves to the exit code: 0 done, 1 problems or a failure, 2 a command line not understood. */
export async function main(argv: readonly string[]): Promise<number> {
  try {
    return await run(argv);
  } catch (error) {
    const { text, code } = explainFailure(error, `running "orihon ${argv.slice(0, 2).join(' ')}"`);
    console.error(text);
    return code;
  }
}

async function run(words: readonly string[]): Promise<number> {
  const argv = withoutWatch(words);
  // Which command it is, is known once every option of every command is.
  const options: CommandOptions = Object.fromEntries([
    ['help', { type: 'boolean' } as const],
    ['version', { type: 'boolean' } as const],
    ...COMMANDS.flatMap((one) => Object.entries(one.options)),
  ]);
  const habit = explainHabit(argv, new Set(Object.keys(options)));
  if (habit) return misunderstood(habit);
  const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true });
  const [name] = positionals;
  if (values['version'] === true && name === undefined) {
    console.log(version());
    return 0;
  }
  if (values['help']) {
    console.log(usage());
    return 0;
  }
  if (name === undefined) return misunderstood(usage());
  const command = COMMANDS.find((one) => one.name === name);
  // A deck alone is shown.
  if (!command && existsSync(name)) return start.run(['start', ...argv]);
  if (!command) {
    const names = COMMANDS.map((one) => one.name);
    return misunderstood(`"${name}" is no command. ${suggest(name, names)}\n\n${usage()}`);
  }
  const foreign = Object.keys(values).find((option) => !(option in command.options));
  if (foreign) return misunderstood(`"${name}" has no option --${foreign}.\n\n${usage()}`);
  return command.run(argv);
}

/** The program's own version, as its package says. */
function version(): string {
  return (
    readFileSync(new URL('../package.json', import.meta.url), 'utf8').match(/"version": "(.*)"/)?.[1] ?? ''
  );
}

function misunderstood(text: string): number {
  console.error(text);
  return 2;
}

function usage(): string {
  const wide = Math.max(...COMMANDS.map(({ name, takes }) => `${name} ${takes}`.length)) + 3;
  const lines = COMMANDS.flatMap(({ name, takes, says, more = [] }) => [
    `  ${`${name} ${takes}`.padEnd(wide)}${says}`,
    ...more.map((line) => `         ${line}`),
  ]);
  return `orihon: timeline slide decks from Markdown and data

${lines.join('\n')}

A deck is a folder of Markdown files, or one Markdown file; "slides" where none is named.
"orihon deck.md" alone shows a deck, as "start" does.`;
}
