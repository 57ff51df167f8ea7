import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** A fence of a kind of figure that has one beside its tests. */
export interface FigureSample {
  /** The folder of its tests: `dots` for `tests/unit/figures/dots/sample.md`. */
  readonly name: string;
  readonly fence: string;
}

/**
 * Every sample there is: by that file alone a new kind of figure is in the decks of chance and is attacked.
 * @param words stand wherever a file has WORDS, as JSON writes them: no letter of theirs ends them
 */
export function figureSamples(words: string): readonly FigureSample[] {
  const folder = 'tests/unit/figures';
  return readdirSync(folder).flatMap((name) => {
    const path = `${folder}/${name}/sample.md`;
    if (!existsSync(path)) return [];
    const fence = readFileSync(path, 'utf8').trim();
    return [{ name, fence: fence.replaceAll('WORDS', () => JSON.stringify(words)) }];
  });
}
