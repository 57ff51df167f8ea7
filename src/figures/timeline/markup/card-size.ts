import { countLines, type Run } from '../../../fonts/count-lines.ts';
import type { Measure } from '../../../fonts/faces.ts';
import { formatDate } from '../model/date.ts';
import { formatWhen } from '../model/when.ts';
import type { CardText } from './card-text.ts';
import { linkWords } from './media.ts';

/** Sizes of a card's parts and of their lines, px of the sheet; the style sheet says the same, by level. */
interface Sizes {
  readonly date: number;
  readonly title: { readonly size: number; readonly line: number };
  readonly second: { readonly size: number; readonly line: number };
  readonly text: { readonly size: number; readonly line: number };
  readonly fact: number;
  readonly gap: number;
}

const LEVELS: readonly Sizes[] = [
  {
    date: 54,
    title: { size: 52, line: 57 },
    second: { size: 28, line: 40 },
    text: { size: 30, line: 42 },
    fact: 34,
    gap: 22,
  },
  {
    date: 46,
    title: { size: 42, line: 46 },
    second: { size: 26, line: 36 },
    text: { size: 27, line: 37 },
    fact: 31,
    gap: 16,
  },
  {
    date: 38,
    title: { size: 34, line: 38 },
    second: { size: 24, line: 31 },
    text: { size: 24, line: 31 },
    fact: 29,
    gap: 10,
  },
];
/** The column of an era's card, of what a fact says, and the height a card has. */
const WIDTH = 542;
const FACT_WIDTH = 416;
const HEIGHT = 680;
const FACT = 24;
/** A picture with its credit, at most a third of the card. */
const PICTURE = 226;
const SOURCE = { size: 18, line: 22 };
/** The overview's card: one line of title, in a smaller size where it is long. */
const OVERVIEW = { width: 579, title: 31, when: 24, gap: 8 };

export interface CardSize {
  /** The largest sizes in which it fits, from 0. */
  readonly level: number;
  /** Whether it fits with its sources named; else they are numbers only. */
  readonly fits: boolean;
  /** Whether its title is too long for one line of the overview's card. */
  readonly longTitle: boolean;
  /** The second name beside the date, where there is room for the whole or the short one. */
  readonly second: string | undefined;
}

/** Finds the sizes in which a card fits its place. */
export function fitCard(card: CardText, measure: Measure): CardSize {
  const { event } = card;
  const level = LEVELS.findIndex((sizes) => heightOf(card, sizes, measure) <= HEIGHT);
  const free = OVERVIEW.width - measure(formatWhen(event, card.lang), 'strong', OVERVIEW.when) - OVERVIEW.gap;
  return {
    level: level < 0 ? LEVELS.length - 1 : level,
    fits: level >= 0,
    longTitle: measure(event.title, 'display', OVERVIEW.title) > OVERVIEW.width * 0.985,
    second: [event.second?.title, event.second?.label].find(
      (name) => name !== undefined && measure(name, 'gothic', OVERVIEW.when) <= free,
    ),
  };
}

function heightOf(
  { event, lang, facts, milestones, sources }: CardText,
  sizes: Sizes,
  measure: Measure,
): number {
  const lines = (text: string, face: Run['face'], size: number, width = WIDTH) =>
    countLines([{ text, face, size }], width, measure);
  const blocks = [
    event.image ? PICTURE : 0,
    sizes.date * lines(formatWhen(event, lang), 'display', sizes.date * 0.8) +
      lines(event.title, 'display', sizes.title.size) * sizes.title.line,
    event.second
      ? lines(event.second.title, 'gothic', sizes.second.size) * sizes.second.line - sizes.gap / 2
      : 0,
    event.summary === '' ? 0 : lines(event.summary, 'text', sizes.text.size) * sizes.text.line,
    facts.reduce((sum, { says }) => sum + lines(says, 'text', FACT, FACT_WIDTH) * sizes.fact, 0),
    milestones.reduce(
      (sum, { date, label }) => sum + lines(`${formatDate(date, lang)} ${label}`, 'text', FACT) * sizes.fact,
      0,
    ),
    sources.length === 0
      ? 0
      : lines(
          `Sources: ${sources.map(({ number, name }) => `${number} ${name}`).join('; ')}.`,
          'text',
          SOURCE.size,
        ) * SOURCE.line,
    event.links.length === 0
      ? 0
      : lines(event.links.map(linkWords).join('; '), 'text', SOURCE.size) * SOURCE.line,
  ].filter((height) => height !== 0);
  return blocks.reduce((sum, height) => sum + height, 0) + (blocks.length - 1) * sizes.gap;
}
