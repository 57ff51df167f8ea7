import { readFileSync } from 'node:fs';

/** A small deck with the sentence it stands for. */
export interface Case {
  readonly name: string;
  readonly text: string;
}

/** Reads a file of cases: each begins with a line `=== sentence`. */
export function readCases(file: string): readonly Case[] {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  return text
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const [name = '', ...lines] = part.split('\n');
      return { name, text: lines.join('\n').replace(/\n+$/, '') };
    });
}
