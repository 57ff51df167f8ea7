import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../../src/cli.ts';
import { expect, test } from '../deck.ts';
import { anyDeck, SKY } from './any-deck.ts';

let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'orihon-fifty-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Fifty with those that lie here. */
const SEEDS = Array.from({ length: 40 }, (_, at) => at + 1);
const OWN = ['slides', 'docs/gallery', ...readdirSync('tests/decks').map((name) => `tests/decks/${name}`)];

const hasTool = (name: string) => spawnSync(name, ['--version']).error === undefined;
const [QPDF, MUTOOL] = [hasTool('qpdf'), hasTool('mutool')];
if (!QPDF || !MUTOOL)
  console.warn('qpdf or mutool is not installed: what they find in our files is not asked.');
/**
 * What mutool tells of itself, not of the file. It may be built without colour profiles ("ICC support"). A ligature is one
 * glyph that stands for many letters, which mutool's text cannot say. "repeated" counts such lines.
 */
const ITS_OWN = /ICC support|one to many mapping|repeated/;

/** What two other programs find in a file. */
function foundIn(file: string): readonly string[] {
  if (!existsSync(file)) return [];
  const checked = QPDF ? spawnSync('qpdf', ['--check', file], { encoding: 'utf8' }) : undefined;
  const drawn = MUTOOL
    ? spawnSync('mutool', ['draw', '-F', 'txt', '-o', '/dev/null', file], { encoding: 'utf8' })
    : undefined;
  const told = (drawn?.stderr ?? '')
    .split('\n')
    .filter((line) => /^(warning|error)/.test(line) && !ITS_OWN.test(line));
  return [...(checked && checked.status !== 0 ? [checked.stdout + checked.stderr] : []), ...told];
}

/** What of a deck's PDF is not as PDF/UA-1 and PDF/A-3a want it; and how many pages it has. */
async function conditionsOf(deck: string, name: string, format = 'pdf') {
  const report = join(folder, `${name}.json`);
  const output = join(folder, `${name}.pdf`);
  // Text that leaves its page keeps a file from being written, and is no matter of this test.
  const notes = format === 'pdf' ? ['--notes'] : [];
  await main(['export', deck, '--format', format, '--output', output, '--report', report, ...notes]);
  const { conditions, pages }: { conditions: unknown; pages: number } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  expect(foundIn(output)).toEqual([]);
  return { conditions, pages };
}

for (const deck of OWN)
  test(`${deck} is PDF/UA-1 and PDF/A-3a`, async () => {
    const { conditions, pages } = await conditionsOf(deck, deck.replace(/\W/g, '-'));
    expect(conditions).toEqual([]);
    expect(pages).toBeGreaterThan(1);
  });

for (const deck of OWN)
  test(`the handout of ${deck} is PDF/UA-1 and PDF/A-3a`, async () => {
    const { conditions } = await conditionsOf(deck, `${deck.replace(/\W/g, '-')}-handout`, 'handout');
    expect(conditions).toEqual([]);
  });

for (const seed of SEEDS)
  test(`a deck put together by chance (${seed}) is PDF/UA-1 and PDF/A-3a`, async () => {
    const deck = join(folder, `deck-${seed}`);
    mkdirSync(deck);
    for (const [path, text] of anyDeck(seed)) writeFileSync(join(deck, path), text);
    const { conditions, pages } = await conditionsOf(deck, `deck-${seed}`);
    expect(conditions).toEqual([]);
    expect(pages).toBeGreaterThan(1);
  });

test('a file that fails a condition is written without its mark, and the report names it with its page', async () => {
  const deck = join(folder, 'no-words.md');
  writeFileSync(join(folder, 'sky.svg'), SKY);
  // In HTML a picture without `alt` is not one that means nothing: that is `alt=""`, as Markdown's `![]()` has it.
  writeFileSync(deck, '# Pictures\n\n![](sky.svg)\n\n---\n\n## One\n\n<img src="sky.svg">\n');
  const [output, report] = [join(folder, 'no-words.pdf'), join(folder, 'no-words.json')];
  expect(await main(['export', deck, '--output', output, '--report', report])).toBe(0);
  const { conditions }: { conditions: unknown } = JSON.parse(readFileSync(report, 'utf8'));
  // Pages are counted from 0.
  expect(conditions).toEqual([expect.objectContaining({ number: '13-004', page: 1 })]);
  const written = readFileSync(output, 'latin1');
  expect(written).not.toContain('<pdfuaid:part>');
  expect(written).toContain('<pdfaid:part>3<');
  const strict = join(folder, 'strict.pdf');
  expect(await main(['export', deck, '--output', strict, '--strict'])).toBe(1);
  expect(existsSync(strict)).toBe(false);
});
