import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from '../base/failure.ts';

export type CommandOptions = NonNullable<ParseArgsConfig['options']>;

/** What was typed for each option, by its name; undefined where it was not. */
type Values<Options extends CommandOptions> = ReturnType<typeof parseArgs<{ options: Options }>>['values'];

/** One command of the program, as `cli.ts` lists it. */
export interface Command {
  readonly name: string;
  /** What follows the name: `[deck] --out folder`. */
  readonly takes: string;
  /** What it does, in a few words. */
  readonly says: string;
  /** Further lines of the usage, about its options. */
  readonly more?: readonly string[];
  readonly options: CommandOptions;
  /** Runs it with all words of the command line. Resolves to the exit code: 0 done, 1 problems or a failure. */
  readonly run: (argv: readonly string[]) => Promise<number>;
}

/** A command whose `run` gets the words after its name, and its own options, typed. */
export function command<const Options extends CommandOptions>(
  written: Omit<Command, 'run' | 'options'> & {
    readonly options: Options;
    readonly run: (words: readonly string[], values: Values<Options>) => number | Promise<number>;
  },
): Command {
  const { options } = written;
  return {
    ...written,
    run: async (argv) => {
      const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true });
      return written.run(positionals.slice(1), values);
    },
  };
}

/**
 * The deck that a command is about; `slides` where none is named.
 * @throws UsageError for more than one.
 */
export function oneDeck([deck = 'slides', ...more]: readonly string[]): string {
  if (more.length > 0) throw new UsageError(`One deck at a time; not understood: ${more.join(' ')}`);
  return deck;
}
