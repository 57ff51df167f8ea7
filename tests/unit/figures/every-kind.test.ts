import { expect, test } from 'vitest';
import { FIGURES } from '../../../src/figures/index.ts';
import { anyDeck } from '../../browser/long/any-deck.ts';
import { ATTACKS } from '../../security/attacks.ts';

const KINDS = [...FIGURES.keys()];

/** Kinds that some text has a fence of. */
const kindsIn = (texts: readonly string[]) =>
  KINDS.filter((kind) => texts.some((text) => new RegExp(`^\`\`\`${kind}$`, 'm').test(text)));

// A new kind of figure is a folder and a line; its sample, or a line of these lists, must be there.

test('every kind of figure is attacked', () => {
  expect(kindsIn(ATTACKS.map(({ slide = '' }) => slide))).toEqual(KINDS);
});

test('every kind of figure is in the decks that are put together by chance', () => {
  const decks = Array.from({ length: 60 }, (_, seed) => anyDeck(seed).get('1.md') ?? '');
  expect(kindsIn(decks)).toEqual(KINDS);
});
