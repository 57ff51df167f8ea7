import { type PDFDocument, PDFName, PDFRef } from 'pdf-lib';
import { K, kidsOf, P, S, type Tag } from './tag-tree.ts';

/** Letters, and the small ones that say how they are read. */
interface Pair {
  readonly base: readonly Tag[];
  readonly read: Tag;
}

/**
 * A browser tags a word with small letters beside it as `Ruby` that holds both in turn. PDF wants one pair in each, its
 * letters as `RB` (ISO 32000-1, table 338); where something is no pair, all of it is text like other text.
 */
export function pairRuby({ context }: PDFDocument, { dict, ref, below }: Tag): void {
  const pairs = pairsOf(below);
  if (!ref || !pairs || kidsOf(dict).length !== below.length) {
    for (const one of [{ dict, kind: 'Ruby' }, ...below])
      if (/^(Ruby|RT|RP|RB)$/.test(one.kind)) one.dict.set(S, PDFName.of('Span'));
    return;
  }
  const elements = pairs.map(({ base, read }) => {
    const [pair, letters] = [pairs.length > 1 ? context.nextRef() : ref, context.nextRef()];
    const refs = base.flatMap((tag) => tag.ref ?? []);
    context.assign(letters, context.obj({ Type: 'StructElem', S: 'RB', P: pair, K: context.obj(refs) }));
    for (const tag of base) tag.dict.set(P, letters);
    read.dict.set(P, pair);
    const kids = context.obj([letters, ...(read.ref ? [read.ref] : [])]);
    if (pair === ref) dict.set(K, kids);
    else context.assign(pair, context.obj({ Type: 'StructElem', S: 'Ruby', P: ref, K: kids }));
    return pair;
  });
  if (elements.length < 2) return;
  dict.set(S, PDFName.of('Span'));
  dict.set(K, context.obj(elements));
}

/** Undefined where a word is without small letters, or they without a word. */
function pairsOf(below: readonly Tag[]): readonly Pair[] | undefined {
  const pairs: Pair[] = [];
  let base: Tag[] = [];
  for (const tag of below) {
    if (!(tag.ref instanceof PDFRef)) return undefined;
    if (tag.kind !== 'RT') base.push(tag);
    else if (base.length === 0) return undefined;
    else {
      pairs.push({ base, read: tag });
      base = [];
    }
  }
  return base.length === 0 && pairs.length > 0 ? pairs : undefined;
}
