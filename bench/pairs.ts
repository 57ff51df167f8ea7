import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from 'playwright';
import { findBrowser } from '../src/browser/find.ts';
import { writeDeck } from './dialects.ts';
import { timeNode } from './measure.ts';
import { plainDeck, slidesOf } from './plain-deck.ts';
import { PROGRAMS } from './tools.ts';

// The same plain Markdown drawn by Orihon, Slidev and Marp, each by its own command in its default look: pictures of
// pairs for readers to choose from, ours left or right by chance, and a key that says where ours stands.
const TOOLS = ['orihon', 'slidev', 'marp'] as const;
type Tool = (typeof TOOLS)[number];

/** A slide as each tool draws it: PNG files. */
type Drawn = Readonly<Record<Tool, string>>;

const LOOKS = fileURLToPath(new URL('./looks', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: 'test-results/pairs' },
    count: { type: 'string', default: '30' },
    seed: { type: 'string', default: '1' },
  },
});
const out = resolve(values.out);
const decks = positionals.length > 0 ? positionals : [join(LOOKS, 'lecture.md'), join(LOOKS, 'essay')];
const { executablePath } = await findBrowser();
const drawn: (readonly Drawn[])[] = [];
for (const deck of decks) drawn.push(await drawDeck(deck));
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  await layPairs(browser, pick(drawn, Number(values.count)));
  await laySheet(browser, pick(drawn, 12));
} finally {
  await browser.close();
}

/** Draws every slide of a deck by each tool, in folders of their own from which they find their packages. */
async function drawDeck(deck: string): Promise<readonly Drawn[]> {
  const file = statSync(deck).isDirectory() ? markdownIn(deck) : deck;
  const plain = plainDeck(readFileSync(file, 'utf8'));
  const found = new Map<Tool, readonly string[]>();
  // In turns: Slidev gives a slide 30 s to appear, which beside the others it may not do.
  for (const tool of TOOLS) {
    const program = PROGRAMS[tool]();
    const folder = fileURLToPath(
      new URL(`./peers/${tool}/pairs/${basename(resolve(deck), '.md')}`, import.meta.url),
    );
    rmSync(folder, { recursive: true, force: true });
    if (file !== deck) cpSync(deck, folder, { recursive: true, filter: (path) => !path.endsWith('.md') });
    mkdirSync(join(folder, 'png'), { recursive: true });
    const written = join(folder, 'deck.md');
    writeFileSync(written, writeDeck(plain, tool === 'orihon' ? 'reveal' : tool));
    const env = { ORIHON_BROWSER: executablePath, CHROME_PATH: executablePath };
    await timeNode([program, ...argsOf(tool, folder)], folder, env);
    const names = readdirSync(join(folder, 'png')).filter((name) => /\d.*\.png$/.test(name));
    const pages = names
      .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
      .map((name) => join(folder, 'png', name));
    if (pages.length !== slidesOf(plain))
      throw new Error(`${tool} draws ${pages.length} slides of ${slidesOf(plain)}: ${written}`);
    found.set(tool, pages);
  }
  const of = (tool: Tool, at: number) => found.get(tool)?.[at] ?? '';
  return Array.from({ length: slidesOf(plain) }, (_, at) => ({
    ...{ orihon: of('orihon', at), slidev: of('slidev', at), marp: of('marp', at) },
  }));
}

function markdownIn(folder: string): string {
  const [first, ...others] = readdirSync(folder).filter((name) => name.endsWith('.md'));
  if (!first || others.length > 0) throw new Error(`${folder} is to hold one Markdown file`);
  return join(folder, first);
}

