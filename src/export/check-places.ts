import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve, sep } from 'node:path';
import { digest, recall, remember } from '../base/disk-cache.ts';
import { UsageError } from '../base/failure.ts';
import { type DeckFolder, readDeck } from '../deck/read.ts';
import { readMeta } from '../deck/settings.ts';
import type { Site } from '../site/site.ts';
import { hashAt } from '../site/write/file-list.ts';
import { checkFolderName } from '../site/write/out-folder.ts';
import { realTarget, replaceFile } from '../site/write/replace-file.ts';
import { titleOf } from './file-title.ts';

/** Where an export is to be written. */
export interface Places {
  readonly output: string;
  /** Whether the output is a folder of many files. */
  readonly isFolder: boolean;
  readonly report: string | undefined;
  /** Whether a file of somebody else's may be replaced; one of the deck never is. */
  readonly force: boolean;
}

/** Kinds of files that decks are made of: in a deck's folder none is written over, and none is made. */
const SOURCE =
  /^\.(md|markdown|ya?ml|csv|tsv|bib|css|xlsx|svg|jpe?g|gif|webp|avif|mp4|webm|mp3|woff2?|[ot]tf)$/i;
/** These are made of a deck too: one that an export did not write is the deck's own. */
const EITHER = /^\.(json|png|html?)$/i;

/**
 * Refuses places where an export would take something away: files of the deck, and files that no export wrote.
 * @throws UsageError in plain words, before anything is done.
 */
export async function checkPlaces(deck: string, { output, isFolder, report, force }: Places): Promise<void> {
  const files = report === undefined ? [] : [report];
  if (isFolder) checkFolder(deck, output);
  else files.push(output);
  if (report !== undefined && isSame(report, output))
    throw new UsageError('The report would replace the export: name another place with --report.');
  if (report !== undefined && isFolder && dirname(realPlace(report)) === realPlace(output))
    throw new UsageError(`"${output}" is for pictures alone: name a place outside it with --report.`);
  for (const file of files) await checkFile(deck, file, force);
}

function checkFolder(deck: string, output: string): void {
  const { root, isFolder } = readDeck(deck);
  if (checkFolderName(resolve(output)) === root && isFolder)
    throw new UsageError(`"${output}" is the deck itself: name another folder with --output.`);
}

async function checkFile(deck: string, written: string, force: boolean): Promise<void> {
  const path = realPlace(written);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory()) throw new UsageError(`"${written}" is a folder: name a file.`);
  const folder = readDeck(deck);
  const { root, isFolder, paths } = folder;
  const known = await recall(noteOf(path));
  const isChanged =
    known !== undefined && stats?.isFile() === true && stats.size > 0 && known !== hashAt(path);
  const ours =
    stats?.isFile() === true && !isChanged && (known !== undefined || (await isExport(path, folder)));
  const ending = extname(path);
  const inDeck = isFolder ? path.startsWith(root + sep) : dirname(path) === root;
  const isSource = SOURCE.test(ending) || (stats !== undefined && EITHER.test(ending) && !ours);
  // By what they are: one file has many names where links lead to it, or where capitals do not count.
  const isLinked =
    stats !== undefined && paths.some((name) => join(root, name) !== path && isSame(join(root, name), path));
  const isDeck = !isFolder && path === realPlace(deck);
  if (isDeck || isLinked || (inDeck && isSource && (isFolder || stats !== undefined)))
    throw overSource(written);
  if (isChanged && !force)
    throw new UsageError(
      `"${written}" was changed since it was written: name another place, or say --force to replace it.`,
    );
  if (stats?.isFile() && !ours && !force)
    throw new UsageError(
      `"${written}" is no earlier export: name another place, or say --force to replace it.`,
    );
}

/**
 * Writes one file of an export, and notes what was written: so that it is known by the next time whether somebody has
 * worked on it since.
 */
export async function writeExport(written: string, bytes: Uint8Array | string): Promise<void> {
  const path = realPlace(written);
  replaceFile(path, bytes);
  await remember(noteOf(path), hashAt(path) ?? '');
}

function noteOf(path: string): string {
  return `export-${digest(path)}`;
}

/**
 * Refuses to write over what the deck turned out to be made of, wherever its files lie.
 * @throws UsageError before anything is written.
 */
export function checkInputs(
  { root, sources }: Pick<Site, 'root' | 'sources'>,
  places: readonly string[],
): void {
  for (const place of places)
    if (sources.some((name) => existsSync(place) && isSame(join(root, name), resolve(place))))
      throw overSource(place);
}

function overSource(written: string): UsageError {
  return new UsageError(
    `"${written}" is a file of the deck, and an export does not write over its source: name another place.`,
  );
}

/** Where a name really leads, though nothing may be there yet. */
function realPlace(path: string): string {
  const target = realTarget(resolve(path));
  const folder = dirname(target);
  const isThere = statSync(folder, { throwIfNoEntry: false })?.isDirectory();
  return isThere ? join(realpathSync(folder), basename(target)) : target;
}

function isSame(a: string, b: string): boolean {
  const [one, other] = [a, b].map((path) => statSync(path, { throwIfNoEntry: false }));
  if (one && other) return one.ino === other.ino && one.dev === other.dev;
  return !one && !other && resolve(a) === resolve(b);
}

/** Whether a file evidently is an earlier export, of any format or its report, or nothing at all yet. */
async function isExport(path: string, folder: DeckFolder): Promise<boolean> {
  const bytes = readFileSync(path);
  if (bytes.length === 0) return true;
  const text = bytes.toString('latin1');
  // One that was added to, as viewers save what is noted in it, has two ends.
  if (text.startsWith('%PDF-'))
    return (
      (text.match(/^startxref/gm) ?? []).length < 2 &&
      (/<xmp:CreatorTool>Orihon\b/.test(text) || (await isOwnPdf(bytes)))
    );
  if (text.startsWith('PK\u0003\u0004')) return isOwnPackage(bytes);
  if (/^\s*<!doctype html>/i.test(text))
    return text.includes('aria-roledescription="slide deck"') && text.includes('Content-Security-Policy');
  // A transcript begins with the deck's title and the first slide, and names nobody.
  const title = titleOf(readMeta(folder, () => undefined));
  if (bytes.toString('utf8').startsWith(`${title}\n\n1. `)) return true;
  return /^\{\s*"format": "\w+",\s*"files": \[/.test(text);
}

/** An older export says it in a part that is compressed. */
async function isOwnPdf(bytes: Uint8Array): Promise<boolean> {
  const { PDFDocument } = await import('pdf-lib');
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false }).catch(() => undefined);
  return pdf?.getCreator() === 'Orihon';
}

async function isOwnPackage(bytes: Uint8Array): Promise<boolean> {
  const { unzipSync, strFromU8 } = await import('fflate');
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name }) => /^ppt\/theme\/\w+\.xml$|^docProps\/app/.test(name),
    });
    // Programs in which slides are edited write their own name into a part that an export has not.
    if ('docProps/app.xml' in parts) return false;
    return Object.values(parts).some((part) => strFromU8(part).includes('name="Orihon"'));
  } catch {
    return false;
  }
}
