import type { Font } from 'harfbuzzjs';
import { needsGlyph } from './coverage.ts';
import { FACES, type Face, type Measure, type OwnCuts, STACKS } from './faces.ts';
import { type Instance, type Instances, loadInstances } from './instances.ts';
import type { WidthOfPairs } from './pairs.ts';

/** A font file, opened for measuring once something is that pairs of letters do not tell. */
interface Ruler {
  readonly widthOfPairs: WidthOfPairs | undefined;
  readonly opened: () => { readonly font: Font; readonly upem: number };
  readonly codePoints: ReadonlySet<number>;
}

type Stacks = Readonly<Record<Face, readonly Ruler[]>>;

/** The shaper, which is loaded when the first face is. */
type HarfBuzz = typeof import('harfbuzzjs');

/**
 * Gives the width in em of a run set in one file. Kerning and ligatures are on, as the browser has them. The shaper is
 * asked last: a hundred words are enough for its code to be compiled anew, which takes longer than they do.
 */
function makeShaped({ Buffer, Feature, shape }: HarfBuzz) {
  const buffer = new Buffer();
  const tabular = [new Feature('tnum', 1)];
  return (run: string, ruler: Ruler, digits: 'tabular' | undefined): number => {
    const known = digits ? undefined : ruler.widthOfPairs?.(run);
    if (known !== undefined) return known;
    const { font, upem } = ruler.opened();
    buffer.reset();
    buffer.addText(run);
    buffer.guessSegmentProperties();
    shape(font, buffer, digits ? tabular : []);
    return buffer.getGlyphPositions().reduce((sum, { xAdvance }) => sum + xAdvance, 0) / upem;
  };
}

/**
 * Runs of one file each: kerning never crosses from one font file into another, not even between two slices of a
 * face. A character of no file goes to the last one; an undrawn one stays in the run it stands in.
 */
function runs(text: string, stack: readonly Ruler[]): readonly { ruler: Ruler; run: string }[] {
  const found: { ruler: Ruler; run: string }[] = [];
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    const current = found.at(-1);
    const ruler = stack.find(({ codePoints }) => codePoints.has(codePoint)) ?? stack.at(-1);
    if (current && (current.ruler === ruler || !needsGlyph(character))) current.run += character;
    else if (ruler) found.push({ ruler, run: character });
  }
  return found;
}

function rulerOf(instance: Instance, { Font }: HarfBuzz): Ruler {
  let opened: ReturnType<Ruler['opened']> | undefined;
  return {
    widthOfPairs: instance.widthOfPairs,
    codePoints: instance.codePoints,
    opened: () => {
      opened ??= { font: new Font(instance.face), upem: instance.face.upem };
      return opened;
    },
  };
}

function openStacks(instances: Instances, harfbuzz: HarfBuzz): Stacks {
  const rulers = (face: Face): readonly Ruler[] =>
    instances[face].map((instance) => rulerOf(instance, harfbuzz));
  const own = {
    display: rulers('display'),
    text: rulers('text'),
    strong: rulers('strong'),
    gothic: rulers('gothic'),
    mincho: rulers('mincho'),
    math: rulers('math'),
    emoji: rulers('emoji'),
  };
  const stack = (face: Face) => STACKS[face].flatMap((member) => own[member]);
  return {
    display: stack('display'),
    text: stack('text'),
    strong: stack('strong'),
    gothic: stack('gothic'),
    mincho: stack('mincho'),
    math: stack('math'),
    emoji: stack('emoji'),
  };
}

/**
 * Opens the faces and gives the function that measures in them. The text is measured as it is set: white space is
 * expected to be collapsed, and no line is broken. Widths are remembered, so that a label may be asked for often.
 */
export async function loadMeasure(own: OwnCuts = {}): Promise<Measure> {
  const instances = await loadInstances(own);
  const made = measures.get(instances) ?? makeMeasure(instances, await import('harfbuzzjs'));
  measures.set(instances, made);
  return made;
}

/** Their widths stay known from one build of a deck to the next. */
const measures = new WeakMap<Instances, Measure>();

function makeMeasure(instances: Instances, harfbuzz: HarfBuzz): Measure {
  const stacks = openStacks(instances, harfbuzz);
  const shapedWidth = makeShaped(harfbuzz);
  // Apart by face: no key has to be written for each of the many words asked for.
  const plain = new Map<Face, Map<string, number>>(FACES.map((face) => [face, new Map()]));
  const tabulars = new Map<Face, Map<string, number>>(FACES.map((face) => [face, new Map()]));
  return (text, face, size, digits) => {
    const known = (digits ? tabulars : plain).get(face);
    let width = known?.get(text);
    if (width === undefined) {
      width = runs(text, stacks[face]).reduce(
        (sum, { run, ruler }) => sum + shapedWidth(run, ruler, digits),
        0,
      );
      known?.set(text, width);
    }
    return width * size;
  };
}
