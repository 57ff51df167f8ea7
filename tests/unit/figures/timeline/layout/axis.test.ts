import { describe, expect, test } from 'vitest';
import { placeAxis } from '../../../../../src/figures/timeline/layout/axis.ts';
import type { Piece } from '../../../../../src/figures/timeline/layout/scale.ts';
import { parseDate, positionOf } from '../../../../../src/figures/timeline/model/date.ts';

const at = (date: string) => {
  const read = parseDate(date);
  if (!read) throw new Error(date);
  return positionOf(read);
};

function axisOf(from: string, to: string, width: number) {
  const piece: Piece = { from: at(from), to: at(to), x0: 0, x1: width, factor: 1, leaf: 'left' };
  const breaks = { before: false, after: false };
  const frame = { y: 0, breaks, last: 2023, within: -200, lang: 'en' };
  const { words } = placeAxis(piece, frame, (text, _face, size) => text.length * size * 0.45);
  const x = (date: string) => ((at(date) - piece.from) / (piece.to - piece.from)) * width;
  const middle = ({ x: left, width: wide }: (typeof words)[number]) => left + wide / 2;
  return { words, x, middle };
}

describe('an axis of days', () => {
  test.each([
    { width: 900, to: '2023-01-15', named: ['11', '12', '13', '14'] },
    { width: 900, to: '2023-01-25', named: ['11', '15', '20', '24'] },
    { width: 900, to: '2023-02-20', named: ['15', '20', '25'] },
  ])('names a day where what happened on it is drawn, to $to', ({ width, to, named }) => {
    const { words, x, middle } = axisOf('2023-01-10', to, width);
    for (const day of named) {
      const word = words.find(({ text }) => text === day);
      expect(word && middle(word), day).toBeCloseTo(x(`2023-01-${day}`), 0);
    }
    expect(words.map(({ text }) => text)).toContain('Jan 2023');
    expect(words.map(({ text }) => text)).not.toContain('2023');
  });
});
