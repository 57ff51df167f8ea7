import { isMap, isScalar, parseDocument, visit } from 'yaml';
import { findSeparator, splitLines } from '../base/table/delimited.ts';
import { maskCode } from '../deck/slide/mask-code.ts';

/** Where a text names a picture of another host: its address, and the offsets between which that is written. */
export interface RemotePicture {
  readonly url: string;
  readonly from: number;
  readonly to: number;
}

/** `http:`, `https:`, or of the page's own kind. */
const HOST = String.raw`(?:https?:)?\/\/[\w[]`;
/** Words in brackets may hold brackets; an address may hold a pair of parentheses, as encyclopaedias write them. */
const PICTURE = new RegExp(
  String.raw`!\[(?:[^[\]\\]|\\.|\[[^\]]*\])*\]\(\s*(?:<(${HOST}[^>\n]*)>|(${HOST}(?:[^\s()<>]|\([^\s()]*\))*))`,
  'g',
);
const NAMED = /!\[((?:[^[\]\\]|\\.)*)\](?:\[([^\]]*)\])?/g;
const DEFINED = new RegExp(String.raw`^ {0,3}\[([^\]\n]+)\]:\s*(?:<(${HOST}[^>\n]*)>|(${HOST}\S*))`, 'gm');
const ELEMENT = new RegExp(
  String.raw`<img\b[^>]*?\b(?:data-)?src\s*=\s*(?:"(${HOST}[^"]*)|'(${HOST}[^']*)|(${HOST}[^\s>"']*))`,
  'gi',
);
const BEHIND = new RegExp(
  String.raw`\bdata-background(?:-image)?\s*=\s*(?:"(${HOST}[^",\s]*)|'(${HOST}[^',\s]*))`,
  'gi',
);
const TIMELINE = /^ {0,3}(`{3,}|~{3,})[ \t]*timeline\b[^\n]*\n([\s\S]*?)^ {0,3}\1/gm;
/** Keys of a timeline, and heads of a table of events, under which a picture is named. */
const IMAGE = /^(?:image|picture|photo|pic|img|media|media[ _]?url|(?:media[ _]?)?thumbnail)$/i;
const FILE = /\.(?:png|jpe?g|gif|svg|webp|avif)$/i;

/** Pictures of other hosts that a file of a deck names: slides, timelines and tables of events. */
export function findRemotePictures(path: string, text: string): readonly RemotePicture[] {
  if (/\.(?:md|markdown)$/i.test(path)) return [...inSlides(text), ...inFences(text)].sort(byPlace);
  if (/\.(?:ya?ml|json)$/i.test(path)) return inYaml(text);
  return /\.(?:csv|tsv)$/i.test(path) ? inTable(text, path) : [];
}

function inSlides(text: string): readonly RemotePicture[] {
  const written = maskCode(text);
  const labels = new Set(
    [...written.matchAll(NAMED)].map(([, words = '', label]) => (label || words).toLowerCase()),
  );
  const defined = [...written.matchAll(DEFINED)].filter(([, label = '']) => labels.has(label.toLowerCase()));
  const shown = [PICTURE, ELEMENT, BEHIND].flatMap((pattern) => [...written.matchAll(pattern)]);
  return [...shown, ...defined].flatMap((match) => {
    const address = match.slice(1).findLast(Boolean);
    if (!address) return [];
    const from = match.index + match[0].lastIndexOf(address);
    return [{ url: whole(address.replaceAll('&amp;', '&')), from, to: from + address.length }];
  });
}

function inFences(text: string): readonly RemotePicture[] {
  return [...text.matchAll(TIMELINE)].flatMap((match) => {
    const body = match[2] ?? '';
    const start = match.index + match[0].indexOf('\n') + 1;
    return inYaml(body).map(({ url, from, to }) => ({ url, from: start + from, to: start + to }));
  });
}

/** `image: address`, `image: { file: address }`, and TimelineJS's `media: { url: address }`, which may be a film. */
function inYaml(text: string): readonly RemotePicture[] {
  const found: RemotePicture[] = [];
  const take = (node: unknown, isPicture: boolean): void => {
    if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return;
    const address = node.value.trim();
    if (!isRemote(address) || !(isPicture || isPictureFile(address))) return;
    const from = text.indexOf(address, node.range[0]);
    // One that is written otherwise than it reads (folded, escaped) is left as it is.
    if (from >= 0 && from < node.range[1])
      found.push({ url: whole(address), from, to: from + address.length });
  };
  visit(parseDocument(text, { schema: 'core', logLevel: 'silent' }), {
    Pair: (_, { key, value }) => {
      if (!isScalar(key) || !IMAGE.test(String(key.value))) return;
      if (!isMap(value)) take(value, key.value === 'image');
      else for (const name of ['file', 'url', 'thumbnail']) take(value.get(name, true), name === 'file');
    },
  });
  return found;
}

function inTable(text: string, path: string): readonly RemotePicture[] {
  const [head, ...lines] = splitLines(text, findSeparator(text, path)).lines;
  const columns = (head?.cells ?? []).flatMap((name, at) => (IMAGE.test(name.trim()) ? [at] : []));
  return lines.flatMap(({ cells, starts }) =>
    columns.flatMap((column) => {
      const address = cells[column]?.trim() ?? '';
      if (!isRemote(address) || !isPictureFile(address)) return [];
      const from = text.indexOf(address, starts[column]);
      return from >= 0 ? [{ url: whole(address), from, to: from + address.length }] : [];
    }),
  );
}

function isRemote(address: string): boolean {
  return new RegExp(`^${HOST}`).test(address) && !/\s/.test(address);
}

/** Whether an address ends as files of pictures do: in a column of media stand films and pages too. */
function isPictureFile(address: string): boolean {
  return URL.canParse(whole(address)) && FILE.test(new URL(whole(address)).pathname);
}

function whole(address: string): string {
  return address.startsWith('//') ? `https:${address}` : address;
}

function byPlace(a: RemotePicture, b: RemotePicture): number {
  return a.from - b.from;
}

/** The text with the addresses of brought pictures as their paths; all else stays letter for letter. */
export function useBrought(
  text: string,
  pictures: readonly RemotePicture[],
  paths: ReadonlyMap<string, string>,
): string {
  let written = '';
  let at = 0;
  for (const { url, from, to } of [...pictures].sort(byPlace)) {
    const path = paths.get(url);
    if (path === undefined || from < at) continue;
    written += text.slice(at, from) + path;
    at = to;
  }
  return written + text.slice(at);
}
