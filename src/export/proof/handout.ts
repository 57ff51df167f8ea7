import { isTextNode, parseHtml, walk } from '../../deck/slide/html-tree.ts';
import type { ExportFault } from '../../report/export-report.ts';
import type { PdfText, Run } from '../pdf/read-text.ts';

/** A slide of a handout. */
export interface Handed {
  readonly id: string;
  /** Its notes as markup. */
  readonly notes: string;
  /** Numbers of its pages, from 0. */
  readonly pages: readonly number[];
}

/** Scripts in which a PDF tells letter by letter what it shows; of others it tells shapes, in an order of its own. */
const READABLE =
  /^[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{N}]+$/u;
/** In these any letter may begin a line. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u;
/** What stands on a line reaches from its base to the height of its capitals: parts of the size. */
const CAPITALS = 0.65;
/**
 * How much of each other two texts may cover: a full stop brings the space after it along, and a comma stands under
 * the arm of a 7. Wide in em of the smaller text, high in pt.
 */
const LET_PASS = { wide: 0.15, high: 0.5 };

/**
 * What is wrong with the text under the slides of a handout: words of notes that are not there, text over other
 * text, text cut by the edge of the paper.
 * @param isNote whether a run stands among the notes, on the first of its slide's pages or a later one; text of the
 * slides themselves may overlap where that is meant.
 */
export function proveHandoutText(
  texts: readonly PdfText[],
  slides: readonly Handed[],
  isNote: (run: Run, page: PdfText, isFirst: boolean) => boolean,
): readonly ExportFault[] {
  return slides.flatMap(({ id, notes, pages }) => {
    const own = pages.flatMap((number) => texts[number] ?? []);
    const said = lettersOf(own.flatMap(({ runs }) => runs.map(({ text }) => text)).join(''));
    const missing = wordsOf(notes).filter((word) => !said.includes(lettersOf(word)));
    const faults = missing.map((word) => `"${word}" of its notes is missing`);
    for (const [nth, page] of own.entries()) {
      const runs = page.runs.filter((run) => isNote(run, page, nth === 0) && lettersOf(run.text) !== '');
      const place = `on page ${(pages[nth] ?? 0) + 1}`;
      faults.push(...runs.filter((run) => isCut(run, page)).map(({ text }) => `"${text}" is cut ${place}`));
      for (const [at, one] of runs.entries())
        for (const other of runs.slice(at + 1))
          if (overlap(one, other)) faults.push(`"${one.text}" and "${other.text}" overlap ${place}`);
    }
    return faults.map((what) => ({ slide: id, what }));
  });
}

function wordsOf(notes: string): readonly string[] {
  const texts = [...walk(parseHtml(notes))].flatMap((node) => (isTextNode(node) ? [node.value] : []));
  const words = texts
    .flatMap((text) => text.split(/[^\p{L}\p{N}]+/u))
    .filter((word) => READABLE.test(lettersOf(word)));
  return [...new Set(words.flatMap((word) => (UNSPACED.test(word) ? [...word] : [word])))];
}

/** Letters and digits only: a PDF cuts text into runs where it likes. */
function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

function isCut({ left, right, base, size }: Run, { width, height }: PdfText): boolean {
  return left < 0 || right > width || base < 0 || base + size * CAPITALS > height;
}

function overlap(one: Run, other: Run): boolean {
  const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const top = ({ base, size }: Run) => base + size * CAPITALS;
  const high = Math.min(top(one), top(other)) - Math.max(one.base, other.base);
  return wide > LET_PASS.wide * Math.min(one.size, other.size) && high > LET_PASS.high;
}
