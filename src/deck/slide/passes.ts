import type { Figure } from '../figure.ts';
import { fillReceipts } from '../receipts/write.ts';
import { applyAttributeLists } from './attribute-lists.ts';
import { paintBackground } from './background.ts';
import { checkAlternatives } from './check-alt-text.ts';
import { checkSlideAttributes } from './check-attributes.ts';
import { checkClasses, stylesOf } from './check-classes.ts';
import { checkWhen } from './check-when.ts';
import { colourCode, openTemplates } from './code.ts';
import { setPictures } from './compose/captioned-pictures.ts';
import { compose, takeEmptyLeaves } from './compose/compose.ts';
import { fitText } from './compose/fit-text.ts';
import { setTables } from './compose/tables.ts';
import { addTitleWords } from './compose/title.ts';
import { isUnsure } from './compose/unsure.ts';
import { keepDiagramLines, setDiagrams } from './diagrams.ts';
import { applyDirectives } from './directives.ts';
import { type Draft, tellSlide } from './draft.ts';
import { checkFootnoteRoom, takeFootnotes } from './footnotes.ts';
import { setFormulas } from './formulas/set.ts';
import {
  allElements,
  attribute,
  elements,
  type Fragment,
  removeNode,
  textOf,
  writeHtml,
} from './html-tree.ts';
import { ownId, slug, unused } from './ids.ts';
import { foldOf } from './leaf.ts';
import { linkPictures } from './link-pictures.ts';
import { findLinks } from './links.ts';
import { applyOtherHabits } from './other-habits.ts';
import { notesAsWritten, takeOtherNotes } from './other-notes.ts';
import { makeFigures } from './place-figures.ts';
import { fenceFrames, keepSafe, liftStyles } from './safety.ts';
import { tellScope } from './scope-style.ts';
import { flattenSections } from './sections.ts';
import { sayDirection } from './text-direction.ts';
import { polish } from './typography.ts';

/** One step of a slide's way from parsed text to what is written. */
export interface Pass {
  readonly name: string;
  /** Why it stands where it stands. */
  readonly because: string;
  readonly run: (draft: Draft) => void;
}

