import type { Range } from '../layout/range.ts';

/** A closer look at the years around an event, and back. */
export interface Zoom {
  /** Narrows the years about an event, or a strip by its first, or widens them until they are all there again. */
  readonly by: (step: 1 | -1, event: string) => Promise<void>;
  /** Shows these years; whether that could be done. */
  readonly to: (range: Range) => Promise<boolean>;
  /**
   * Back to all years; whether there was a closer look. An event named keeps the keys. On a slide that was left the
   * picture stands while that fades: nobody waits for another one.
   */
  readonly close: (event?: string) => boolean;
  /** What was left is there again. */
  readonly settle: () => void;
}

/** What a closer look asks of the timeline it is of. */
export interface Zoomed {
  readonly figure: HTMLElement;
  /** Makes the drawing live, for as long as it stands, and chooses an event on it. */
  readonly show: (drawing: HTMLElement, event: string | undefined, range: Range, focus: boolean) => void;
  /** Chooses an event of the whole again, with the keys; where it is in a strip, what was chosen at first. */
  readonly back: (event: string, first: string) => void;
}

/** Makes the closer look of a figure: all that draws it is fetched when first asked for. */
export function makeZoom({ figure, show, back }: Zoomed): Zoom {
  const whole: Range = { start: Number(figure.dataset['start']), end: Number(figure.dataset['end']) };
  let range: Range | undefined;
  let remove: (() => void) | undefined;
  let chosen: string | undefined;
  /** What stands for it in the drawing: itself, or the first of its strip; and what was chosen before any. */
  let shown: string | undefined;
  let first = '';
  let asked = 0;
  const { putOff, settle } = deedsPutOff();

  const close = (event?: string): boolean => {
    asked++;
    if (!remove) return false;
    const old = remove;
    [range, remove] = [undefined, undefined];
    putOff(() => {
      figure.hidden = false;
      if (event !== undefined) back(event === shown && chosen !== undefined ? chosen : event, first);
      old();
    });
    if (event !== undefined || figure.closest('.present')) settle();
    return true;
  };
  const draw = async (next: (parts: Parts) => Wanted | undefined, focus: boolean) => {
    const mine = ++asked;
    settle();
    const module = await import('./closer.ts');
    const drawn = await module.wholeOf(figure);
    if (mine !== asked || !drawn) return false;
    const wanted = next({ module, timeline: drawn.timeline });
    if (!wanted) return close(chosen);
    const made = module.drawCloser(figure, drawn, wanted.range);
    const strip = made.strips.find(({ events }) => events.some(({ id }) => id === wanted.event));
    const old = remove;
    [range, remove, chosen] = [wanted.range, made.remove, wanted.event];
    shown = strip?.events[0].id ?? chosen;
    figure.hidden = true;
    show(made.figure, shown, wanted.range, focus);
    old?.();
    return true;
  };
  return {
    by: async (step, event) => {
      if (step < 0 && !range) return;
      if (!range) first = event;
      // A strip goes on standing for the event that was asked for.
      const about = range && event === shown && chosen !== undefined ? chosen : event;
      chosen = about;
      await draw(({ module, timeline }) => {
        const now = module.nextRange(timeline, whole, range ?? whole, about, step);
        return now && { range: now, event: about };
      }, true);
    },
    to: (wanted) =>
      draw(({ module, timeline }) => ({ range: wanted, event: module.middleEvent(timeline, wanted) }), false),
    close,
    settle,
  };
}

/** When a slide that was left is out of view, ms. */
const FADED = 500;

/** What is put off until a slide is out of view, or somebody cannot wait. */
function deedsPutOff() {
  let left: (() => void) | undefined;
  const settle = () => {
    const deed = left;
    left = undefined;
    deed?.();
  };
  const putOff = (deed: () => void) => {
    left = deed;
    setTimeout(settle, FADED);
  };
  return { putOff, settle };
}

interface Wanted {
  readonly range: Range;
  readonly event: string | undefined;
}

interface Parts {
  readonly module: typeof import('./closer.ts');
  readonly timeline: import('../model/model.ts').Timeline;
}

const RANGE = /^(.+)~(-?\d+(?:\.\d+)?)\.\.(-?\d+(?:\.\d+)?)$/;

/** The name of a closer look, for its address. */
export function nameOfRange(slide: string, { start, end }: Range): string {
  return `${slide}~${Number(start.toFixed(7))}..${Number(end.toFixed(7))}`;
}

/** What such a name says; undefined for any other. */
export function readRange(name: string): { readonly slide: string; readonly range: Range } | undefined {
  const [, slide, start, end] = RANGE.exec(name) ?? [];
  if (slide === undefined) return undefined;
  const range = { start: Number(start), end: Number(end) };
  return range.end > range.start ? { slide, range } : undefined;
}
