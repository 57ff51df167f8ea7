import type { RevealApi } from '../reveal.ts';

interface Place {
  /** Number of the slide through the whole deck, from 0. */
  readonly at: number;
  readonly h: number;
  readonly v: number;
  readonly f: number | undefined;
}

interface Jump {
  readonly from: Place;
  readonly to: Place;
}

/** Ways back, for a speaker who jumped to answer a question. */
export interface Jumps {
  /** One step back; from where a jump landed, back to where it began. */
  readonly undo: () => void;
  /** One step back along the deck: who walks off the landing place wants no return from it. */
  readonly stepBack: () => void;
}

/** Watches a running deck for jumps: any move farther than to the slide beside. */
export function watchJumps(deck: RevealApi): Jumps {
  const jumps: Jump[] = [];
  let last = placeOf(deck);
  let returning = false;
  const moved = () => {
    // The overview is for looking; only what is chosen in it counts.
    if (deck.isOverview()) return;
    const now = placeOf(deck);
    if (!returning && Math.abs(now.at - last.at) > 1) jumps.push({ from: last, to: now });
    last = now;
  };
  for (const type of ['slidechanged', 'fragmentshown', 'fragmenthidden', 'overviewhidden'])
    deck.on(type, moved);
  const takeLanded = () => {
    const jump = jumps.at(-1);
    const here = placeOf(deck);
    return jump && jump.to.at === here.at && jump.to.f === here.f ? jumps.pop() : undefined;
  };
  return {
    undo: () => {
      const jump = takeLanded();
      if (!jump) return deck.prev();
      returning = true;
      deck.slide(jump.from.h, jump.from.v, jump.from.f);
      returning = false;
    },
    stepBack: () => {
      takeLanded();
      deck.prev();
    },
  };
}

/** Goes to a slide by its number as printed on it, from 1; a number the deck has not got leads nowhere. */
export function goToNumber(deck: RevealApi, number: number): boolean {
  const slide = deck.getSlides()[number - 1];
  if (!slide) return false;
  goToSlide(deck, slide);
  return true;
}

/** Goes to a slide, before its first step. */
export function goToSlide(deck: RevealApi, slide: HTMLElement): void {
  const { h, v } = deck.getIndices(slide);
  deck.slide(h, v);
}

function placeOf(deck: RevealApi): Place {
  const { h, v, f } = deck.getIndices();
  return { at: deck.getSlides().indexOf(deck.getCurrentSlide()), h, v, f };
}
