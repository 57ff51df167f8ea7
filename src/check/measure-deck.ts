import { readFileSync } from 'node:fs';
import { transformWithOxc } from 'vite';
import type { Place, Problem } from '../base/problem.ts';
import type { SitePage } from '../browser/drive/page.ts';
import { browserSource, withSite } from '../browser/open-site.ts';
import { NoBrowserError } from '../browser/search.ts';
import { type DeckFolder, readDeck } from '../deck/read.ts';
import type { Site } from '../site/site.ts';
import type { Flaw, Look } from './measure-slide.ts';

const LAPTOP = { width: 1280, height: 720 };
/** Windows a talk is shown in: an old projector, a laptop, a full HD screen, a 4K screen. */
const SIZES = [
  { width: 1024, height: 768 },
  LAPTOP,
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
];

const MEASURE = new URL('./measure-slide.ts', import.meta.url);

/** A flaw with where it was seen. */
interface Seen extends Flaw {
  readonly slide: string;
  /** `1280×720`, or a theme. */
  readonly at: string;
}

/**
 * Shows every slide of a deck in a browser, in four sizes and in light and dark, and measures what no text can tell:
 * what does not fit, what is too small to read, what is too pale.
 * @returns problems, or why there are none, in a sentence, where no browser can be had.
 */
export async function measureDeck(site: Site, path: string): Promise<readonly Problem[] | string> {
  const source = browserSource();
  try {
    const seen = await withSite(site, source, ({ page }) => look(page, site), { reducedMotion: 'reduce' });
    return explainAll(seen, site, readDeck(path));
  } catch (error) {
    if (error instanceof NoBrowserError) return error.message;
    throw error;
  } finally {
    await source.close();
  }
}

async function look(page: SitePage, site: Site): Promise<readonly Seen[]> {
  const { code } = await transformWithOxc(readFileSync(MEASURE, 'utf8'), 'measure.ts');
  await page.evaluate(`{${code.replace(/^export\s*\{\s*\};?\s*$/m, '')}}`);
  await page.waitFor(() => window.Reveal.isReady());
  const seen: Seen[] = [];
  const all = samplesOf(site.pages.map(({ id }) => id));
  const each = async (ids: readonly string[], wanted: Look, nameOf: (flaw: Flaw) => string) => {
    for (const id of ids) {
      await show(page, id);
      const flaws = await page.evaluate((asked) => window.measureSlide(asked), wanted);
      seen.push(...flaws.map((flaw) => ({ ...flaw, slide: id, at: nameOf(flaw) })));
    }
  };
  for (const size of SIZES) {
    await page.setViewportSize(size);
    const name = `${size.width}×${size.height}`;
    const ids = size === LAPTOP ? all : someOf(all);
    await each(ids, { fit: true, contrast: size === LAPTOP }, ({ kind }) =>
      kind === 'contrast' ? 'light' : name,
    );
  }
  await page.setViewportSize(LAPTOP);
  await page.evaluate(() => {
    document.documentElement.dataset['theme'] = 'dark';
  });
  await each(someOf(all), { fit: false, contrast: true }, () => 'dark');
  return seen;
}

/** Pages of one list, of which all are looked at in every size. */
const PAGES = 12;

/**
 * The slides to be looked at again in another size or theme. A list of a thousand pages is set alike on each of them:
 * its first pages stand for all, which are looked at once.
 */
export function someOf(ids: readonly string[]): readonly string[] {
  const known = new Set(ids);
  return ids.filter((id) => {
    const [, list = '', page] = /^(.+)-(\d+)$/.exec(id) ?? [];
    return page === undefined || Number(page) <= PAGES || !known.has(list) || !known.has(`${list}-${PAGES}`);
  });
}

/**
 * The slides to be looked at once. Of a list of more pages than these its first ones are looked at, and of the others
 * as many, spread evenly: they are filled by measures of their own.
 */
export function samplesOf(ids: readonly string[]): readonly string[] {
  const first = new Set(someOf(ids));
  const others = ids.filter((id) => !first.has(id));
  const step = Math.ceil(others.length / PAGES);
  const spread = new Set(others.filter((_, at) => at % step === 0));
  return ids.filter((id) => first.has(id) || spread.has(id));
}

