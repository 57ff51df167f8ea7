import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatProblem, type Problem } from '../../../src/base/problem.ts';
import { plainText } from '../../../src/deck/read.ts';
import { makeSite } from '../../../src/site/site.ts';

/** Wrong decks: a Markdown file, or a folder with `deck.md` first; what is said of each stands in `<name>.txt`. */
const FOLDER = 'tests/broken';
const names = readdirSync(FOLDER)
  .filter((name) => !name.endsWith('.txt'))
  .sort();
const expectedOf = (name: string) => join(FOLDER, `${basename(name, '.md')}.txt`);

/** Whether the place is in its file: on a line it has, no further than behind the line's last letter. */
function isInFile(root: string, { place }: Problem): boolean {
  const written = plainText(readFileSync(join(root, place.file), 'utf8')).split('\n')[place.line - 1];
  return written !== undefined && place.column >= 1 && place.column <= written.length + 1;
}

describe('a wrong deck', () => {
  test.each(names)('is told exactly what is wrong with it: %s', async (name) => {
    const { problems, root } = await makeSite(join(FOLDER, name), { notes: true });
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.filter((problem) => !isInFile(root, problem))).toEqual([]);
    for (const { what, fix } of problems) {
      expect(what).toMatch(/[^.\s]$/);
      expect(fix).toMatch(/[.?]$/);
    }
    const said = `${problems.map(formatProblem).join('\n')}\n`;
    // Written anew only when asked for by name, and then read by whoever commits it.
    if (process.env['ORIHON_WRITE_BROKEN']) writeFileSync(expectedOf(name), said);
    expect(said).toBe(readFileSync(expectedOf(name), 'utf8'));
  });

  test('is one of sixty or more', () => {
    expect(names.length).toBeGreaterThanOrEqual(60);
  });

  test('has its text, and no text is without its deck', () => {
    const texts = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));
    expect(texts.map((name) => basename(name, '.txt')).sort()).toEqual(
      names.map((name) => basename(name, '.md')).sort(),
    );
  });
});
