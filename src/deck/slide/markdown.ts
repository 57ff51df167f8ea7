import { Marked, type TokenizerAndRendererExtension, type Tokens } from 'marked';
import markedFootnote from 'marked-footnote';
import { escapeHtml } from '../../base/markup.ts';
import { emojiNames } from './emoji-names.ts';
import { formulas, readInline } from './formulas/formula-marks.ts';

// reveal's line steps: ```js [1-2|4] or ```js [12: 1-2|4] (numbers begin at 12); in braces other programs have them.
const LINE_STEPS = /\[\s*((?<start>\d*):)?\s*(?<lines>[\s\d,|-]*)\]|\{(?<braced>[\s\d,|-]+)\}/;
/** Pandoc's ```{.python .numberLines}, and Quarto's ```{python}. */
const CLASSES = /^\{\s*\.?([\w+#-]+)[^}]*\}$/;

function code({ text, lang = '' }: Tokens.Code): string {
  const { start, lines: bracketed, braced } = LINE_STEPS.exec(lang)?.groups ?? {};
  const lines = bracketed ?? braced;
  const numbers = lines === undefined ? '' : ` data-line-numbers="${lines.trim()}"`;
  const from = start ? ` data-ln-start-from="${start}"` : '';
  const named = CLASSES.exec(lang)?.[1] ?? lang;
  const language = lines === undefined ? named : lang.replace(LINE_STEPS, '').trim();
  // The line end before the closing fence is no line of the code's.
  const body = escapeHtml(text.replace(/\n$/, ''));
  return `<pre><code${numbers}${from} class="${escapeHtml(language)}">${body}</code></pre>\n`;
}

/** `==text==`, as many editors mark text; comparisons in prose (`a == b`, `a==b==c`) stay as they are. */
const highlight: TokenizerAndRendererExtension = {
  name: 'highlight',
  level: 'inline',
  start: (source) => source.indexOf('=='),
  tokenizer(source) {
    const match = /^==(?![\s=])([^\n=]*[^\s=])==(?![\w=])/.exec(source);
    if (!match) return undefined;
    const [raw, text = ''] = match;
    return { type: 'highlight', raw, tokens: this.lexer.inlineTokens(text) };
  },
  renderer({ tokens = [] }) {
    return `<mark>${this.parser.parseInline(tokens)}</mark>`;
  },
};

/** Pandoc's `[words]{.class}`: a span, whose list is read where lists of attributes are. */
const span: TokenizerAndRendererExtension = {
  name: 'span',
  level: 'inline',
  start: (source) => source.search(/\[[^\]\n]+\]\{[.#\w]/),
  tokenizer(source) {
    const match = /^\[((?:[^[\]\n]|\[[^[\]\n]*\])+)\](?=\{(?:[.#][\w-]+|[\w-]+=)[^{}\n]*\})/.exec(source);
    if (!match) return undefined;
    const [raw, text = ''] = match;
    return { type: 'span', raw, tokens: this.lexer.inlineTokens(text) };
  },
  renderer({ tokens = [] }) {
    return `<span>${this.parser.parseInline(tokens)}</span>`;
  },
};

const marked = new Marked({
  gfm: true,
  renderer: {
    code,
    // Blank lines stay: whether one stands before a directive says what it is about.
    space: ({ raw }) => raw,
  },
})
  .use(markedFootnote({ keepLabels: true }))
  .use({ extensions: [highlight, span, emojiNames, ...formulas] })
  // The stars of a formula begin no emphasis around it.
  .use({ hooks: { emStrongMask: maskFormulas } });

/** The same text, letter for letter, with nothing in its formulas that could be a star or an underscore. */
function maskFormulas(text: string): string {
  let masked = '';
  let from = 0;
  for (const { index } of text.matchAll(/\$|\\\(/g)) {
    const found = index < from ? undefined : readInline(text.slice(index), text[index - 1] ?? '');
    if (!found) continue;
    masked += text.slice(from, index) + 'x'.repeat(found.raw.length);
    from = index + found.raw.length;
  }
  return masked + text.slice(from);
}

/** Markdown of a slide (or of notes) as HTML, as reveal's own plugin writes it, with GitHub's footnotes. */
export function renderMarkdown(text: string): string {
  return marked.parse(text, { async: false });
}
