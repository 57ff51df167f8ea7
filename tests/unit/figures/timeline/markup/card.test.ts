import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeBibliography } from '../../../../../src/deck/sources/sources.ts';
import { type CardFile, type Cards, writeCards } from '../../../../../src/figures/timeline/markup/card.ts';
import { parseTimeline } from '../../../../../src/figures/timeline/model/parse.ts';
import type { Measure } from '../../../../../src/fonts/faces.ts';
import { loadMeasure } from '../../../../../src/fonts/metrics.ts';

const TEXT = readFileSync(new URL('../../../../golden/timeline-sample.yaml', import.meta.url), 'utf8');

let measure: Measure;
let file: CardFile;
let cards: Cards;
beforeAll(async () => {
  measure = await loadMeasure();
  const timeline = parseTimeline({ file: 'a.yaml', text: TEXT }, ({ what }) => {
    throw new Error(what);
  });
  if (!timeline) throw new Error('the sample is broken');
  file = writeCards(timeline, [], makeBibliography(new Map(), new Set()), { measure, lang: 'en' });
  cards = JSON.parse(file.text);
});

describe('the cards of a timeline', () => {
  test('are one for each event, in a file whose name changes with them', () => {
    expect(Object.keys(cards)).toHaveLength(8);
    expect(file.path).toMatch(/^events-[0-9a-f]{8}\.json$/);
  });

  test('of a strip leave the one of its first event as it is', () => {
    const timeline = parseTimeline({ file: 'a.yaml', text: TEXT }, () => undefined);
    const [first, ...others] = timeline?.events ?? [];
    if (!timeline || !first) throw new Error('the sample is broken');
    const strip = {
      lane: first.lane,
      events: [first, ...others],
      x0: 0,
      x1: 9,
      counts: [],
    } as const;
    const bibliography = makeBibliography(new Map(), new Set());
    const { text } = writeCards(timeline, [strip], bibliography, { measure, lang: 'en' });
    const both: Cards = JSON.parse(text);
    expect(both[first.id]).toEqual(cards[first.id]);
    const keys = Object.keys(both).filter((key) => !(key in cards));
    expect(keys).toEqual([expect.stringMatching(/^8 events, \d{4} to \d{4}, /)]);
    expect(both[keys[0] ?? '']?.html).toContain('8 events');
  });

  test('say the date as exactly as it is known, and both names', () => {
    expect(cards['steam']?.html).toContain('<time datetime="1884-10-12">12 October 1884</time>');
    expect(cards['steam']?.html).toContain('<p class="card-second" lang="ja">蒸気機関</p>');
    expect(cards['school']?.html).toContain('<time datetime="1872">about 1872</time>');
    expect(cards['council']?.label).toMatch(/1889$/);
  });

  test('hold no style, no script and no empty part', () => {
    expect(file.html).not.toMatch(/style=|<script|on\w+=|<(dl|ul|p)[^>]*><\/\1>/);
  });
});
