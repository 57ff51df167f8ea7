import { bindWalk } from './arrow-keys.ts';
import type { Palette } from './chartjs.ts';
import { hush, say, viewOf } from './live-region.ts';
import { fetchRows } from './whole-table.ts';

/** What hands do with one chart, besides walking it. */
export interface Hands {
  readonly toggleTable: () => void;
  readonly switchDefinition: () => void;
  /** Closes what is open, and says whether anything was. */
  readonly leave: () => boolean;
  readonly shown: () => Shown;
  /** Shows what was shown before, on markup that is new. */
  readonly show: (shown: Shown) => void;
}

/** What hands made of a chart. */
export interface Shown {
  readonly definition: string | undefined;
  readonly table: boolean;
}

const SCROLL = 72;
const known = new WeakMap<HTMLElement, Hands>();

/** Binds a chart's tools, its walk and its keys, once. */
export function handsOf(figure: HTMLElement, paper: () => Palette): Hands {
  const bound = known.get(figure) ?? bind(figure, paper);
  known.set(figure, bound);
  return bound;
}

function bind(figure: HTMLElement, paper: () => Palette): Hands {
  const hands: Hands = {
    toggleTable: () => (isOpen(figure) ? closeTable(figure) : openTable(figure)),
    switchDefinition: () => switchDefinition(figure),
    leave: () => leave(figure),
    shown: () => ({ definition: figure.closest('section')?.dataset['definition'], table: isOpen(figure) }),
    show: ({ definition, table }) => {
      const view = viewsOf(figure).find(({ dataset }) => dataset['when'] === definition);
      if (view) showDefinition(figure, view);
      if (table) openTable(figure);
    },
  };
  bindWalk(figure);
  const tools = figure.querySelector<HTMLElement>('.chart-tools');
  if (tools) tools.hidden = false;
  tools?.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : undefined;
    const does = button?.dataset['does'];
    if (does === 'table') hands.toggleTable();
    else if (does === 'definition') hands.switchDefinition();
    else if (does) void take(does, figure, paper());
    // A press leaves the focus with the deck, or the next Space of a clicker would press the button again.
    if (event.detail > 0) blurWithin(tools);
  });
  figure.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    const done = event.key === 'Escape' ? leave(figure) : scrollTable(event);
    if (done) event.preventDefault();
  });
  return hands;
}

function isOpen(figure: HTMLElement): boolean {
  return figure.classList.contains('table-open');
}

/** Shows the table in the place of the drawing, and gives it the focus, so that arrows scroll it. */
function openTable(figure: HTMLElement): void {
  figure.classList.add('table-open');
  for (const table of figure.querySelectorAll<HTMLElement>('.chart-table')) {
    table.tabIndex = 0;
    table.setAttribute('role', 'region');
    table.setAttribute('aria-label', table.querySelector('caption')?.textContent ?? '');
  }
  for (const table of figure.querySelectorAll<HTMLElement>('.chart-table[data-rows]')) void fetchRows(table);
  setExpanded(figure, true);
  const table = tableOf(figure);
  table?.scrollTo(0, 0);
  table?.focus({ preventScroll: true });
}

function closeTable(figure: HTMLElement): void {
  tableOf(figure)?.blur();
  figure.classList.remove('table-open');
  for (const table of figure.querySelectorAll<HTMLElement>('.chart-table'))
    for (const name of ['tabindex', 'role', 'aria-label']) table.removeAttribute(name);
  setExpanded(figure, false);
}

function tableOf(figure: HTMLElement): HTMLElement | null | undefined {
  return viewOf(figure)?.querySelector<HTMLElement>('.chart-table');
}

function setExpanded(figure: HTMLElement, open: boolean): void {
  figure.querySelector('[data-does="table"]')?.setAttribute('aria-expanded', String(open));
}

/** Arrows, Home and End scroll the table that has the focus; every other key is the deck's. */
function scrollTable({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement) || !target.classList.contains('chart-table')) return false;
  const to: Readonly<Record<string, readonly [number, number]>> = {
    ArrowDown: [0, SCROLL],
    ArrowUp: [0, -SCROLL],
    ArrowRight: [SCROLL, 0],
    ArrowLeft: [-SCROLL, 0],
    Home: [0, -target.scrollHeight],
    End: [0, target.scrollHeight],
    Enter: [0, 0],
  };
  const by = to[key];
  if (by) target.scrollBy(...by);
  return by !== undefined;
}

function viewsOf(figure: HTMLElement): readonly HTMLElement[] {
  return [...figure.querySelectorAll<HTMLElement>('.chart-view')];
}

/** The view that follows one, in turn. */
function after(figure: HTMLElement, view: HTMLElement): HTMLElement {
  const views = viewsOf(figure);
  return views[(views.indexOf(view) + 1) % views.length] ?? view;
}

/** Shows the next definition, and says which it is. */
function switchDefinition(figure: HTMLElement): void {
  const shown = viewOf(figure);
  if (viewsOf(figure).length < 2 || !shown) return;
  const next = after(figure, shown);
  showDefinition(figure, next);
  if (isOpen(figure)) tableOf(figure)?.focus({ preventScroll: true });
  const finding = next.querySelector('canvas')?.getAttribute('aria-label') ?? '';
  say(figure, `${next.dataset['definitionName']}. ${finding}`);
}

/** A definition's views and the author's words for it change in one step. */
function showDefinition(figure: HTMLElement, view: HTMLElement): void {
  const section = figure.closest('section');
  if (!section) return;
  if (view === viewsOf(figure)[0]) delete section.dataset['definition'];
  else section.dataset['definition'] = view.dataset['when'];
  const label = figure.querySelector('[data-does="definition"] span');
  if (label) label.textContent = after(figure, view).dataset['definitionName'] ?? '';
}

function leave(figure: HTMLElement): boolean {
  const menu = figure.querySelector<HTMLDetailsElement>('details[open]');
  if (menu) {
    const inside = menu.contains(figure.ownerDocument.activeElement);
    menu.open = false;
    if (inside) menu.querySelector('summary')?.focus();
    return true;
  }
  if (!isOpen(figure)) return false;
  closeTable(figure);
  return true;
}

async function take(what: string, figure: HTMLElement, palette: Palette): Promise<void> {
  const { copyCitation, saveChart } = await import('./save.ts');
  if (what !== 'cite') return saveChart(what, figure, palette);
  const copied = await copyCitation(figure);
  const words = figure.dataset[copied ? 'cited' : 'notCited'] ?? '';
  say(figure, words, PLACE_OF_WORDS);
  setTimeout(() => hush(figure, words), LONG_ENOUGH);
}

/** Where words about the tools are shown: on the leaf, above the menu they come from; px of the chart. For how long, ms. */
const PLACE_OF_WORDS = { x: 1420, y: 690, apart: 20 } as const;
const LONG_ENOUGH = 4000;

function blurWithin(part: HTMLElement): void {
  const focused = part.ownerDocument.activeElement;
  if (focused instanceof HTMLElement && part.contains(focused)) focused.blur();
}
