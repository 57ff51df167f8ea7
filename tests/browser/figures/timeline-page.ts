import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { parseTimeline } from '../../../src/figures/timeline/model/parse.ts';
import { formatWhen } from '../../../src/figures/timeline/model/when.ts';

const file = 'slides/timeline.yaml';
const read = parseTimeline({ file, text: readFileSync(file, 'utf8') }, ({ what }) => {
  throw new Error(what);
});
if (!read) throw new Error(`${file} is broken`);

/** The timeline of slides/ as its author wrote it. */
export const timeline = read;

/** What a listener must hear of each event, in order of time. */
export const heard = timeline.events.map((event) => `${formatWhen(event)}, ${event.title}`);

/** Waits until the timeline of a slide can be walked. */
export async function walkable(page: Page, slide: string): Promise<void> {
  await expect(page.locator(`#${slide} .events > [tabindex="0"]`)).toBeAttached();
}

/** What the live region of a slide's timeline says. */
export function said(page: Page, slide: string) {
  return page.locator(`#${slide} .timeline [role="status"]`);
}

/** The event that has the focus. */
export function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const { activeElement } = document;
    return activeElement instanceof HTMLElement ? activeElement.dataset['event'] : undefined;
  });
}

/** Presses Tab until an event has the focus. */
export async function tabIn(page: Page): Promise<void> {
  for (let press = 0; press < 6 && (await focused(page)) === undefined; press++)
    await page.keyboard.press('Tab');
  expect(await focused(page)).toBeDefined();
}
