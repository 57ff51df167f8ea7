import type { Diagram, FindDiagram } from '../deck/slide/diagrams.ts';
import { type Cmaps, splitByFace } from '../fonts/coverage.ts';
import { type OwnCuts, STACKS, STYLES } from '../fonts/faces.ts';
import { type FontFile, subsetFaces } from '../fonts/subset.ts';

/** A drawing and its words, what is wrong with the diagram, or what it cannot be drawn without. */
export type Drawn =
  | { readonly svg: string; readonly words: string }
  | Exclude<Diagram, { readonly path: string }>;

/** The folder of the deck, and the faces its diagrams are set in. */
export interface DrawingSetting {
  readonly root: string;
  readonly fontCss: string;
  readonly families: readonly string[];
}

/** Draws diagrams, each as it is written. */
export type DrawDiagrams = (written: readonly string[], setting: DrawingSetting) => Promise<readonly Drawn[]>;

/** What a deck's diagrams are drawn with. */
export interface Drawing {
  readonly root: string;
  readonly faces: OwnCuts;
  readonly cmaps: Cmaps;
  readonly draw: DrawDiagrams | undefined;
}

/**
 * Compiles a deck; where it holds diagrams, once more when they are drawn.
 * @returns with it the drawings, by the paths the page asks for.
 */
export async function compileDrawn<T>(
  compile: (find: FindDiagram) => T,
  drawing: Drawing,
): Promise<{ readonly compiled: T; readonly drawings: ReadonlyMap<string, string> }> {
  const wanted = new Set<string>();
  const compiled = compile((written) => {
    wanted.add(written);
    return { lacks: 'browser' };
  });
  if (wanted.size === 0 || !drawing.draw) return { compiled, drawings: new Map() };
  const written = [...wanted];
  const drawn = await drawing.draw(written, await settingOf(written, drawing));
  const found = new Map<string, Diagram>();
  const drawings = new Map<string, string>();
  for (const [index, one] of written.entries()) {
    const made = drawn[index] ?? { lacks: 'browser' };
    const path = `diagram-${index + 1}.svg`;
    if ('svg' in made) drawings.set(path, made.svg);
    found.set(one, 'svg' in made ? { path, words: made.words } : made);
  }
  return { compiled: compile((one) => found.get(one) ?? { lacks: 'browser' }), drawings };
}

/** The face of the deck's text, for the letters of the diagrams. */
async function settingOf(
  written: readonly string[],
  { root, faces, cmaps }: Drawing,
): Promise<DrawingSetting> {
  const letters = splitByFace(written.join('\n'), 'text', cmaps);
  const fonts = await subsetFaces(letters, faces);
  const families = STACKS.text
    .filter((face) => fonts.some((font) => font.face === face))
    .map((face) => STYLES[face].family);
  return { root, fontCss: fonts.map(inlined).join(''), families };
}

/** A drawing shown as a picture sees no other file: its faces stand in it. */
function inlined({ css, name, bytes }: FontFile): string {
  return css.replace(`./fonts/${name}`, `data:font/woff2;base64,${Buffer.from(bytes).toString('base64')}`);
}
