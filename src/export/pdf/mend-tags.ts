import { type PDFDocument, PDFHexString, PDFName, PDFRef, PDFString } from 'pdf-lib';
import { pairRuby } from './pair-ruby.ts';
import { TAG_MARK } from './tag-page.ts';
import { ALT, eachTag, K, kidsOf, P, S, type Tag } from './tag-tree.ts';

/** Tags of PDF 2.0 that Chromium writes, and what PDF 1.7 has for them. */
const OLDER: ReadonlyMap<string, string> = new Map([
  ...(['Strong', 'Em', 'Sub'] as const).map((kind) => [kind, 'Span'] as const),
  ['Aside', 'Div'],
  ['FENote', 'Note'],
  ['Title', 'P'],
]);

/**
 * Brings the browser's tags into the form that PDF/UA-1 asks for (ISO 14289-1, 7): standard types only, lists with
 * bodies, ruby in pairs, headings without gaps, formulas and notes as such.
 */
export function mendTags(pdf: PDFDocument, outermost: readonly Tag[]): void {
  const tags = [...eachTag(outermost)];
  nameTags(tags);
  groupFigures(tags);
  for (const tag of tags)
    if (tag.kind === 'LI') giveBody(pdf, tag);
    else if (tag.kind === 'Ruby') pairRuby(pdf, tag);
  closeGaps(tags);
}

/** Carries out what `tagPage` wrote into labels, and finds standard names for the rest. */
function nameTags(tags: readonly Tag[]): void {
  let notes = 0;
  for (const { dict, kind } of tags) {
    const older = OLDER.get(kind);
    if (older) dict.set(S, PDFName.of(older));
    const alt = dict.lookup(ALT);
    const words = alt instanceof PDFString || alt instanceof PDFHexString ? alt.decodeText() : '';
    if (!words.startsWith(TAG_MARK)) continue;
    const [name = '', ...rest] = words.slice(TAG_MARK.length).split(';');
    dict.set(S, PDFName.of(name));
    dict.delete(ALT);
    if (name === 'Formula') dict.set(ALT, PDFHexString.fromText(rest.join(';') || 'formula'));
    if (name === 'Note') dict.set(PDFName.of('ID'), PDFString.of(`note${++notes}`));
  }
}

/** A figure that only holds another (a drawing with its caption) needs no words of its own: it is a group. */
function groupFigures(tags: readonly Tag[]): void {
  for (const tag of tags)
    if (tag.kind === 'Figure' && tag.dict.has(ALT))
      for (let above = tag.above; above; above = above.above)
        if (above.kind === 'Figure' && !above.dict.has(ALT)) above.dict.set(S, PDFName.of('Div'));
}

/**
 * What stands in a list's entry belongs into its body. The entry becomes the body of a new one above it, so that
 * nothing else that names it has to change; its mark moves up.
 */
function giveBody({ context }: PDFDocument, { dict, ref, above, below }: Tag): void {
  if (!ref || !above?.ref || below.some(({ kind }) => kind === 'LBody')) return;
  const labels = below.flatMap((tag) => (tag.kind === 'Lbl' && tag.ref ? [tag] : []));
  const entry = context.nextRef();
  const kids = kidsOf(dict);
  const isLabel = (kid: unknown) => kid instanceof PDFRef && labels.some((label) => label.ref === kid);
  const rest = kids.filter((kid) => !isLabel(kid));
  dict.set(S, PDFName.of('LBody'));
  dict.set(P, entry);
  dict.set(K, context.obj(rest));
  for (const label of labels) label.dict.set(P, entry);
  context.assign(
    entry,
    context.obj({
      Type: 'StructElem',
      S: 'LI',
      P: above.ref,
      K: context.obj([...labels.flatMap((label) => (label.ref ? [label.ref] : [])), ref]),
    }),
  );
  above.dict.set(K, context.obj(kidsOf(above.dict).map((kid) => (kid === ref ? entry : kid))));
}

/** The first heading is the highest, and none is more than one below the one it belongs to. */
function closeGaps(tags: readonly Tag[]): void {
  const open: number[] = [];
  for (const { dict, kind } of tags) {
    const written = Number(/^H([1-6])$/.exec(kind)?.[1]);
    if (!written) continue;
    while ((open.at(-1) ?? 0) >= written) open.pop();
    open.push(written);
    dict.set(S, PDFName.of(`H${open.length}`));
  }
}
