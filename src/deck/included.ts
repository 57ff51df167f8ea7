/** A file of a deck, with its text. */
interface Written {
  readonly path: string;
  readonly text: string;
}

/** A section of Reveal's that another file fills, and a slide of Slidev's that is another file. */
const NAMED = [
  /\bdata-markdown\s*=\s*(?:"([^"]+)"|'([^']+)'|([^\s"'>]+))/g,
  /^src:[ \t]*["']?([^\s"'#]+\.(?:md|markdown))/gm,
];
/** More than any deck is written in. */
const MOST = 500;

/** The path that a file names, from the deck's folder: `/a.md` counts from there too. */
export function pathFrom(file: string, written: string): string {
  const plain = written.replace(/[?#].*$/, '');
  const folder = plain.startsWith('/') ? [] : file.split('/').slice(0, -1);
  const path: string[] = [];
  for (const part of [...folder, ...plain.split('/')]) {
    if (part === '..' && path.length > 0 && path.at(-1) !== '..') path.pop();
    else if (part !== '' && part !== '.') path.push(part);
  }
  return path.join('/');
}

/** The files that a deck's own take slides from, and those that these do. */
export function includedBy(
  slides: readonly Written[],
  read: (path: string) => string | undefined,
): readonly Written[] {
  const found = new Map<string, Written>();
  const waiting = [...slides];
  for (let file = waiting.pop(); file && found.size < MOST; file = waiting.pop())
    for (const pattern of NAMED)
      for (const [, ...names] of file.text.matchAll(pattern)) {
        const path = pathFrom(file.path, names.find(Boolean) ?? '');
        if (found.has(path) || slides.some((slide) => slide.path === path)) continue;
        const text = read(path);
        if (text === undefined) continue;
        found.set(path, { path, text });
        waiting.push({ path, text });
      }
  return [...found.values()];
}
