/** Options of reveal-md, and what does the same here. */
const HABITS: Readonly<Record<string, string>> = {
  static: 'write "orihon build DECK --out FOLDER"',
  print: 'write "orihon export DECK --output FILE.pdf"',
  theme: 'name a style sheet as "theme:" in the front matter; Reveal’s own themes are not used',
  css: 'name style sheets as "css:" in the front matter',
  scripts: 'name programs as "scripts:" in the front matter, with "trust: true"',
  title: 'write "title:" in the front matter',
  separator: 'write "separator:" in the front matter',
  'vertical-separator': 'write "verticalSeparator:" in the front matter',
  'notes-separator': 'write "notesSeparator:" in the front matter',
  'highlight-theme': 'code has the colours of the deck’s own style sheet',
  'disable-auto-open': 'write --no-open',
  'absolute-url': 'write "url:" in the front matter',
  'featured-slide': 'put a "preview.png" beside the deck',
  'print-size': 'every page is 1920 by 1080 pixels; "--format handout" has --paper',
  'static-dirs': 'every picture that a slide shows is copied by itself',
  'assets-dir': 'every picture that a slide shows is copied by itself',
  template: 'there is no template: the page is the program’s own',
  preprocessor: 'there is none: run it first, and show what it wrote',
  glob: 'a folder is one deck, of all its Markdown files in order of name',
  'puppeteer-launch-args': 'the browser is found by itself; ORIHON_BROWSER names another',
  'puppeteer-chromium-executable': 'the browser is found by itself; ORIHON_BROWSER names another',
};

/** What a command line asks for by an option of reveal-md, told as a sentence; undefined where it holds none. */
export function explainHabit(argv: readonly string[], known: ReadonlySet<string>): string | undefined {
  for (const word of argv) {
    const name = /^--([\w-]+)/.exec(word)?.[1] ?? '';
    const now = known.has(name) ? undefined : HABITS[name];
    if (now !== undefined) return `--${name} is an option of reveal-md. Here, ${now}.`;
  }
  return undefined;
}

/** The same words without those that ask for what happens anyway: a deck that is shown follows each change. */
export function withoutWatch(argv: readonly string[]): readonly string[] {
  return argv.filter((word) => word !== '--watch' && word !== '-w');
}
