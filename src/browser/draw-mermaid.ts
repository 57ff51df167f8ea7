import type { Page } from 'playwright';
import { z } from 'zod';
import { cached, digest } from '../base/disk-cache.ts';
import { cleanSvgFile } from '../deck/safe/svg-file.ts';
import type { DrawingSetting, Drawn } from '../site/compile-drawn.ts';
import { drawInPage } from './draw-in-page.ts';
import { findBrowser } from './find.ts';
import type { Mermaid } from './find-mermaid.ts';
import { chromium } from './playwright.ts';

/** Changes when a drawing is made in another way: what is kept of older ones is then made anew. */
const WAY = '1';
/** A diagram that takes longer is not worth waiting for. Milliseconds. */
const LONGEST = 20_000;

const KeptSchema = z.union([
  z.strictObject({ svg: z.string(), words: z.string() }),
  z.strictObject({ fault: z.string() }),
]);

/**
 * Draws diagrams of Mermaid in a browser, in a page without network whose only program is Mermaid's own. What is
 * drawn passes the list of what a drawing may hold, and is kept by its text and Mermaid's version.
 */
export async function drawMermaid(
  written: readonly string[],
  mermaid: Mermaid,
  { fontCss, families }: DrawingSetting,
): Promise<readonly Drawn[]> {
  const page = lazyPage(mermaid, fontCss);
  const drawn: Drawn[] = [];
  try {
    for (const one of written)
      drawn.push(await drawKept(one, { mermaid, fontCss, families, page: page.get }));
  } finally {
    await page.close();
  }
  return drawn;
}

interface Setting {
  readonly mermaid: Mermaid;
  readonly fontCss: string;
  readonly families: readonly string[];
  readonly page: () => Promise<Page>;
}

async function drawKept(written: string, { mermaid, fontCss, families, page }: Setting): Promise<Drawn> {
  const name = `diagram-${digest(WAY, mermaid.version, fontCss, written)}.json`;
  try {
    const kept = await cached(name, async () =>
      Buffer.from(JSON.stringify(await draw(await page(), written, fontCss, families))),
    );
    return KeptSchema.parse(JSON.parse(kept.toString('utf8')));
  } catch {
    // No browser, or one that broke down over it: nothing is kept of that.
    return { lacks: 'browser' };
  }
}

async function draw(
  page: Page,
  written: string,
  fontCss: string,
  families: readonly string[],
): Promise<z.infer<typeof KeptSchema>> {
  const id = `d${digest(written).slice(0, 8)}`;
  const made = await within(drawInPage(page, { written, id, font: [...families, 'sans-serif'].join(', ') }));
  if ('fault' in made) return { fault: made.fault.split('\n')[0]?.slice(0, 200) || 'it is no diagram' };
  const clean = cleanSvgFile(made.svg);
  if (!clean) return { fault: 'what Mermaid drew is no SVG' };
  // The faces are the program's own, and no drawing brings any.
  const svg = fontCss === '' ? clean.text : clean.text.replace('>', `><style>${fontCss}</style>`);
  return { svg, words: made.words };
}

function within<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('too long')), LONGEST);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** A page with Mermaid in it, opened when the first diagram is not drawn yet. */
function lazyPage({ script }: Mermaid, fontCss: string) {
  let opened: Promise<{ readonly page: Page; readonly close: () => Promise<void> }> | undefined;
  const open = async () => {
    const { executablePath, args } = await findBrowser();
    const browser = await chromium.launch({ executablePath, args: [...args] });
    const context = await browser.newContext({ offline: true, serviceWorkers: 'block' });
    await context.route('**/*', (route) => route.abort());
    const page = await context.newPage();
    await page.setContent(`<!doctype html><style>${fontCss}</style><body></body>`);
    await page.addScriptTag({ content: script });
    return { page, close: () => browser.close() };
  };
  return {
    get: async () => {
      opened ??= open();
      return (await opened).page;
    },
    close: async () => {
      const one = await opened?.catch(() => undefined);
      await one?.close();
    },
  };
}
