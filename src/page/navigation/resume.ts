import { keep, readKept } from '../browser-storage.ts';
import type { RevealApi } from '../reveal.ts';

const KEPT = `orihon-place:${location.pathname}`;

/** Where a window stood: a slide, its step (-1 before the first), and the address it had then. */
interface Stand {
  readonly id: string;
  readonly step: number;
  readonly hash: string;
}

/**
 * Sends a window that is reloaded to the very step it stood on, by way of its address and before Reveal reads that.
 * Reveal writes the address up to a second after a move: until then it names the place before. An address that
 * names another slide wins.
 */
export function restorePlace(): void {
  const stand = isReload() ? readStand() : undefined;
  if (!stand) return;
  const named = decodeURIComponent(/^#\/?([^/]*)/.exec(location.hash)?.[1] ?? '');
  if (named === stand.id || location.hash === stand.hash)
    history.replaceState(null, '', `#/${encodeURIComponent(stand.id)}/${stand.step}`);
}

/** Keeps in mind where this window stands, from now on. */
export function rememberPlace(deck: RevealApi): void {
  const save = () => {
    const stand: Stand = {
      id: deck.getCurrentSlide().id,
      step: deck.getIndices().f ?? -1,
      hash: location.hash,
    };
    keep('sessionStorage', KEPT, JSON.stringify(stand));
  };
  for (const type of ['slidechanged', 'fragmentshown', 'fragmenthidden']) deck.on(type, save);
  save();
}

function readStand(): Stand | undefined {
  const kept: unknown = JSON.parse(readKept('sessionStorage', KEPT) ?? 'null');
  return isStand(kept) ? kept : undefined;
}

function isStand(kept: unknown): kept is Stand {
  return typeof kept === 'object' && kept !== null && 'id' in kept && 'step' in kept && 'hash' in kept;
}

function isReload(): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  return entry !== undefined && 'type' in entry && entry.type === 'reload';
}
