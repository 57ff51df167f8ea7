import { forReveal } from './theirs.ts';

/**
 * Where Orihon means to differ from Reveal's plugin: because there something is lost without a word. Each has an
 * example, and its row in docs/markdown.md. A deck is left out of the comparison only by one of these.
 */
export type Difference = {
  readonly name: string;
  readonly example: string;
  /** Whether a deck falls under it. */
  readonly applies: (text: string) => boolean;
} & ({ readonly right: string } | { readonly problem: string });

const fences = (text: string): readonly string[] =>
  [...text.matchAll(/^ {0,3}(`{3,}|~{3,})[^\n]*\n([\s\S]*?)(?:^ {0,3}\1[ \t]*$|$(?![\s\S]))/gm)].map(
    ([all]) => all,
  );
const comments = (text: string): readonly string[] =>
  [...text.matchAll(/<!--[\s\S]*?-->/g)].map(([all]) => all);
/** A heading that ends on the first line of a list entry or quotation, and a line under it that begins no block. */
const UNDER_HEADING =
  /^[ \t]*(?:(?:>|[-*+]|\d+\.)[ \t]+)+#{1,6}(?:[ \t].*)?\n(?![ \t\n>]|#{1,6}[ \n]|[-*+] |\d+\. |`{3}|~{3}|\*{3}|<(?:!|div|p))/m;
/** A list entry, and under it, before any blank line, a line that begins with a tag within text. */
const TAG_UNDER_ENTRY = /^[> \t]*(?:[-*+]|\d+\.) .*\n(?:(?![> \t]*\n).*\n)*?[> \t]*<(?!(?:div|p)\b)[a-z]/m;
/** A deck's slides as Reveal's plugin cuts them. */
const slides = (text: string): readonly string[] => {
  const deck = forReveal(text);
  return deck.text.split(new RegExp(`${deck.separator}|${deck.vertical}`, 'm'));
};

export const DIFFERENCES: readonly Difference[] = [
  {
    name: 'separators in code',
    example: '```yaml\n---\na: 1\n```\n\n# B',
    applies: (text) => fences(text).some((fence) => /^-{2,4}[ \t]*$/m.test(fence)),
    right: '<section><pre><code class="yaml">---\na: 1</code></pre><h1>B</h1></section>',
  },
  {
    name: 'Note: in code',
    example: '```\nNote: x\n```',
    applies: (text) => fences(text).some((fence) => /^[ \t]*notes?:/im.test(fence)),
    right: '<section><pre><code>Note: x</code></pre></section>',
  },
  {
    name: 'separators in a comment of several lines',
    example: '# A\n\n<!--\n---\nlater\n-->',
    applies: (text) => comments(text).some((comment) => /^(-{2,4}[ \t]*$|[ \t]*notes?:)/im.test(comment)),
    right: '<section><h1>A</h1></section>',
  },
  {
    name: 'separators at the edge of a file',
    example: '# A\n\n---\n',
    applies: (text) => {
      const all = slides(text);
      return all.length > 1 && [all[0], all.at(-1)].some((slide) => slide?.trim() === '');
    },
    right: '<section><h1>A</h1></section>',
  },
  {
    name: 'a second Note:',
    example: '# A\n\nNote: one\n\nNote: two',
    applies: (text) => slides(text).some((slide) => (slide.match(/^[ \t]*notes?:/gim) ?? []).length > 1),
    right: '<section><h1>A</h1><aside class="notes"><p>one</p><p>two</p></aside></section>',
  },
  {
    name: 'Note: with spaces before it',
    example: '# A\n\n  Note: secret',
    applies: (text) => /^[ \t]+notes?:/im.test(text),
    right: '<section><h1>A</h1><aside class="notes"><p>secret</p></aside></section>',
  },
  {
    name: 'code in notes that holds a blank line, or has markup beside it',
    example: '# A\n\nNote:\n\n```\na\n\nb\n```',
    applies: (text) =>
      slides(text).some((slide) => {
        const notes = slide.split(/^notes?:/im)[1] ?? '';
        const code = fences(notes);
        return code.some((fence) => /\n[ \t]*\n/.test(fence)) || (code.length > 0 && /^<.*\n\n/m.test(notes));
      }),
    right: '<section><h1>A</h1><aside class="notes"><pre><code>a\n\nb</code></pre></aside></section>',
  },
  {
    name: 'a slide that is indented, or begins with two blank lines',
    example: '# A\n\n---\n\n\n- a\n  - b',
    applies: (text) =>
      slides(text).some((slide) => (/^\n?(\s*)/.exec(slide)?.[1] ?? '').length > 1 || /^\n?\t/.test(slide)),
    right: '<section><h1>A</h1></section><section><ul><li>a<ul><li>b</li></ul></li></ul></section>',
  },
  {
    name: 'a tag at the start of a line right under a list entry',
    example: '- a\n<b>x</b>',
    applies: (text) => TAG_UNDER_ENTRY.test(text),
    right: '<section><ul><li>a <b>x</b></li></ul></section>',
  },
  {
    name: 'a line right under a heading in a list or quotation',
    example: '> # a\nb\n\n- # c\n| d | e |\n|---|---|\n| f | g |',
    applies: (text) => UNDER_HEADING.test(text),
    right:
      '<section><blockquote><h1>a</h1></blockquote><p>b</p><ul><li><h1>c</h1></li></ul><table><thead><tr><th>d</th><th>e</th></tr></thead><tbody><tr><td>f</td><td>g</td></tr></tbody></table></section>',
  },
  {
    name: 'attributes on several lines of a comment',
    example: '<!-- .slide: class="a"\n  data-x="b" -->\n# A',
    applies: (text) =>
      comments(text).some((comment) => /\.(slide|element)[\s\S]*\n[\s\S]*\S[\s\S]*-->/.test(comment)),
    right: '<section class="a" data-x="b"><h1>A</h1></section>',
  },
  {
    name: 'a bare attribute at the very end of a comment',
    example: '<!-- .slide: data-auto-animate-->\n# A',
    applies: (text) => comments(text).some((comment) => /data-[^"=\s]+-->$/.test(comment)),
    right: '<section data-auto-animate=""><h1>A</h1></section>',
  },
  {
    name: 'no space after the colon of a directive for an element',
    example: 'Text <!-- .element:class="x" -->',
    applies: (text) => /\.element:\S/.test(text),
    right: '<section><p class="x">Text</p></section>',
  },
  {
    name: 'a directive for a slide without its colon',
    example: '<!-- .slide class="x" -->\n# A',
    applies: (text) => /\.slide\s/.test(text),
    right: '<section class="x"><h1>A</h1></section>',
  },
  {
    name: 'single quotes in attributes',
    example: "<!-- .slide: class='x' -->\n# A",
    applies: (text) => comments(text).some((comment) => /\.(slide|element)[^"]*'/.test(comment)),
    problem: "case.md:1:1: notice: the .slide directive has a part that cannot be read: class='x'.",
  },
  {
    name: 'an empty value',
    example: '# A\n\nText <!-- .element: class="x" title="" -->',
    applies: (text) => comments(text).some((comment) => /\.(slide|element).*=""/.test(comment)),
    problem: 'case.md:3:6: notice: the .element directive has a part that cannot be read: title=""',
  },
  {
    name: 'a value without quotes',
    example: 'Text <!-- .element: class=x -->',
    applies: (text) => comments(text).some((comment) => /\.(slide|element).*=[^"'\s]/.test(comment)),
    problem: 'case.md:1:6: notice: the .element directive has a part that cannot be read: class=x.',
  },
  {
    name: 'a fence that is never closed',
    example: '# A\n\n```js\nx\n\n---\n\n# B',
    applies: (text) => (text.match(/^ {0,3}(`{3,}|~{3,})/gm) ?? []).length % 2 === 1,
    problem: 'case.md:3:1: notice: the code block is never closed. End it with a line ```.',
  },
  {
    name: 'markup after the fence',
    example: '```"><b>x</b>\ny\n```',
    applies: (text) => /^ {0,3}(`{3,}|~{3,})[^\n]*["<>&]/m.test(text),
    right: '<section><pre><code class="&quot;><b>x</b>">y</code></pre></section>',
  },
  {
    name: 'what would run',
    example: '# A\n\n<img src="a.png" onerror="alert(1)">',
    applies: (text) =>
      /<(script|iframe|object|embed|base|meta|link|form|template)\b|\son\w+=|javascript:/i.test(text),
    problem: 'case.md:3:18: notice: ',
  },
  {
    name: 'footnotes',
    example: 'Text.[^1]\n\n[^1]: More.',
    applies: (text) => /^\[\^[^\]]+\]:/m.test(text),
    right:
      '<section><p>Text.<sup class="footnote-mark"><span class="spoken"> note </span>1</sup></p></section>',
  },
  {
    name: 'citations',
    example: 'Text [@none].',
    applies: (text) => /\[@[^\]\n]+\]/.test(text),
    problem: 'case.md:1:8: error: unknown source "none".',
  },
  {
    name: 'divs',
    example: '::: leaf\n\ntext\n\n:::',
    applies: (text) => /^:::/m.test(text),
    right: '<section><div class="leaf"><p>text</p></div></section>',
  },
  {
    name: 'style attributes',
    example: '<p style="color: red">x</p>',
    applies: (text) => /<style\b|\sstyle=/.test(text),
    right: '<section><p class="slide-style-1">x</p></section>',
  },
];
