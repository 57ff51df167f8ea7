import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parseSync, transformWithOxc } from 'vite';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { FIGURES } from '../../src/figures/index.ts';

const ROWS = [
  ...readFileSync('tests/promises.md', 'utf8').matchAll(/^\| (\S+) \| (.+) \| (tests\/\S+) \|$/gm),
].map(([, where = '', words = '', held = '']) => ({ where, words, held }));

/** Words as they stand, whatever line they are broken at. */
const flat = (text: string) => text.replace(/\s+/g, ' ');

describe('the table of promises', () => {
  test('names words that stand in their document, and tests that are there', () => {
    expect(ROWS.length).toBeGreaterThan(10);
    const wrong = ROWS.filter(
      ({ where, words, held }) =>
        !flat(readFileSync(where, 'utf8')).includes(flat(words)) || !existsSync(held),
    );
    expect(wrong).toEqual([]);
  });
});

const DOCS = ['README.md', 'CONTRIBUTING.md', ...readdirSync('docs').map((name) => `docs/${name}`)].filter(
  (path) => path.endsWith('.md'),
);

/** Fences of a document, with what stands after their mark. */
function fencesOf(path: string): readonly { kind: string; text: string; line: number }[] {
  const text = readFileSync(path, 'utf8');
  return [...text.matchAll(/^(```+)([^\n`]*)\n([\s\S]*?)^\1$/gm)].map((match) => ({
    kind: (match[2] ?? '').split(' ')[0] ?? '',
    text: match[3] ?? '',
    line: text.slice(0, match.index).split('\n').length,
  }));
}

/** Why a fence is not what it says it is; undefined where it is. */
async function faultOf(kind: string, text: string): Promise<string | undefined> {
  try {
    if (kind === 'ts' && !/^ {2}\[/.test(text)) {
      const { errors } = parseSync('a.ts', text);
      if (errors.length > 0) return errors[0]?.message;
      await transformWithOxc(text, 'a.ts');
    }
    if (kind === 'json') JSON.parse(text);
    if (kind === 'yaml' || FIGURES.has(kind))
      return parseAllDocuments(text).flatMap((document) => ('errors' in document ? document.errors : []))[0]
        ?.message;
    return undefined;
  } catch (error) {
    return String(error);
  }
}

describe.each(DOCS)('the examples in %s', (path) => {
  test('are what their fences say', async () => {
    const faults = await Promise.all(
      fencesOf(path).map(async ({ kind, text, line }) => {
        const fault = await faultOf(kind, text);
        return fault === undefined ? [] : [`${path}:${line}: ${fault}`];
      }),
    );
    expect(faults.flat()).toEqual([]);
  });

  test('link to files that are there', () => {
    const text = readFileSync(path, 'utf8').replace(/^(```+)[\s\S]*?^\1$|`[^`\n]+`/gm, '');
    const folder = path.includes('/') ? path.replace(/[^/]*$/, '') : '';
    const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g)].map(
      ([, link = '']) => link,
    );
    // "…" stands for any file.
    expect(
      links
        .filter((link) => link !== '…')
        .filter((link) => !/^[\w./-]+$/.test(link) || !existsSync(folder + link)),
    ).toEqual([]);
  });
});
