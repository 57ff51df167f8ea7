import type { DeckFiles } from './files.ts';

/** Where an address written in a deck leads. */
export type Found =
  /** A file of the deck, by its path from the deck's folder. `exact` is false where only its case differs. */
  | { readonly kind: 'file'; readonly path: string; readonly exact: boolean }
  | { readonly kind: 'data' }
  | { readonly kind: 'remote' }
  | { readonly kind: 'outside' }
  | { readonly kind: 'missing' };

/**
 * Finds a file by an address as decks write them: encoded or not, with `./` or `/` before it and `?v=2` behind it,
 * in either of Unicode's forms of an umlaut. An address leads from the deck's folder, as it does in a browser.
 */
export function findFile(target: string, { has, paths }: Pick<DeckFiles, 'has' | 'paths'>): Found {
  const written = target.trim();
  if (/^data:/i.test(written)) return { kind: 'data' };
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(written)) return { kind: 'remote' };
  const bare = written.replace(/[?#].*$/, '');
  const plain = [written, bare, decodeName(written), decodeName(bare)].map(toPath);
  // Programs that build sites have what "/a.png" names in a folder of its own.
  const names = written.startsWith('/') ? [...plain, ...plain.map((name) => `public/${name}`)] : plain;
  for (const name of new Set(names.flatMap((one) => [one, one.normalize('NFC'), one.normalize('NFD')])))
    if (name !== '' && has(name)) return { kind: 'file', path: name, exact: true };
  const folded = new Set(names.map(fold));
  const near = paths.find((path) => folded.has(fold(path)));
  if (near !== undefined && has(near)) return { kind: 'file', path: near, exact: false };
  return { kind: leadsOut(decodeName(bare)) ? 'outside' : 'missing' };
}

/** `%20` and its like as the characters they stand for; what stands for none stays. */
export function decodeName(name: string): string {
  return name.replace(/(?:%[0-9a-f]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
}

/** The address under which the page finds a file of the deck. */
export function addressOf(path: string): string {
  return `deck/${path.split('/').map(encodeURIComponent).join('/')}`;
}

function fold(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** A path from the deck's folder; one that climbs out of it stops there, as a browser's does at its host. */
function toPath(address: string): string {
  const steps: string[] = [];
  for (const step of address.replace(/\\/g, '/').split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function leadsOut(address: string): boolean {
  let depth = 0;
  for (const step of address.replace(/\\/g, '/').split('/')) {
    if (step === '..') depth--;
    else if (step !== '' && step !== '.') depth++;
    if (depth < 0) return true;
  }
  return false;
}
