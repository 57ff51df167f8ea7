import { drawBlock } from './glyphs.ts';
import type { Shape, Word } from './placed.ts';

/** Whether something that begins at `x` stands right of the paper's fold. */
function isRight(x: number, foldX: number | undefined): boolean {
  return foldX !== undefined && x >= foldX;
}

/** A shape in the tone of the leaf where it begins; a dotted line is ground on either. */
export function toneShape(shape: Shape, foldX: number | undefined): Shape {
  if (shape.kind === 'mark' || shape.kind === 'key')
    return { ...shape, shapes: shape.shapes.map((one) => toneShape(one, foldX)) };
  return shape.role !== 'dotted' && isRight(beginningOf(shape), foldX) ? { ...shape, tone: 'acc' } : shape;
}

function beginningOf(shape: Exclude<Shape, { readonly shapes: unknown }>): number {
  switch (shape.kind) {
    case 'rect':
      return shape.x;
    case 'line':
      return shape.x1;
    case 'circle':
      return shape.cx;
    case 'path':
      return Number.parseFloat(shape.d.slice(1));
  }
}

export function toneWord(word: Word, foldX: number | undefined): Word {
  return isRight(word.x, foldX) ? { ...word, tone: 'acc' } : word;
}

/** Draws bars in two where they cross the fold, for each side has a tone of its own. */
export function acrossFold(foldX: number | undefined): typeof drawBlock {
  return (shape, box) => {
    const { x0, x1 } = box;
    if (foldX === undefined || x0 >= foldX || x1 <= foldX) return drawBlock(shape, box);
    return [...drawBlock(shape, { ...box, x1: foldX }), ...drawBlock(shape, { ...box, x0: foldX })];
  };
}
