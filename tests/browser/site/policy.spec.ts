import { expect, test } from '../deck.ts';

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
  // Every slide is shown by page/fits.spec.ts: a refused style or picture would be said on the console.
  const sent = await (await deck.page.request.get(deck.url)).text();
  expect(sent).not.toMatch(/ style=|<style|<script(?![^>]*(?:src=|application\/json))| on[a-z]+="/);
});

test('no inline script is allowed, not even for the window of the speaker', async ({ stage, small }) => {
  await stage.open();
  const policy = await stage.page
    .locator('meta[http-equiv="Content-Security-Policy"]')
    .getAttribute('content');
  expect(policy).toMatch(/script-src 'self';/);
  expect(policy).not.toContain('sha256');
  await test.step("the author's options for Reveal reach it, but for those the page is built on", async () => {
    await small.open();
    const options = await small.page.evaluate(() => window.Reveal.getConfig());
    expect(options).toMatchObject({ defaultTiming: 90, disableLayout: true, hash: true });
  });
});

test('the stage page holds all the notes @long', async ({ stage }) => {
  await stage.open();
  const slides = (await stage.ids()).length;
  expect(await stage.page.locator('aside.notes').count()).toBe(slides);
});