/** Goes to a slide with all its steps done, its faces there, and everything laid out. */
async function show(page: SitePage, id: string): Promise<void> {
  await page.evaluate(async (to) => {
    const slide = document.getElementById(to);
    if (!slide) return;
    const { h, v } = window.Reveal.getIndices(slide);
    window.Reveal.slide(h, v, 10_000);
    // A page of a long list is filled once its file is there.
    while (slide.querySelector('[data-later]'))
      await new Promise((done) => requestAnimationFrame(() => done(undefined)));
    await document.fonts.ready;
    await Promise.all(
      [...slide.querySelectorAll('img')].map((image) => image.decode().catch(() => undefined)),
    );
    await new Promise((done) => requestAnimationFrame(() => done(undefined)));
  }, id);
}

/** One problem for each flaw of an element, with all the sizes it was seen at. */
function explainAll(seen: readonly Seen[], site: Site, folder: DeckFolder): readonly Problem[] {
  const groups = new Map<string, readonly Seen[]>();
  for (const flaw of seen) {
    const key = JSON.stringify([flaw.kind, flaw.slide, flaw.element, flaw.text]);
    groups.set(key, [...(groups.get(key) ?? []), flaw]);
  }
  return [...groups.values()].flatMap((group): Problem[] => {
    const [first] = group;
    return first ? [{ ...explain(first, group), place: placeOf(first, site, folder) }] : [];
  });
}

function explain(first: Flaw, group: readonly Seen[]): Omit<Problem, 'place'> {
  const { element, kind } = first;
  const name = `${element} "${shorten(first.text)}"`;
  const px = group.map(({ amount, at }) => `${Math.ceil(amount)} px at ${at}`).join(', ');
  switch (kind) {
    case 'outside':
      return error(`${name} leaves its slide by ${px}`, 'Shorten the slide, or spread it over two.');
    case 'cut':
      return error(`${name} is cut off by its box: ${px}`, 'Shorten it, or give its box more room.');
    case 'leaf':
      return error(
        `${name} reaches over the fold, onto the leaf: ${px}`,
        'Shorten it, break its lines, or give it a slide without a leaf.',
      );
    case 'foot':
      return error(`${name} runs into the slide's foot by ${px}`, 'Shorten the slide, or cite fewer works.');
    case 'small':
      return notice(
        `${name} is set in ${first.amount.toFixed(0)} px of a 1920 px screen`,
        'Set it in 24 px (1rem) or more: from the last row less cannot be read.',
      );
    case 'shrunk':
      return notice(
        `the slide holds more than its sheet, and is set at ${Math.round(Math.min(...group.map(({ amount }) => amount)) * 100)} %`,
        'Shorten it, or spread it over two.',
      );
    case 'contrast':
      return error(
        `${name} stands out too little: ${group.map(({ amount, at }) => `${amount.toFixed(1)}:1 in ${at}`).join(', ')}`,
        'Take a colour of the theme, e.g. var(--ink2): text needs 4.5:1, large text 3:1.',
      );
  }
}

function error(what: string, fix: string): Omit<Problem, 'place'> {
  return { severity: 'error', what, fix };
}

function notice(what: string, fix: string): Omit<Problem, 'place'> {
  return { severity: 'notice', what, fix };
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** Where a text stands in its slide's Markdown: found by its first words; else where its slide begins. */
function placeOf({ slide: id, text }: Seen, { deck }: Site, folder: DeckFolder): Place {
  const named = (name: string) => deck.slides.findIndex((slide) => slide.id === name);
  const index = named(id) >= 0 ? named(id) : named(id.replace(/-\d+$/, ''));
  const place = deck.slides[index]?.place ?? { file: folder.slides[0]?.path ?? '', line: 1, column: 1 };
  const next = deck.slides[index + 1]?.place;
  const lines = (folder.read(place.file) ?? '').split('\n');
  const end = next?.file === place.file ? next.line - 1 : lines.length;
  const words = text.split(/[\s*_`[\]]+/).slice(0, 3);
  for (let count = words.length; count > 0; count--) {
    const start = words.slice(0, count).join(' ');
    for (let line = place.line; line <= end; line++) {
      const column = lines[line - 1]?.indexOf(start) ?? -1;
      if (start !== '' && column >= 0) return { file: place.file, line, column: column + 1 };
    }
  }
  return place;
}
