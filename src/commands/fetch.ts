import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readDeck } from '../deck/read.ts';
import { addCredits, bringPicture, remotePictures, useBrought } from '../network/bring-pictures.ts';
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
    const { slides, root } = readDeck(oneDeck(words));
    const urls = [...new Set(slides.flatMap(({ text }) => remotePictures(text)))];
    for (const url of urls) console.log(url);
    if (urls.length === 0) console.log('Every picture lies in the deck.');
    if (dry || urls.length === 0) return 0;
    if (!yes && !(await agree(`Fetch ${urls.length} pictures into ${join(root, 'pictures')}?`))) return 1;
    const paths = new Map<string, string>();
    for (const url of urls) {
      const brought = await bringPicture(url);
      if ('why' in brought) {
        console.error(`${url}: ${brought.why}`);
        continue;
      }
      const full = join(root, brought.path);
      mkdirSync(dirname(full), { recursive: true });
      writeFileSync(full, brought.bytes);
      paths.set(url, brought.path);
    }
    for (const { path, text } of slides) {
      const written = useBrought(text, paths);
      if (written !== text) writeFileSync(join(root, path), written);
    }
    if (paths.size > 0) {
      const credits = join(root, CREDITS);
      const before = existsSync(credits) ? readFileSync(credits, 'utf8') : '';
      writeFileSync(credits, addCredits(before, paths, new Date().toISOString().slice(0, 10)));
    }
    console.log(
      `${paths.size} of ${urls.length} pictures are in the deck now; ${CREDITS} says where they came from.`,
    );
    return paths.size === urls.length ? 0 : 1;
  },
});
