import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { main } from '../../../src/cli.ts';
import { readPdf } from '../../../src/export/pdf/read.ts';
import { readTexts } from '../../../src/export/pdf/read-text.ts';
import { makeSite } from '../../../src/site/site.ts';
import { expect, test } from '../deck.ts';

let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'orihon-handout-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
  readonly size: number;
}

/** Runs of text on each page, pt from the lower left corner, and the page's size. */
async function runsOf(path: string) {
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 }).promise;
  const pages: { readonly runs: readonly Run[]; readonly width: number; readonly height: number }[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const runs = items.flatMap((piece): readonly Run[] => {
      if (!('str' in piece) || piece.str.trim() === '') return [];
      const [, , , size, left, base]: readonly number[] = piece.transform;
      if (size === undefined || left === undefined || base === undefined) return [];
      // What stands on a line: from a little below its base to the height of its capitals.
      return [
        { text: piece.str, left, right: left + piece.width, bottom: base, top: base + size * 0.65, size },
      ];
    });
    pages.push({ runs, width, height });
  }
  await pdf.destroy();
  return pages;
}

/** Letters and digits only: a PDF cuts text into runs, and hyphens lines, where it likes. */
function letters(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}

/** The words below the slide: notes, sources and the page's foot. */
function below({ runs, width, height }: Awaited<ReturnType<typeof runsOf>>[number], hasSlide: boolean) {
  const slide = hasSlide ? ((width - (2 * 16 * 72) / 25.4) * 45) / 80 + (14 * 72) / 25.4 : 0;
  return runs.filter(({ bottom }) => bottom < height - slide);
}

async function proveHandout(deck: string, output: string): Promise<void> {
  const { site } = await makeSite(deck, { notes: true });
  const pages = await runsOf(output);
  const all = letters(pages.flatMap(({ runs }) => runs.map(({ text }) => text)).join(''));
  let notes = 0;
  for (const slide of site?.deck.slides ?? [])
    for (const block of slide.notes.split(/<\/(?:p|li|td|th)>/)) {
      const words = letters(block.replace(/<[^>]*>/g, '').replace(/&\w+;/g, ' '));
      if (words.length > 0) notes++;
      // A block may go on after the foot of a page.
      for (let at = 0; at < words.length; at += 40)
        if (!all.includes(words.slice(at, at + 20)))
          for (const word of block.replace(/<[^>]*>/g, ' ').split(/\s+/))
            expect(all, slide.id).toContain(letters(word));
    }
  expect(notes).toBeGreaterThan(0);

  const { pages: tagged, bookmarks, title, lang } = await readPdf(readFileSync(output));
  expect([title.startsWith(site?.deck.meta.title ?? '?'), lang]).toEqual([true, site?.deck.meta.lang]);
  expect(bookmarks.length).toBe(site?.pages.length);
  const firsts = new Set(bookmarks.map(({ page }) => page));
  expect(firsts.size).toBe(site?.pages.length);
  for (const number of firsts) expect(tagged[number ?? -1]?.headings.length).toBeGreaterThan(0);

  const wrong: string[] = [];
  for (const [index, page] of pages.entries()) {
    const place = `on page ${index + 1}`;
    if (!letters(page.runs.map(({ text }) => text).join('')).includes(`${index + 1}of${pages.length}`))
      wrong.push(`no number ${place}`);
    for (const { left, right, bottom, top, text } of page.runs)
      if (left < 0 || right > page.width || bottom < 0 || top > page.height)
        wrong.push(`"${text}" is cut ${place}`);
    // A full stop brings the space after it along, under the word that follows; a comma stands under the arm of a 7.
    const runs = below(page, firsts.has(index)).filter(({ text }) => letters(text) !== '');
    for (const [at, one] of runs.entries())
      for (const other of runs.slice(at + 1)) {
        const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const high = Math.min(one.top, other.top) - Math.max(one.bottom, other.bottom);
        if (wide > 0.15 * Math.min(one.size, other.size) && high > 0.5)
          wrong.push(`"${one.text}" and "${other.text}" overlap ${place}`);
      }
  }
  expect(wrong).toEqual([]);
}

