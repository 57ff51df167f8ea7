import { exportOnKey } from './export-key.ts';
import { figuresNear, rememberFigures } from './figures/on-slides.ts';
import { lightNow } from './figures/year-strip.ts';
import { announcing } from './navigation/announce.ts';
import type { RevealApi } from './reveal.ts';

/** What a save changed, from one version of the deck to the next. */
export interface Update {
  readonly from: number;
  readonly to: number;
  /** Every section in order, with its markup where it is not what it was. */
  readonly pages: readonly { readonly id: string; readonly below: boolean; readonly html?: string }[];
  readonly fonts?: string;
  readonly css?: string;
  readonly strip?: string;
  /** Files whose content changed under the same name. */
  readonly files: readonly string[];
}

/** The slide that a save took away from under its reader: it may come back with the next one. */
let lost: { readonly id: string; readonly instead: HTMLElement } | undefined;

/** The version that the page has, or soon will. */
let due = versionOf();
/** One after the other, however fast they come. */
let showing = Promise.resolve();

if (import.meta.hot) {
  import.meta.hot.on('orihon:update', (update: Update) => {
    const deck = window.Reveal;
    const version = due;
    due = update.to;
    // At once, not in its turn below: an update that waits must not take away the problem of a later save.
    for (const overlay of document.querySelectorAll('vite-error-overlay')) overlay.remove();
    // The article and the speaker's window are made of the page once, when it opens.
    if (update.from !== version || !deck?.isReady()) location.reload();
    else showing = showing.then(() => show(update, deck));
  });
  // A save may have come between the page and its line to the server.
  import.meta.hot.send('orihon:open', versionOf());
  exportOnKey();
}

function versionOf(): number {
  return Number(document.documentElement.dataset['version']);
}

/** Puts the changed slides in the place of the old ones, under the same slide, step and choice. */
async function show(update: Update, deck: RevealApi): Promise<void> {
  document.documentElement.dataset['version'] = String(update.to);
  if (update.fonts !== undefined) await changeFonts(update.fonts);
  const old = deck.getCurrentSlide();
  const at = deck.getSlides().indexOf(old);
  const step = deck.getIndices().f;
  const memory = rememberFigures(deck);
  const wanted = lost?.instead === old ? lost.id : old.id;

  if (update.css !== undefined) change('#deck-css', update.css);
  const known = new Map(deck.getSlides().map((slide) => [slide.id, slide]));
  const slides = update.pages.map(({ id, html }) => (html === undefined ? known.get(id) : read(html)));
  const sections = slides.filter((slide) => slide !== undefined);
  for (const path of update.files) askAgain(path, update.to, sections);
  const current = sections.find(({ id }) => id === wanted) ?? sections[Math.min(at, sections.length - 1)];
  if (!current) return location.reload();
  lost = current.id === wanted ? undefined : { id: wanted, instead: current };

  arrange(update.pages, sections);
  if (update.strip !== undefined) changeStrip(update.strip);
  deck.sync();
  // Reveal's own order of steps has to be there first.
  if (current.id === old.id)
    for (const fragment of current.querySelectorAll<HTMLElement>('.fragment'))
      fragment.classList.toggle('visible', Number(fragment.dataset['fragmentIndex']) <= (step ?? -1));
  const anew = sections.filter((slide) => known.get(slide.id) !== slide);
  for (const slide of anew) memory.place(slide);
  const { h, v } = deck.getIndices(current);
  announcing(false);
  deck.slide(h, v, current.id === old.id ? step : undefined);
  announcing(true);
  lightNow(deck);
  await figuresNear(deck);
  for (const slide of new Set([...anew, current])) memory.show(slide);
}

/** Waits until the new faces can be set: a moment without letters would be seen. */
async function changeFonts(rules: string): Promise<void> {
  const files = [...rules.matchAll(/url\(([^)]*)\)/g)].map(([, url = '']) => url);
  await Promise.all(files.map((url) => fetch(url).catch(() => undefined)));
  change('#deck-fonts', rules);
}

function change(selector: string, css: string): void {
  const style = document.querySelector(selector);
  if (style) style.textContent = css;
}

function read(html: string): HTMLElement | undefined {
  const template = document.createElement('template');
  template.innerHTML = html;
  const section = template.content.firstElementChild;
  if (!(section instanceof HTMLElement)) return undefined;
  section.classList.remove('present');
  return section;
}

/** Puts the sections in their order, stacks made where slides stand below one another, moving as few as possible. */
function arrange(pages: Update['pages'], sections: readonly HTMLElement[]): void {
  const root = document.querySelector('.slides');
  if (!root) return;
  const stacks: HTMLElement[][] = [];
  for (const [index, section] of sections.entries()) {
    if (pages[index]?.below && stacks.length > 0) stacks.at(-1)?.push(section);
    else stacks.push([section]);
  }
  const used = new Set<Element>();
  const columns = stacks.map((stack) => {
    const [first] = stack;
    if (!first || stack.length === 1) return first;
    const old = stack.map((section) => section.parentElement).find((parent) => parent?.matches('.stack'));
    const column = old && !used.has(old) ? old : document.createElement('section');
    used.add(column);
    column.classList.add('stack');
    place(column, stack);
    return column;
  });
  place(
    root,
    columns.filter((column) => column !== undefined),
  );
}

function place(parent: Element, wanted: readonly Element[]): void {
  for (const child of [...parent.children]) if (!wanted.includes(child)) child.remove();
  let at = parent.firstElementChild;
  for (const child of wanted) {
    if (child === at) at = at.nextElementSibling;
    else parent.insertBefore(child, at);
  }
}

function changeStrip(markup: string): void {
  const template = document.createElement('template');
  template.innerHTML = markup;
  document.querySelector('.strip')?.replaceWith(template.content);
}

/** A picture under the same name is fetched anew where its address is not the same as before. */
function askAgain(path: string, version: number, sections: readonly HTMLElement[]): void {
  const names = ['src', 'data-src', 'poster', 'data-background-image', 'data-background-video'];
  for (const section of sections)
    for (const element of [section, ...section.querySelectorAll('img, video, audio, source')])
      for (const name of names) {
        const value = element.getAttribute(name);
        if (value?.split('?')[0] === path) element.setAttribute(name, `${path}?${version}`);
      }
}
