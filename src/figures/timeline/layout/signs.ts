import { wordsOf } from '../../../base/words/choose-words.ts';
import { formatYears } from '../model/date.ts';
import type { Band, BarShape, Kind, Legend, MarkShape, Span, Timeline } from '../model/model.ts';

/** How something is drawn that the foot of a slide explains. */
export type Drawn = MarkShape | Exclude<BarShape, 'heavy' | 'light'> | 'notch' | 'shaded' | 'dotted';

/** A sign of a drawing and what it stands for: "Ring", "met, declared". */
export interface Sign {
  readonly drawn: Drawn;
  readonly how: string;
  readonly what: string;
  /** The band or the span it is. */
  readonly period?: Band | Span;
}

/** What a drawing may be explained with. */
export interface Explained extends Pick<Timeline, 'bands' | 'spans'> {
  readonly legend: Pick<Legend, 'marks' | 'bars'>;
  readonly notched: boolean;
}

/** The signs of what has no key of its own, in the order in which they are explained. */
export function signsOf({ legend, bands, spans, notched }: Explained, lang: string): readonly Sign[] {
  const words = wordsOf(lang);
  const sign = (drawn: Drawn, what: string): Sign => ({ drawn, how: words[drawn], what });
  const kind = ({ shape, words }: Kind<MarkShape | BarShape>): readonly Sign[] =>
    shape === 'heavy' || shape === 'light' ? [] : [sign(shape, lower(words))];
  const signOf = (drawn: Drawn) => (period: Band | Span) => {
    const { name, from, to } = period;
    return { ...sign(drawn, `${name}, ${formatYears(from.year, to.year, lang)}`), period };
  };
  const ofStyle = (wanted: Span['style']) => spans.filter(({ style }) => style === wanted);
  return [
    ...legend.marks.flatMap(kind),
    ...legend.bars.flatMap(kind),
    ...(notched ? [sign('notch', words.furtherDate)] : []),
    ...bands.map(signOf('shaded')),
    ...ofStyle('hatch').map(signOf('hatched')),
    ...ofStyle('dotted').map(signOf('dotted')),
  ];
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