test('a handout holds every word of long notes on as many pages as they take; nothing overlaps or is cut', async () => {
  const words = (count: number, seed: number) =>
    Array.from({ length: count }, (_, at) => `word${(at * 7919 + seed * 104729) % 9973}`).join(' ');
  const deck = join(folder, 'long.md');
  const paragraphs = Array.from({ length: 9 }, (_, at) => `${words(110, at)}.`).join('\n\n');
  const points = Array.from({ length: 12 }, (_, at) => `- ${words(30, at + 50)}`).join('\n');
  writeFileSync(join(folder, 'sources.yaml'), '- { id: a, type: book, title: A book, issued: "1999" }\n');
  writeFileSync(
    deck,
    `# First\n\nText [@a]\n\nNote:\n${paragraphs}\n\n${points}\n\n---\n\n## Second\n\nNone.\n\n---\n\n## Third\n\nShort.\n\nNote:\n| a | b |\n|---|---|\n| one | two |\n`,
  );
  for (const paper of ['a4', 'letter']) {
    const output = join(folder, `${paper}.pdf`);
    const report = join(folder, `${paper}.json`);
    const files = ['--output', output, '--report', report];
    const alone = ['--per-page', '1', '--paper', paper];
    expect(await main(['export', deck, '--format', 'handout', ...alone, ...files])).toBe(0);
    await proveHandout(deck, output);
    const proof = JSON.parse(readFileSync(report, 'utf8'));
    expect(proof).toMatchObject({ slides: 3, links: { dead: 0 }, bitmaps: [], overflow: [], requests: [] });
    expect(proof.fonts.map(({ kind }: { kind: string }) => kind)).toEqual(
      Array(proof.fonts.length).fill('TrueType'),
    );
    const [first] = await runsOf(output);
    expect([Math.round(first?.width ?? 0), Math.round(first?.height ?? 0)]).toEqual(
      paper === 'a4' ? [595, 842] : [612, 792],
    );
  }
});

test('sources that take more than half of the page come after the notes', async () => {
  const ids = Array.from({ length: 40 }, (_, at) => `a${at}`);
  const works = ids.map(
    (id) =>
      `- { id: ${id}, type: book, title: A long title of a work that fills a whole line of its own, issued: "1999" }`,
  );
  mkdirSync(join(folder, 'many'));
  writeFileSync(join(folder, 'many', 'sources.yaml'), works.join('\n'));
  const cites = ids.map((id) => `@${id}`).join('; ');
  writeFileSync(join(folder, 'many', 'deck.md'), `# First\n\nText\n\nNote:\nSpoken words. [${cites}]\n`);
  const output = join(folder, 'many.pdf');
  expect(await main(['export', join(folder, 'many'), '--format', 'handout', '--output', output])).toBe(0);
  await proveHandout(join(folder, 'many'), output);
  const [first] = await runsOf(output);
  const heightOf = (words: string) =>
    first?.runs.find(({ text }) => text.includes(words))?.bottom ?? Number.NaN;
  expect(heightOf('Spoken words')).toBeGreaterThan(heightOf('1.'));
});

test('the handout of the whole deck does, too @long', async () => {
  const output = join(folder, 'deck.pdf');
  const alone = ['--per-page', '1', '--output', output];
  expect(await main(['export', 'slides', '--format', 'handout', ...alone])).toBe(0);
  await proveHandout('slides', output);
  const { pages } = await readPdf(readFileSync(output));
  expect(pages.flatMap(({ fonts }) => fonts.filter(({ kind }) => kind === 'Type 3'))).toEqual([]);
  expect(pages.map(({ bitmaps }) => bitmaps).filter((count) => count > 0)).toEqual([]);
});

