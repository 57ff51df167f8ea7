import { createHash } from 'node:crypto';
import { cleanSvgFile } from '../deck/safe/svg-file.ts';
import { FetchError, type FetchOptions, fetchBounded } from './fetch-bounded.ts';
import { pictureKind } from './picture-kind.ts';

/** A picture brought into the deck, or why it was not. */
export type Brought =
  | { readonly url: string; readonly path: string; readonly bytes: Uint8Array }
  | { readonly url: string; readonly why: string };

/** Fetches a picture; what it is, its first bytes say. A drawing is written anew without what runs or loads. */
export async function bringPicture(url: string, options: FetchOptions = {}): Promise<Brought> {
  try {
    const { status, bytes } = await fetchBounded(url, options);
    if (status !== 200) return { url, why: `the host answers ${status}` };
    const kind = pictureKind(bytes);
    if (!kind) return { url, why: 'what came is no picture, but perhaps a page about it' };
    const clean = kind === 'svg' ? cleanSvgFile(new TextDecoder().decode(bytes)) : undefined;
    if (kind === 'svg' && !clean) return { url, why: 'the drawing cannot be read' };
    const kept = clean ? new TextEncoder().encode(clean.text) : bytes;
    return { url, path: nameOf(url, kind), bytes: kept };
  } catch (error) {
    if (error instanceof FetchError) return { url, why: error.message };
    throw error;
  }
}

/** A name that says which picture it is, and is no other picture's: `pictures/mill-1a2b3c4d.png`. */
function nameOf(url: string, kind: string): string {
  const last = new URL(url).pathname.split('/').at(-1) ?? '';
  const word = last
    .replace(/\.\w+$/, '')
    .toLowerCase()
    .replace(/%[0-9a-f]{2}|[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  const hash = createHash('sha256').update(url).digest('hex').slice(0, 8);
  return `pictures/${word || 'picture'}-${hash}.${kind}`;
}

/** The credits of pictures, added to what is there: which file came from where, and when. */
export function addCredits(before: string, brought: ReadonlyMap<string, string>, day: string): string {
  const head = before === '' ? '# Where pictures came from, written by "orihon fetch".\n' : before;
  const lines = [...brought]
    .filter(([url]) => !before.includes(JSON.stringify(url)))
    .map(([url, path]) => `- { file: ${path}, url: ${JSON.stringify(url)}, fetched: ${day} }\n`);
  return head + lines.join('');
}
