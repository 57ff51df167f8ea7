import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Attack } from './attack.ts';

/** A red pixel: attacks name pictures that are there, else those would be taken out for another reason. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

/** Writes one deck: for each attack a slide that holds it twice, as itself and in its notes. */
export function writeDeck(deck: string, attacks: readonly Attack[]): void {
  mkdirSync(deck, { recursive: true });
  const front = attacks.flatMap((attack) => attack.front ?? []);
  const title = front.some((line) => line.startsWith('title:')) ? [] : ['title: t'];
  const head = ['---', ...title, 'sources: none', ...front, '---', '', '# Front', ''];
  const slides = attacks.map(({ name, slide = 'a' }) => {
    const notes = slide.replace(/<!-- \.slide:.*-->/, '');
    return `---\n\n## ${name}\n\n${slide}\n\nNote:\n\n${notes}\n`;
  });
  writeFileSync(join(deck, '01.md'), `${[...head, ...slides].join('\n')}\n`);
  for (const name of ['a.png', 'x.png']) writeFileSync(join(deck, name), PIXEL);
  for (const { files = {} } of attacks)
    for (const [path, text] of Object.entries(files)) writeFileSync(join(deck, path), text);
}

/** Shows every slide with the speaker's window open beside, which follows. */
export async function walkAsSpeaker(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(() => window.Reveal?.isReady());
  const opened = page.waitForEvent('popup');
  await page.keyboard.press('s');
  const speaker = await opened;
  await speaker.locator('.notes').first().waitFor({ state: 'attached' });
  await showAll(page);
  await settle(speaker);
}

/** Shows every slide, and clicks on what is there to be clicked. */
export async function walk(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(() => window.Reveal?.isReady());
  await showAll(page);
}

async function showAll(page: Page): Promise<void> {
  const names = await page.evaluate(() => window.Reveal.getSlides().map(({ id }) => id));
  for (const name of names) {
    await page.evaluate(async (id) => {
      const slide = document.getElementById(id);
      if (!slide) return;
      const { h, v } = window.Reveal.getIndices(slide);
      window.Reveal.slide(h, v);
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      for (const one of slide.querySelectorAll('.click:not(a[href^="http"]), a[href^="java"]'))
        one.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    }, name);
  }
  await settle(page);
}

/** Until what a page began has been asked for. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
}

/** Names of attacks whose program ran in some frame of some page. */
export async function namesRunIn(pages: readonly Page[]): Promise<readonly string[]> {
  const frames = pages.flatMap((page) => page.frames());
  const run = frames.map((frame) =>
    frame
      .evaluate(() => [Reflect.get(globalThis, 'pwned') ?? []].flat().map(String))
      .catch((): string[] => []),
  );
  return (await Promise.all(run)).flat();
}
