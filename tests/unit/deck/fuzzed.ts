import fc from 'fast-check';
import type { Problem } from '../../../src/base/problem.ts';
import { countSteps } from '../steps.ts';

/** Part of all inputs that this run reads. */
export const share = process.env['ORIHON_LONG'] ? 1 : 0.02;
export const SEED = 18480330;
/** An input that took longer, ms, is read once more and its steps are counted: the clock asks, the count answers. */
const SLOW = 500;
/** What a reader may do at all, and for each letter: a reading that grows with the square of its text passes it soon. */
const STEPS = { once: 2_000_000, letter: 3_000 };
/** Nothing counts what one regular expression does: one that takes this long, ms, never ends. */
const PATIENCE = 20_000;

/** Text of pieces that mean something to a parser, and of pieces that do not; some many times, or in one another. */
export function soup(pieces: readonly string[], maxLength: number): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...pieces) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 2 }) },
  );
  const part = fc.oneof({ weight: 300, arbitrary: piece }, { weight: 1, arbitrary: repeated(piece) });
  return fc.array(part, { maxLength }).map((parts) => parts.join(''));
}

/** A few pieces one after another, again and again; at times others as often behind them, as what opens and closes. */
export function repeated(piece: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const few = fc.array(piece, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''));
  const times = fc.oneof({ weight: 3, arbitrary: fc.nat(40) }, { weight: 1, arbitrary: fc.nat(600) });
  return fc
    .tuple(few, fc.option(few, { nil: '' }), times)
    .map(([open, close, count]) => open.repeat(count) + close.repeat(count));
}

/** A right text with a few pieces put in, cut out or doubled. */
export function spoilt(right: string, pieces: readonly string[]): fc.Arbitrary<string> {
  const many = repeated(fc.constantFrom(...pieces));
  const stroke = fc.record({
    at: fc.nat(right.length),
    out: fc.oneof({ weight: 3, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(60) }),
    piece: fc.oneof(
      { weight: 20, arbitrary: fc.constantFrom(...pieces, '') },
      { weight: 20, arbitrary: fc.string({ maxLength: 3 }) },
      { weight: 1, arbitrary: many },
    ),
  });
  return fc
    .array(stroke, { minLength: 1, maxLength: 4 })
    .map((strokes) =>
      strokes.reduce((text, { at, out, piece }) => text.slice(0, at) + piece + text.slice(at + out), right),
    );
}

type Parse = (text: string, report: (problem: Problem) => void) => unknown;

/** Runs a parser over inputs; it must come back soon, throw nothing, and blame places that are there. */
export function feed(
  count: number,
  inputs: fc.Arbitrary<string>,
  parse: Parse,
  fileOf: (text: string) => string = (text) => text,
): void {
  fc.assert(
    fc.property(inputs, (text) => {
      const problems: Problem[] = [];
      const began = performance.now();
      parse(text, (problem) => problems.push(problem));
      const took = performance.now() - began;
      if (took > PATIENCE) throw new Error(`took ${took} ms`);
      if (took > SLOW) expectFewSteps(text, parse);
      expectPlaces(problems, fileOf(text));
    }),
    { numRuns: Math.round(count * share), seed: SEED },
  );
}

/** Reads a text once more and counts: the same verdict on every machine. */
export function expectFewSteps(text: string, parse: Parse): void {
  const steps = countSteps(() => parse(text, () => undefined));
  const most = STEPS.once + STEPS.letter * text.length;
  if (steps > most) throw new Error(`took ${steps} steps for ${text.length} letters, not ${most} at most`);
}

function expectPlaces(problems: readonly Problem[], file: string): void {
  if (problems.length === 0) return;
  const lines = file.split('\n');
  for (const { place, what, fix } of problems) {
    const line = lines[place.line - 1];
    const valid = line !== undefined && place.column >= 1 && place.column <= line.length + 1;
    if (!valid || what === '' || fix === '')
      throw new Error(`no valid place: ${JSON.stringify({ place, what, fix })}`);
  }
}
