/** A slide of the benchmark's deck: its Markdown in reveal-md's dialect, notes apart. */
interface Slide {
  readonly text: string;
  readonly notes: string;
}

/** How a tool wants a deck written. */
export type Dialect = 'reveal' | 'marp' | 'slidev';

const STEP = / *<!-- \.element: class="fragment" -->/;

/**
 * A deck in reveal-md's dialect, repeated and written for one tool.
 *
 * @param deck front matter, then slides between `---` lines, notes after `Note:`
 * @param times how often its slides are repeated; from the second time on headlines carry a number
 */
export function writeDeck(deck: string, dialect: Dialect, times = 1): string {
  const [, head = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(deck) ?? [];
  const once = body.split(/^---$/m).map(readSlide);
  const slides = Array.from({ length: times }, (_, round) =>
    once.map(({ text, notes }) => ({ text: round === 0 ? text : numbered(text, round + 1), notes })),
  ).flat();
  return `---\n${head}\n${HEADS[dialect]}---\n\n${slides.map(WRITERS[dialect]).join('\n\n---\n\n')}\n`;
}

function readSlide(written: string): Slide {
  const [text = '', notes = ''] = written.split(/^Note:$/m);
  return { text: text.trim(), notes: notes.trim() };
}

function numbered(text: string, round: number): string {
  return text.replace(/^#+ .*$/m, (headline) => `${headline}, ${round}`);
}

const HEADS: Readonly<Record<Dialect, string>> = {
  reveal: '',
  marp: 'marp: true\n',
  // Slidev's fonts and icon would come from elsewhere: it is not to wait for hosts that do not answer.
  slidev: 'theme: default\nfavicon: "data:,"\nfonts:\n  provider: none\n',
};

const WRITERS: Readonly<Record<Dialect, (slide: Slide) => string>> = {
  reveal: ({ text, notes }) => (notes ? `${text}\n\nNote:\n${notes}` : text),
  // A starred list comes step by step.
  marp: ({ text, notes }) =>
    withComment(
      STEP.test(text) ? text.replace(/^- /gm, '* ').replace(new RegExp(STEP, 'g'), '') : text,
      notes,
    ),
  slidev: ({ text, notes }) =>
    withComment(
      text
        .replace(new RegExp(`^- (.*?)${STEP.source}`, 'gm'), '- <span v-click>$1</span>')
        .replace(/\]\((?=[\w-]+\.(?:png|svg|jpg)\b)/g, '](./'),
      notes,
    ),
};

function withComment(text: string, notes: string): string {
  return notes ? `${text}\n\n<!-- ${notes} -->` : text;
}
