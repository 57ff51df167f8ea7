import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveFolder } from '../../../src/browser/serve-folder.ts';
import { buildSite } from '../../../src/site/build.ts';
import { makeSite } from '../../../src/site/site.ts';
import { DeckPage, expect, test } from '../deck.ts';
import { tabIn, walkable } from '../figures/timeline-page.ts';

// A transition is asked for, which is not to be had where motion is unwelcome.
test.use({ contextOptions: { reducedMotion: 'no-preference' } });

let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'orihon-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('keys, cards and counts speak the language of the deck, marks and ground are its own, and paper unfolds', async ({
  page,
  faults: _,
}) => {
  writeFileSync(join(folder, 'mill.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
  writeFileSync(
    join(folder, 'deck.md'),
    [
      '---\nlang: de\nseparator: ^===$\nverticalSeparator: ^\\+\\+\\+$\nrevealOptions:\n  transition: zoom\n---\n# Eins',
      '<!-- .slide: data-background-image="mill.svg" data-transition="none" -->\n## Zwei\n\n---\n\nGleiche Folie',
      '## Drei\n\n<details><summary>Mehr</summary>\n\nGefaltetes\n\n</details>\n+++\n## Darunter',
      '<!-- .slide: id="zeit" -->\n## Zeit\n\n```timeline\n```',
    ].join('\n===\n'),
  );
  const events = [`{ date: "-0120", title: Wasserrad, place: Ulm }`, '{ date: "1848~", title: Turbine }'];
  writeFileSync(
    join(folder, 'timeline.yaml'),
    `title: Räder\nevents:\n${events.map((one) => `  - ${one}\n`).join('')}`,
  );
  const { site } = await makeSite(join(folder, 'deck.md'), { notes: false });
  if (!site) throw new Error('the deck has errors');
  await buildSite(site, join(folder, 'out'));
  const server = await serveFolder(join(folder, 'out'));
  try {
    const deck = new DeckPage(page, server.url);
    await deck.open();
    expect(await deck.ids()).toEqual(['eins', 'zwei', 'drei', 'darunter', 'zeit']);
    expect(await page.evaluate(() => window.Reveal.getConfig().transition)).toBe('zoom');
    await page.keyboard.press('?');
    const keys = page.getByRole('dialog', { name: 'Tasten' });
    await expect(keys).toContainText('Schwarzer Bildschirm, und zurück');
    await expect(keys).not.toContainText('Black');
    await page.keyboard.press('Escape');
    await expect(keys).toBeHidden();
    await page.keyboard.press('o');
    const overview = page.getByRole('group', { name: 'Alle Folien' });
    await expect(overview.locator('.grid-title').nth(1)).toHaveText('2 Zwei');
    await page.keyboard.press('Escape');
    await expect(overview).toBeHidden();
    await page.evaluate(() => {
      location.hash = '#/zwo';
    });
    await expect(page.getByRole('alert')).toHaveText(
      'Es gibt keine Folie und kein Ereignis „zwo“. G zeigt, was es gibt.',
    );
    await expect(page.getByRole('button', { name: 'Quellenangabe kopieren' })).toHaveCount(1);
    await deck.show('zwei');
    await expect(page.locator('#zwei')).toHaveAttribute('aria-roledescription', 'Folie');
    await expect(page.locator('#zwei')).toHaveAttribute('data-transition', 'none');
    await expect(page.locator('#zwei')).toContainText('Gleiche Folie');
    await expect
      .poll(() =>
        page.locator('#zwei').evaluate((slide) => getComputedStyle(slide, '::before').backgroundImage),
      )
      .toMatch(/url\(.*mill-\w+\.svg/);
    await deck.show('drei');
    await expect(page.getByText('Gefaltetes')).toBeHidden();
    await deck.show('zeit');
    await walkable(page, 'zeit');
    await tabIn(page);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Home');
    await expect(page.locator('#zeit .event-count')).toHaveText('Ereignis 1 von 2');
    await expect(page.locator('#zeit .card')).toContainText('121 v. Chr.');
    await expect(page.locator('#zeit .card dt')).toHaveText('Ort');
    // The words of no other language came along.
    const assets = readdirSync(join(folder, 'out', 'assets')).filter((name) => name.endsWith('.js'));
    const scripts = assets.map((name) => readFileSync(join(folder, 'out', 'assets', name), 'utf8'));
    expect(scripts.filter((text) => text.includes('jusqu’à'))).toEqual([]);
    await page.goto(`${server.url}?print-pdf`);
    await expect(page.getByText('Gefaltetes')).toBeVisible();
  } finally {
    await server.close();
  }
});

test('a slide that is called "words" takes nothing from the words of the page', async ({
  page,
  faults: _,
}) => {
  const deck = join(folder, 'named');
  mkdirSync(deck);
  writeFileSync(join(deck, 'deck.md'), '# One\n\n---\n\n## Words\n\n```timeline\n```\n');
  const events = [1848, 1851].map((year) => `  - { date: "${year}", title: In ${year} }`);
  writeFileSync(join(deck, 'timeline.yaml'), `title: Years\nevents:\n${events.join('\n')}\n`);
  const { site } = await makeSite(deck, { notes: false });
  if (!site) throw new Error('the deck has errors');
  await buildSite(site, join(folder, 'named-out'));
  const server = await serveFolder(join(folder, 'named-out'));
  try {
    const shown = new DeckPage(page, server.url);
    await shown.open('words');
    await walkable(page, 'words');
    await tabIn(page);
    await page.keyboard.press('Home');
    await expect(page.locator('#words .event-count')).toHaveText('Event 1 of 2');
  } finally {
    await server.close();
  }
});
