import type { Place, Report } from '../base/problem.ts';
import { nameCharacter } from '../fonts/coverage.ts';
import { type Script, scriptOf } from '../fonts/scripts.ts';

/** A text of the deck as it stands in a file. */
export interface WrittenText {
  readonly file: string;
  /** Line on which it begins, from 1. */
  readonly line: number;
  readonly text: string;
}

/** How many characters a message shows. */
const SHOWN = 5;

/** What reading puts in the place of a byte that is no UTF-8. */
const LOST = '\uFFFD';

/** Characters of one writing that no face holds, and where the first of them stands. */
interface Missing {
  readonly script: Script;
  readonly place: Place;
  readonly characters: Set<string>;
}

/**
 * Characters that no face at hand holds come from whatever font the machine in the hall has: told once a writing,
 * with the package that would make them the same everywhere. A byte that could not be read is lost, and an error.
 */
export function checkCharacters(
  texts: readonly WrittenText[],
  uncovered: (text: string) => readonly string[],
  report: Report,
): void {
  const missing = new Map<string, Missing>();
  for (const { file, line, text } of texts) {
    for (const character of uncovered(text)) {
      const place = placeIn(text, character, file, line);
      if (character === LOST) {
        const fix = 'Save the file as UTF-8.';
        report({ severity: 'error', place, what: 'a byte that is not UTF-8', fix });
        continue;
      }
      const script = scriptOf(character);
      const known = missing.get(script.name) ?? { script, place, characters: new Set() };
      missing.set(script.name, known);
      known.characters.add(character);
    }
  }
  for (const one of missing.values()) tell(one, report);
}

function tell({ script, place, characters }: Missing, report: Report): void {
  const all = [...characters];
  const names = all.length === 1 ? nameCharacter(all[0] ?? '') : all.slice(0, SHOWN).join(' ');
  const more = all.length > SHOWN ? ` and ${all.length - SHOWN} more` : '';
  report({
    severity: 'notice',
    place,
    what: `no face at hand holds these ${script.name}: ${names}${more}`,
    fix:
      'They come from a font of the machine that shows the deck. ' +
      `To have them alike everywhere, install ${script.package} where the command runs, or name a font under "fonts".`,
  });
}

function placeIn(text: string, character: string, file: string, line: number): Place {
  const before = text.slice(0, text.indexOf(character)).split('\n');
  return { file, line: line + before.length - 1, column: (before.at(-1) ?? '').length + 1 };
}
