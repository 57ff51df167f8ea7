import type { TokenizerAndRendererExtension } from 'marked';
import { escapeHtml } from '../../../base/markup.ts';

/** What a formula is until it is set: its TeX, in an element that Pandoc writes likewise. */
const MARKED = { inline: 'math inline', display: 'math display' } as const;
export type FormulaKind = keyof typeof MARKED;

/** Whether a text may hold formulas at all, so that what sets them need not be loaded for most decks. */
export function mayHoldFormulas(text: string): boolean {
  return /\$\$|\\[([]|class="math |(?<![\p{L}\p{N}])\$(?![\s$])[^$]*[^\s$]\$(?!\d)/u.test(text);
}

/** The kind of formula that an element of this class holds; undefined for any other. */
export function formulaKind(classes: string): FormulaKind | undefined {
  if (classes === MARKED.inline) return 'inline';
  return classes === MARKED.display ? 'display' : undefined;
}

/** A formula until it is set. */
export function writeFormula(kind: FormulaKind, tex: string): string {
  return `<span class="${MARKED[kind]}">${escapeHtml(tex.trim())}</span>`;
}

interface Found {
  readonly raw: string;
  readonly tex: string;
  readonly kind: FormulaKind;
}

const INLINE: readonly (readonly [RegExp, FormulaKind])[] = [
  [/^\$\$((?:\\[\s\S]|\$(?!\$)|[^\\$])+?)\$\$/, 'display'],
  // Pandoc's rule, by which money is money: no space within the signs, no digit after the last.
  [/^\$(?![\s$])((?:\\[\s\S]|[^\\$])*?(?:\\[\s\S]|[^\s\\$]))\$(?!\d)/, 'inline'],
  [/^\\\(([\s\S]+?)\\\)/, 'inline'],
  // Reveal's own way of keeping Markdown out of a formula.
  [/^`\s*\$\$([^`]+?)\$\$\s*`(?!`)/, 'display'],
  [/^`\s*\\\[([^`]+?)\\\]\s*`(?!`)/, 'display'],
  [/^`\s*\\\(([^`]+?)\\\)\s*`(?!`)/, 'inline'],
];
/** An amount and words after it: `$5 or more for 3$`. */
const MONEY = /^\d[\d.,]*[ \u00a0]+\p{L}{2,}/u;

/** The formula that a text begins with. `before` is the character it stands behind. */
export function readInline(text: string, before: string): Found | undefined {
  for (const [pattern, kind] of INLINE) {
    const [raw, tex = ''] = pattern.exec(text) ?? [];
    if (raw === undefined || tex.trim() === '' || /\n\s*\n/.test(tex)) continue;
    if (raw.startsWith('$') && (/[\p{L}\p{N}$]/u.test(before) || MONEY.test(tex))) continue;
    return { raw, tex, kind };
  }
  return undefined;
}

const BLOCKS = [
  // Blank lines may stand in a formula whose marks have lines of their own; Slidev writes there which lines to stress.
  /^ {0,3}\$\$[ \t]*(?:\{(?:\d+|all|hide|none|[|,*-])+\}(?:\{[^{}\n]*\})?[ \t]*)?\n([\s\S]+?)\n[ \t]*\$\$[ \t]*(?:\n|$)/,
  /^ {0,3}\$\$((?:(?!\$\$|\n[ \t]*\n)[\s\S])+?)\$\$[ \t]*(?:\n|$)/,
  /^ {0,3}\\\[[ \t]*\n([\s\S]+?)\n[ \t]*\\\][ \t]*(?:\n|$)/,
  // A bracket that is only escaped holds words: a formula has some sign of one.
  /^ {0,3}\\\[((?:(?!\\\]|\n[ \t]*\n)[\s\S])*?[\\^_=+<>](?:(?!\\\]|\n[ \t]*\n)[\s\S])*?)\\\][ \t]*(?:\n|$)/,
];

/** The formula that a block of text begins with, alone on its lines. */
export function readBlock(text: string): Found | undefined {
  for (const pattern of BLOCKS) {
    const [raw, tex = ''] = pattern.exec(text) ?? [];
    if (raw !== undefined && tex.trim() !== '') return { raw, tex, kind: 'display' };
  }
  return undefined;
}

const inline: TokenizerAndRendererExtension = {
  name: 'formula',
  level: 'inline',
  start: (text) => text.search(/\$|\\\(|`\s*(?:\$\$|\\[([])/),
  tokenizer(text, tokens) {
    const before = tokens.at(-1);
    const found = readInline(text, before?.type === 'text' ? before.raw.slice(-1) : '');
    return found && { type: 'formula', ...found };
  },
  renderer: ({ kind, tex }) => writeFormula(kind === 'display' ? 'display' : 'inline', String(tex)),
};

const block: TokenizerAndRendererExtension = {
  name: 'formula-block',
  level: 'block',
  start: (text) => text.search(/(?<=\n) {0,3}(?:\$\$|\\\[)/),
  tokenizer(text) {
    const found = readBlock(text);
    return found && { type: 'formula-block', ...found };
  },
  renderer: ({ tex }) => `<p>${writeFormula('display', String(tex))}</p>\n`,
};

/** `$…$`, `$$…$$`, `\(…\)` and `\[…\]`, read before Markdown can take their letters for marks of its own. */
export const formulas: readonly TokenizerAndRendererExtension[] = [block, inline];
