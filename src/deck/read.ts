import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { Failure } from '../base/failure.ts';
import type { DeckFiles } from './files.ts';
import { includedBy } from './included.ts';
import { otherFormat, partOf } from './other-format.ts';
import { holdsSlides, isPage } from './reveal-page/page-keys.ts';

/** A deck on disk. */
export interface DeckFolder extends DeckFiles {
  /** Absolute path of the folder all paths of the deck count from. */
  readonly root: string;
  /** Whether all of that folder is the deck, and not one file of it. */
  readonly isFolder: boolean;
  readonly readBytes: (path: string) => Uint8Array | undefined;
}

/** Why a deck cannot be read at all. */
export class NoDeckError extends Failure {}

const LARGEST = 20_000_000;

/**
 * Reads a deck: a folder (its `*.md` in order of name) or one Markdown file. Nothing outside the folder is read.
 * @throws NoDeckError in plain words, where there is no such deck.
 */
export function readDeck(path: string): DeckFolder {
  if (!existsSync(path)) throw new NoDeckError(`There is no deck at ${path}.`);
  const target = realpathSync(path);
  const isFolder = statSync(target).isDirectory();
  if (!isFolder && !isFile(target)) throw new NoDeckError(`${path} is neither a folder nor a file.`);
  const root = isFolder ? target : dirname(target);
  // A single file may lie in a folder full of other things: of those, only its own level is looked at.
  const paths = isFolder ? listFiles(root) : readdirSync(root).filter((name) => isFile(join(root, name)));
  const { slides: found, beside } = isFolder
    ? partOf(paths.filter((name) => /^[^/]+\.(md|markdown)$/i.test(name)).sort(byName))
    : { slides: [basename(target)], beside: [] };
  const markdown = found.length > 0 ? found : otherSlides(root, paths);
  if (markdown.length === 0)
    throw new NoDeckError(`${path} holds no Markdown file (*.md), so it is no deck.`);
  const other = isFolder ? undefined : otherFormat(path, readSmall(target, path));
  if (other !== undefined) throw new NoDeckError(other);
  if (!isFolder && isPage(target) && !isPageOfSlides(target))
    throw new NoDeckError(
      `${path} is a page without slides: reveal.js has them as <section> in <div class="slides">.`,
    );
  const inside = (name: string): string | undefined => {
    const full = resolve(root, name);
    // A link may lead anywhere: what counts is where the file really lies.
    return isFile(full) && realpathSync(full).startsWith(root.endsWith(sep) ? root : root + sep)
      ? full
      : undefined;
  };
  const read = (name: string): string | undefined => {
    const full = inside(name);
    return full === undefined ? undefined : plainText(readSmall(full, name).toString('utf8'));
  };
  const slides = markdown.map((name) => ({ path: name, text: read(name) ?? '' }));
  return {
    name: relative(process.cwd(), resolve(path)) || '.',
    root,
    isFolder,
    slides,
    included: includedBy(slides, read),
    read,
    readBytes: (name) => {
      const full = inside(name);
      return full === undefined ? undefined : readSmall(full, name);
    },
    has: (name) => inside(name) !== undefined,
    paths: paths.map((name) => name.split(sep).join('/')),
    beside,
    settings: readSettings(root, read),
  };
}

/** The page that a folder without Markdown is shown by. */
const PAGE = 'index.html';

/** The slides of a folder without Markdown: a page of reveal.js, or else documents for Quarto. */
function otherSlides(root: string, paths: readonly string[]): readonly string[] {
  if (isPageOfSlides(join(root, PAGE))) return [PAGE];
  return paths.filter((name) => /^[^/_][^/]*\.(qmd|rmd)$/i.test(name)).sort(byName);
}

function isPageOfSlides(full: string): boolean {
  return isFile(full) && holdsSlides(readSmall(full, full).toString('utf8'));
}

/** Where reveal-md has settings for all decks of a folder: Reveal's options, and its own, which go before them. */
const SETTINGS = ['reveal.json', 'reveal-md.json'];

/** They lie beside the deck or, as reveal-md has it, in the folder the command runs in, if the deck lies below. */
function readSettings(root: string, read: (name: string) => string | undefined): DeckFiles['settings'] {
  const here = realpathSync(process.cwd());
  const up = root.startsWith(here + sep) ? relative(root, here) : undefined;
  return SETTINGS.flatMap((path) => {
    const beside = read(path);
    if (beside !== undefined) return [{ path, text: beside }];
    const above = up === undefined ? undefined : join(up, path);
    if (above === undefined || !isFile(join(root, above))) return [];
    return [{ path: above, text: plainText(readSmall(join(root, above), above).toString('utf8')) }];
  });
}

/** The same deck, which notes the files that are read of it. */
export function noteOpened(folder: DeckFolder): {
  readonly folder: DeckFolder;
  readonly opened: ReadonlySet<string>;
} {
  const settings = (folder.settings ?? []).filter(({ path }) => folder.has(path));
  const opened = new Set([...folder.slides, ...settings].map(({ path }) => path));
  const note =
    <T>(read: (path: string) => T | undefined) =>
    (path: string) => {
      const found = read(path);
      if (found !== undefined) opened.add(path);
      return found;
    };
  const { read, readBytes } = folder;
  return { folder: { ...folder, read: note(read), readBytes: note(readBytes) }, opened };
}

/** Whether a file can be had: none is behind a link that leads to itself, nor by a name that no disk can hold. */
function isFile(full: string): boolean {
  try {
    return statSync(full).isFile();
  } catch {
    return false;
  }
}

function readSmall(full: string, name: string): Buffer {
  if (statSync(full).size > LARGEST) throw new NoDeckError(`${name} is larger than ${LARGEST / 1e6} MB.`);
  return readFileSync(full);
}

/** A file's text as the compiler counts its lines: line feeds only, no byte order mark. */
export function plainText(written: string): string {
  return written.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

function listFiles(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes(`${sep}node_modules`))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((name) => !name.startsWith('.') && !name.includes('/.'));
}

/** As people number files: 2 before 10. */
function byName(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
