/** Where progress is said: the terminal's error stream, or a list in a test. */
export interface ProgressStream {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

/** What an export says while it works. */
export interface Progress {
  readonly say: (line: string) => void;
  /**
   * Counts on one line, written over itself: `12 of 31 pages laid out`. Where lines cannot be written over,
   * as in a log, only the last count is said.
   */
  readonly count: (done: number, all: number, what: string) => void;
}

export function progressOn(stream: ProgressStream): Progress {
  return {
    say: (line) => void stream.write(`${line}\n`),
    count: (done, all, what) => {
      const isLast = done >= all;
      if (!stream.isTTY && !isLast) return;
      const line = `  ${done} of ${all} ${what}`;
      stream.write(stream.isTTY ? `\r${line}\x1b[K${isLast ? '\n' : ''}` : `${line}\n`);
    },
  };
}