/** What makes a tool draw `deck.md` as pictures in `png/`. */
function argsOf(tool: Tool, folder: string): readonly string[] {
  const [deck, png] = [join(folder, 'deck.md'), join(folder, 'png')];
  if (tool === 'orihon') return ['export', deck, '--format', 'png', '--size', '1280x720', '--output', png];
  if (tool === 'slidev')
    return [
      'export',
      deck,
      '--format',
      'png',
      '--output',
      png,
      '--per-slide',
      '--timeout',
      '300000',
      '--executable-path',
      executablePath,
    ];
  return [
    ...['--no-stdin', '--images', 'png', '--allow-local-files', '--no-config-file'],
    ...['--browser-path', executablePath, deck, '-o', join(png, 'deck.png')],
  ];
}

/** So many slides of all decks, as evenly as they have them, in their order. */
function pick(decks: readonly (readonly Drawn[])[], count: number): readonly Drawn[] {
  const all = decks.flat();
  return Array.from({ length: count }, (_, at) => all[Math.floor(((at + 0.5) * all.length) / count)]).filter(
    (slide) => slide !== undefined,
  );
}

/** Whole numbers from 0 up to a bound, by a generator of Lehmer's kind. */
function dice(seed: number): (below: number) => number {
  let state = (seed * 48_271 + 11) % 2_147_483_647;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** Writes `01.png`, `02.png`, … with two slides each, A left and B right, and `answers.txt`. */
async function layPairs(browser: Browser, slides: readonly Drawn[]): Promise<void> {
  mkdirSync(out, { recursive: true });
  const roll = dice(Number(values.seed));
  const answers: string[] = [];
  for (const [at, slide] of shuffled(slides, roll).entries()) {
    const peer: Tool = at % 2 === 0 ? 'slidev' : 'marp';
    const ours = roll(2) === 0 ? 'A' : 'B';
    const sides: readonly Tool[] = ours === 'A' ? ['orihon', peer] : [peer, 'orihon'];
    const name = String(at + 1).padStart(2, '0');
    const cells = sides.map(
      (tool, side) => `<figure>${side === 0 ? 'A' : 'B'}${image(slide[tool])}</figure>`,
    );
    await shoot(browser, { html: cells.join(''), columns: 2, wide: 960, file: join(out, `${name}.png`) });
    const from = slide.orihon.split('/').slice(-3);
    answers.push(`${name} ${ours} ${peer} ${from[0]} ${from[2]}`);
  }
  writeFileSync(
    join(out, 'answers.txt'),
    `# pair, side of Orihon, the other, deck, slide\n${answers.join('\n')}\n`,
  );
}

function shuffled<T>(items: readonly T[], roll: (below: number) => number): readonly T[] {
  return items
    .map((item) => ({ item, at: roll(1_000_000) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** Writes `pairs.jpg`: Orihon, Slidev, Marp from left to right, two slides a row. */
function laySheet(browser: Browser, slides: readonly Drawn[]): Promise<void> {
  const cells = slides.flatMap((slide) => TOOLS.map((tool) => `<figure>${image(slide[tool])}</figure>`));
  return shoot(browser, { html: cells.join(''), columns: 6, wide: 204, file: join(out, 'pairs.jpg') });
}

function image(file: string): string {
  return `<img src="data:image/png;base64,${readFileSync(file).toString('base64')}">`;
}

/** Draws a grid of figures to a file. */
async function shoot(
  browser: Browser,
  { html, columns, wide, file }: { html: string; columns: number; wide: number; file: string },
): Promise<void> {
  const gap = Math.round(wide / 25);
  const page = await browser.newPage({ viewport: { width: columns * (wide + gap) + gap, height: 100 } });
  await page.setContent(`<style>
body { margin: ${gap}px; display: grid; grid-template-columns: repeat(${columns}, ${wide}px); gap: ${gap}px; background: #8a8a8a }
figure { margin: 0; font: ${gap}px sans-serif }
img { display: block; width: ${wide}px; aspect-ratio: 16 / 9; object-fit: cover }
</style>${html}`);
  mkdirSync(dirname(file), { recursive: true });
  await page.screenshot({
    path: file,
    fullPage: true,
    ...(file.endsWith('.jpg') && { type: 'jpeg', quality: 80 }),
  });
  await page.close();
}
