import { Marked, type Tokens } from 'marked';
import { escapeHtml } from '../markup.ts';

// reveal's line steps: ```js [1-2|4] or ```js [12: 1-2|4] (numbers begin at 12).
const LINE_STEPS = /^(?<language>[^\s[]*)\s*(?:\[(?:(?<start>\d+):)?\s*(?<lines>[\s\d,|-]*)\])?/;

function code({ text, lang, escaped }: Tokens.Code): string {
  const { language, start, lines } = LINE_STEPS.exec(lang ?? '')?.groups ?? {};
  const numbers = lines === undefined ? '' : ` data-line-numbers="${escapeHtml(lines.trim())}"`;
  const from = start === undefined ? '' : ` data-ln-start-from="${start}"`;
  const body = escaped ? text : escapeHtml(text);
  return `<pre><code${numbers}${from} class="${escapeHtml(language ?? '')}">${body}</code></pre>\n`;
}

const marked = new Marked({ gfm: true, renderer: { code } });

/** Markdown of a slide (or of notes) as HTML, as reveal's own plugin writes it. */
export function renderMarkdown(text: string): string {
  return marked.parse(text, { async: false });
}
