import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../base/failure.ts';
import { editFile, placeIn } from '../site/write/edit-file.ts';
import { replaceFile } from '../site/write/replace-file.ts';
import { agree } from './ask.ts';
import { command, oneDeck } from './command.ts';

const CREDITS = 'pictures/addresses.yaml';

export const fetchCommand = command({
  name: 'fetch',
  takes: '[deck]',
  says: 'bring the pictures that lie on other hosts into the deck (goes online)',
  more: ['--dry-run   only list them   --yes   without asking'],
  options: { 'dry-run': { type: 'boolean' }, yes: { type: 'boolean' } },
  run: async (words, { 'dry-run': dry = false, yes = false }) => {
    const [{ readDeck }, { slideFiles }, { findRemotePictures, useBrought }] = await Promise.all([
      import('../deck/read.ts'),
      import('../deck/files.ts'),
      import('../network/remote-pictures.ts'),
    ]);
    const folder = readDeck(oneDeck(words));
    const { root, paths, isFolder } = folder;
    const beside = paths.filter((path) => isFolder && /\.(ya?ml|json|csv|tsv)$/i.test(path));
    // As they lie on disk, so that line ends and all else of them stay.
    const files = [...new Set([...slideFiles(folder).map(({ path }) => path), ...beside])]
      .filter((path) => path !== CREDITS)
      .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
      .map((file) => ({ ...file, pictures: findRemotePictures(file.path, file.text) }))
      .filter(({ pictures }) => pictures.length > 0);
    for (const { path, pictures } of files) for (const { url } of pictures) console.log(`${path}: ${url}`);
    const urls = [...new Set(files.flatMap(({ pictures }) => pictures.map(({ url }) => url)))];
    if (urls.length === 0) console.log('Every picture lies in the deck.');
    if (dry || urls.length === 0) return 0;
    if (!yes && !(await agree(`Fetch ${urls.length} pictures into ${join(root, 'pictures')}?`))) return 1;
    const brought = await bringAll(urls, root);
    // As each file is by now: somebody may have gone on writing.
    const refused = files.filter(
      ({ path }) =>
        !isDone(() =>
          editFile(root, path, (text) => useBrought(text, findRemotePictures(path, text), brought)),
        ),
    );
    const says = brought.size > 0 ? `; ${CREDITS} says where they came from` : '';
    console.log(`${brought.size} of ${urls.length} pictures are in the deck now${says}.`);
    return brought.size === urls.length && refused.length === 0 ? 0 : 1;
  },
});

/** Whether something could be done; else it is told why not. */
function isDone(task: () => void): boolean {
  try {
    task();
    return true;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.error(error.message);
    return false;
  }
}

/** Writes the pictures that came into the deck, and where they came from. Resolves to their paths by address. */
async function bringAll(urls: readonly string[], root: string): Promise<ReadonlyMap<string, string>> {
  const { addCredits, bringPicture } = await import('../network/bring-pictures.ts');
  const paths = new Map<string, string>();
  for (const url of urls) {
    const brought = await bringPicture(url);
    if ('why' in brought) {
      console.error(`${url}: ${brought.why}`);
      continue;
    }
    if (isDone(() => replaceFile(placeIn(root, brought.path), brought.bytes))) paths.set(url, brought.path);
  }
  if (paths.size > 0) {
    const day = new Date().toISOString().slice(0, 10);
    isDone(() => editFile(root, CREDITS, (before) => addCredits(before, paths, day)));
  }
  return paths;
}
