import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { findBrowser } from '../src/browser/find.ts';
import { serveFolder } from '../src/browser/serve-folder.ts';
import { race, readOptions, tell, timeNode } from './measure.ts';

// One slide with a chart of 20,000 days beside the same slide with twelve of them: what the rows cost the build, and
// the work of the page's main thread from the step to the chart until it is drawn, with fetching and starting Chart.js.
const MOST = 500;
const DAY = 86_400_000;
const here = fileURLToPath(new URL('.', import.meta.url));
const options = readOptions(5);

/** Writes a deck whose chart has so many rows; its folder. */
function deckOf(rows: number): string {
  const folder = join(here, 'peers', 'orihon', `chart-${rows}`);
  mkdirSync(join(folder, 'data'), { recursive: true });
  writeFileSync(
    join(folder, 'deck.md'),
    '---\ntitle: Days\nsources: none\n---\n# Days\n\n---\n\n## Each of them\n\n```chart\nfile: data/days.csv\n```\n',
  );
  const lines = Array.from({ length: rows }, (_, nth) => {
    const value = 50 + 20 * Math.sin(nth / 300) + ((nth * 7919) % 101) / 10;
    return `${new Date(nth * DAY).toISOString().slice(0, 10)},${value.toFixed(2)}`;
  });
  writeFileSync(join(folder, 'data', 'days.csv'), `date,level\n${lines.join('\n')}\n`);
  return folder;
}

const built = (rows: number) => {
  const deck = deckOf(rows);
  const args = [join(here, '..', 'bin', 'orihon.mjs'), 'build', deck, '--out', join(deck, 'site')];
  return { name: `${rows} rows`, run: () => timeNode(args, here) };
};

/** Work of the main thread for the chart, ms. */
async function drawn(site: string): Promise<number> {
  const { executablePath } = await findBrowser();
  const served = await serveFolder(site);
  const browser = await chromium.launch({ executablePath });
  try {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const work = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return 1000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN);
    };
    await page.goto(served.url);
    await page.waitForLoadState('networkidle');
    const before = await work();
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => {
      const canvas = document.querySelector('canvas');
      const data = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
      return data?.some((byte) => byte > 0);
    });
    return (await work()) - before;
  } finally {
    await browser.close();
    await served.close();
  }
}

const results = await race([built(20_000), built(12)], options);
const [long, short] = results.map(({ median }) => median);
tell([{ title: 'A chart of 20,000 rows', results, goals: [] }], options);
const more = (long ?? Number.NaN) - (short ?? Number.NaN);
console.log(
  `  ${more.toFixed(0)} ms more for the rows, goal at most ${MOST} ms: ${more <= MOST ? 'held' : 'MISSED'}`,
);
const draw = await drawn(join(here, 'peers', 'orihon', 'chart-20000', 'site'));
console.log(`  ${draw.toFixed(0)} ms of script from the step to the chart until it is drawn`);