for (const [perPage, sheets] of [
  // Where nobody says it their notes do.
  [undefined, 3],
  ['2', 3],
  ['3', 2],
  ['6', 1],
] as const)
  test(`${perPage ?? 'By themselves two'} slides share a page where notes are short, each whole, with every word`, async () => {
    const output = join(folder, `several-${perPage}.pdf`);
    const deck = 'tests/decks/soil-lecture';
    const asked = perPage === undefined ? [] : ['--per-page', perPage];
    expect(await main(['export', deck, '--format', 'handout', ...asked, '--output', output])).toBe(0);
    const { pages, bookmarks } = await readPdf(readFileSync(output));
    expect(bookmarks.length).toBe(6);
    expect(pages.length).toBeLessThanOrEqual(sheets);
    for (const [page] of pages.entries())
      expect(bookmarks.filter((bookmark) => bookmark.page === page).length).toBeLessThanOrEqual(
        Number(perPage ?? 2),
      );
  });

test('beside three slides long notes go on over the next page, and none stays half empty', async () => {
  const deck = join(folder, 'uneven.md');
  const slides = [160, 330, 300, 40].map((count, nth) => `## ${nth}\n\nNote:\n${'word '.repeat(count)}`);
  writeFileSync(deck, slides.join('\n\n---\n\n'));
  const output = join(folder, 'uneven.pdf');
  expect(await main(['export', deck, '--format', 'handout', '--per-page', '3', '--output', output])).toBe(0);
  const pages = await runsOf(output);
  expect(pages.length).toBeGreaterThan(1);
  for (const { runs, height } of pages.slice(0, -1)) {
    const notes = runs.filter(({ text }) => text.includes('word'));
    expect(Math.min(...notes.map(({ bottom }) => bottom))).toBeLessThan(height / 2);
  }
});

test('from right to left the notes stand left of three slides, and the foot counts on', async () => {
  const deck = join(folder, 'hebrew');
  mkdirSync(deck);
  const slides = ['אחת', 'שתיים', 'שלוש'].map((word) => `## ${word}\n\nNote: הערה לדובר.\n`);
  writeFileSync(
    join(deck, 'talk.md'),
    `---\ntitle: שקופיות\nlang: he\nsources: none\n---\n${slides.join('\n---\n')}`,
  );
  const output = join(folder, 'hebrew.pdf');
  expect(await main(['export', deck, '--format', 'handout', '--per-page', '3', '--output', output])).toBe(0);
  const [page] = await readTexts(readFileSync(output));
  if (!page) throw new Error('no page');
  const labels = page.runs.filter(({ text }) => text.includes('Slide'));
  expect(labels.length).toBe(3);
  // Slides take 62 % of a page's width between its margins, from the right.
  for (const { right } of labels) expect(right).toBeLessThan(page.width * 0.4);
  const words = page.runs.filter(({ text }) => /\p{Script=Hebrew}/u.test(text));
  expect(words.filter(({ right }) => right < page.width * 0.4).length).toBeGreaterThanOrEqual(3);
  expect(page.runs.map(({ text }) => text).join('')).toContain('1 of 1');
});

test('three slides with short notes have a third of their page each', async () => {
  const deck = join(folder, 'even.md');
  writeFileSync(
    deck,
    ['One', 'Two', 'Three', 'Four'].map((word) => `## ${word}\n\nNote:\nShort.\n`).join('\n---\n\n'),
  );
  const output = join(folder, 'even.pdf');
  expect(await main(['export', deck, '--format', 'handout', '--per-page', '3', '--output', output])).toBe(0);
  const [page, last, ...more] = await runsOf(output);
  expect(more).toEqual([]);
  expect(last?.runs.some(({ text }) => text === 'Short.')).toBe(true);
  const notes = (page?.runs ?? []).filter(({ text }) => text === 'Short.').map(({ bottom }) => bottom);
  expect(notes.length).toBe(3);
  // A4 between its margins, in points.
  const third = ((297 - 14 - 18) * 72) / 25.4 / 3;
  for (const [at, bottom] of notes.slice(1).entries())
    expect(Math.abs((notes[at] ?? 0) - bottom - third)).toBeLessThan(4);
});
