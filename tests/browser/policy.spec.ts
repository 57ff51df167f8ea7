import { createHash } from 'node:crypto';
import { SPEAKER_SCRIPT_HASH } from '../../src/build/policy.ts';
import { expect, test } from './deck.ts';

test('the page carries a policy that allows nothing inline and no other host, and keeps it', async ({
  deck,
}) => {
  await deck.open();
  const policy = await deck.page
    .locator('meta[http-equiv="Content-Security-Policy"]')
    .getAttribute('content');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("style-src 'self'");
  expect(policy).not.toContain('unsafe-inline');
  expect(policy).not.toMatch(/https?:|\*/);
  // Every slide is shown: a refused style or picture would be said on the console, and silence is checked.
  for (const id of await deck.ids()) await deck.show(id);
  const sent = await (await deck.page.request.get(deck.url)).text();
  expect(sent).not.toMatch(/ style=|<style|<script(?![^>]*(?:src=|application\/json))| on[a-z]+="/);
});

test('the one hash in the policy is that of the speaker window Reveal writes', async ({ stage }) => {
  await stage.open();
  const [speaker] = await Promise.all([stage.page.waitForEvent('popup'), stage.page.keyboard.press('s')]);
  const script = await speaker.evaluate(() => document.querySelector('script:not([src])')?.textContent ?? '');
  expect(script.length).toBeGreaterThan(1000);
  expect(`sha256-${createHash('sha256').update(script).digest('base64')}`).toBe(SPEAKER_SCRIPT_HASH);
});

test('the public page holds no word of the notes, and the stage page holds them all', async ({
  deck,
  stage,
}) => {
  await deck.open();
  expect(await deck.page.locator('aside.notes').count()).toBe(0);
  expect(await deck.page.content()).not.toContain('This talk keeps every claim of that article');
  await stage.open();
  const slides = (await stage.ids()).length;
  expect(await stage.page.locator('aside.notes').count()).toBe(slides);
});