/** Every pass over a slide, in order. */
export const PASSES: readonly Pass[] = [
  {
    name: 'sections',
    because: 'a section is a slide to all that follows',
    run: ({ tree, raw, context }) => flattenSections(tree, raw, context.report),
  },
  {
    name: 'directives',
    because: 'attributes they set are to be cleaned like written ones',
    run: ({ tree, notes, attributes, raw, context }) => {
      keepDiagramLines(tree);
      openTemplates(tree);
      for (const [name, value] of raw.attributes ?? []) attributes.set(name, value);
      applyOtherHabits(tree, attributes, raw, context.report);
      for (const part of [tree, notes])
        for (const [name, value] of applyDirectives(part)) attributes.set(name, value);
      applyAttributeLists(tree, attributes);
      checkClasses(tree, raw, () => stylesOf(context), context.report);
      checkSlideAttributes(attributes, raw, context.report);
    },
  },
  {
    name: 'formulas',
    because: 'what they become is cleaned like written markup',
    run: (draft) => {
      setFormulas(draft.notes, notesAsWritten(draft.raw), draft.context);
      setFormulas(draft.tree, draft.raw, draft.context);
    },
  },
  {
    name: 'safety',
    because: 'all that follows makes markup of its own, which is trusted',
    run: (draft) => {
      const { raw, tree, notes, attributes, context } = draft;
      if (context.trust) return fenceFrames(tree, notes);
      keepSafe(notes, new Map(), notesAsWritten(draft.raw), context.report);
      keepSafe(tree, attributes, raw, context.report);
    },
  },
  {
    name: 'receipts',
    because: 'what stands in their places is cleaned, and their own markup is ours',
    run: ({ tree, notes, receipts, context }) => {
      for (const part of [tree, notes]) fillReceipts(part, receipts, context.lang);
    },
  },
  {
    name: 'tables and pictures',
    because: 'captions and words of the title are set like all text',
    run: ({ tree, attributes, context, taken, raw }) => {
      if (context.composing === 'not') return;
      // What is written tells sooner than the tree that there is none of these.
      const { content } = raw;
      if (content.includes('leaf')) takeEmptyLeaves(tree);
      if (/!\[|<img/i.test(content)) setPictures(tree);
      if (/\||<table/i.test(content)) setTables(tree, raw, context.report);
      if (taken.size === 0) addTitleWords(tree, attributes, context);
    },
  },
  {
    name: 'typography',
    because: 'headlines and footnotes are set like all text',
    run: ({ tree, notes, context }) => {
      polish(notes, context.lang);
      polish(tree, context.lang);
      for (const part of [tree, notes]) sayDirection(part, context.lang);
    },
  },
  {
    name: 'other notes',
    because: 'no page for the public may hold them',
    run: (draft) => {
      takeOtherNotes(draft.tree, draft.attributes, draft.notes);
    },
  },
  {
    name: 'foot',
    because: 'what stands in the foot is no headline and no leaf',
    run: (draft) => {
      draft.footnotes = takeFootnotes(draft.tree, draft.context.lang);
      draft.foot = [...draft.footnotes, takeFoot(draft.tree)].filter(Boolean).join(' ');
    },
  },
  {
    name: 'id',
    because: 'rules and figures are named by it',
    run: (draft) => {
      draft.headline = headlineOf(draft.tree);
      draft.id = ownId(draft.attributes) ?? unused(slug(draft.headline) || 'slide', draft.taken);
    },
  },
  {
    name: 'pictures',
    because: 'a frame in the place of one may carry a size, which is a style',
    run: (draft) => {
      const { raw, tree, notes, attributes, context } = draft;
      checkAlternatives(raw, tree, context.report);
      draft.pictures = linkPictures(raw, tree, attributes, context);
      draft.picturesInNotes = linkPictures(notesAsWritten(draft.raw), notes, new Map(), context);
    },
  },
  {
    name: 'diagrams',
    because: 'a drawing is no file of the deck, and its text no code to be coloured',
    run: ({ tree, raw, context }) => setDiagrams(tree, raw, context),
  },
  {
    name: 'fitted text',
    because: 'the size of it is a style',
    run: ({ tree, raw, context }) => {
      if (context.composing !== 'not' && raw.content.includes('fit-text')) fitText(tree, context.measure);
    },
  },
  {
    name: 'styles',
    because: "the page's policy refuses styles where they stand",
    run: (draft) => {
      draft.css += liftStyles(draft.tree, draft.attributes, draft.id, () => tellScope(draft));
      if (!draft.context.trust) liftStyles(draft.notes, new Map(), `${draft.id}-notes`);
    },
  },
  {
    name: 'code',
    because: 'its markup carries no styles any more',
    run: (draft) => {
      draft.css += colourCode(draft.tree, draft.id, (what, fix) => tellSlide(draft, what, fix));
    },
  },
  {
    name: 'figures',
    because: 'the words around them may name their definitions',
    run: (draft) => {
      draft.figures = makeFigures(draft);
      checkWhen(draft.raw, draft.tree, madeFigures(draft), draft.context.report);
    },
  },
  {
    name: 'background',
    because: 'its picture has its address now',
    run: (draft) => {
      draft.css += paintBackground(draft.attributes, draft.id);
    },
  },
  {
    name: 'fold',
    because: 'figures may ask for one, and footnotes must fit before it',
    run: (draft) => {
      draft.fold = foldOf(draft.attributes, madeFigures(draft), draft.tree);
      const { file, line } = draft.raw;
      checkFootnoteRoom(draft.footnotes, draft.fold, { file, line, column: 1 }, draft.context);
    },
  },
  {
    name: 'composition',
    because: 'it needs to know of folds and figures, and all that is measured stands',
    run: (draft) => {
      if (draft.context.composing !== 'not') draft.composition = compose(draft);
    },
  },
  {
    name: 'room',
    because: 'composition knows what fits',
    run: (draft) => {
      if (draft.context.composing !== 'not' && isUnsure(draft)) draft.attributes.set('data-unsure', '');
    },
  },
  {
    name: 'links',
    because: 'nothing adds any after this',
    run: (draft) => {
      draft.links = findLinks(draft.raw, draft.tree);
    },
  },
];

/** The figures of a slide that could be made. */
export function madeFigures({ figures }: Draft): readonly Figure[] {
  return figures.filter((figure) => figure !== undefined);
}

function takeFoot(tree: Fragment): string {
  for (const element of elements(tree)) {
    if (attribute(element, 'class') !== 'foot') continue;
    removeNode(element);
    return allElements(element)
      .filter(({ tagName }) => tagName === 'p')
      .map((p) => writeHtml(p))
      .join(' ');
  }
  return '';
}

function headlineOf(tree: Fragment): string {
  for (const element of elements(tree)) if (/^h[1-6]$/.test(element.tagName)) return textOf(element);
  return '';
}
