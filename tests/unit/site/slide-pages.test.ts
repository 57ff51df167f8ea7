import { expect, test } from 'vitest';
import { makeSite } from '../../../src/site/site.ts';
import { cardOf, slidePages } from '../../../src/site/slide-pages.ts';

const DECK = new URL('../../decks/small', import.meta.url).pathname;

test('every slide has a page of its own, with title, description, works cited and the way to the slide', async () => {
  const { site } = await makeSite(DECK, { notes: false });
  if (!site) throw new Error('no site');
  const pages = slidePages(site);
  expect(pages.size).toBe(site.pages.length);
  for (const { id, headline } of site.pages) {
    const html = pages.get(`slide/${id}.html`) ?? '';
    expect(html).toContain(`url=../#/${id}"`);
    expect(html).toMatch(/<title>[^<]+<\/title>/);
    const linked: unknown = JSON.parse(/ld\+json">(.*)<\/script>/.exec(html)?.[1] ?? '');
    expect(linked).toMatchObject({ '@context': 'https://schema.org', ...(headline && { name: headline }) });
  }
  expect([...pages.values()].some((html) => html.includes('"citation":[{'))).toBe(true);
  expect([...pages.values()].some((html) => html.includes('"hasPart":[{"@type":"Dataset","name":"'))).toBe(
    true,
  );
});

test('a slide with a timeline tells its events, and their dates as a calendar writes them', async () => {
  const { site } = await makeSite(DECK, { notes: false });
  if (!site) throw new Error('no site');
  const linked = [...slidePages(site).values()].map((html): { readonly about?: readonly object[] } =>
    JSON.parse(/ld\+json">(.*)<\/script>/.exec(html)?.[1] ?? ''),
  );
  const events = linked.flatMap(({ about = [] }) => about);
  expect(events).toContainEqual({
    '@type': 'Event',
    name: 'The stone bridge opens',
    startDate: '1502-09-14',
    description: 'Five arches, one of which still stands.',
  });
  expect(events).toContainEqual(
    expect.objectContaining({ name: 'The town has its charter', startDate: '1344-05' }),
  );
});

test('a card is told by its whole address where the deck knows its own, else from beside its page', async () => {
  const { site } = await makeSite(DECK, { notes: false });
  if (!site) throw new Error('no site');
  const cards = new Set([cardOf('years') ?? '']);
  const tagsOf = (url: string | undefined) => {
    const deck = { ...site.deck, meta: { ...site.deck.meta, url } };
    const html = slidePages({ ...site, deck }, cards).get('slide/years.html') ?? '';
    return [...html.matchAll(/<meta property="og:(url|image[^"]*)" content="([^"]*)">/g)].map((tag) =>
      tag.slice(1),
    );
  };
  const shape = [
    ['image:width', '1200'],
    ['image:height', '630'],
    ['image:type', 'image/png'],
    ['image:alt', 'Three bridges in six hundred years'],
  ];
  expect(tagsOf(undefined)).toEqual([['image', './years.png'], ...shape]);
  expect(tagsOf('https://example.org/talk')).toEqual([
    ['url', 'https://example.org/talk/slide/years.html'],
    ['image', 'https://example.org/talk/slide/years.png'],
    ...shape,
  ]);
  const without = slidePages(site, cards).get('slide/start.html');
  expect(without).toContain('og:title');
  expect(without).not.toContain('og:image');
  expect(cardOf('../up')).toBeUndefined();
});
