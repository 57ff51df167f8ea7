/** Programs' own formats that are given as decks, what they are, and what makes Markdown of them. */
const FORMATS: readonly { readonly ends: RegExp; readonly is: string; readonly fix: string }[] = [
  {
    ends: /\.ipynb$/i,
    is: 'a notebook of Jupyter',
    fix: 'Write it as Markdown first: jupyter nbconvert --to markdown FILE',
  },
  { ends: /\.org$/i, is: 'in Org', fix: 'Write it as Markdown first: pandoc FILE -t gfm -o deck.md' },
  { ends: /\.(adoc|asciidoc|asc)$/i, is: 'in AsciiDoc', fix: 'Write it as Markdown first: npx downdoc FILE' },
  {
    ends: /\.(rst|textile|typ|tex|latex|docx|odt|rtf)$/i,
    is: 'no Markdown',
    fix: 'Write it as Markdown first: pandoc FILE -t gfm -o deck.md',
  },
  {
    ends: /\.(pdf|pptx?|pps|odp|key|png|jpe?g|svg)$/i,
    is: 'drawn pages, and no text of slides',
    fix: 'Write the slides as Markdown; pictures of the pages can be shown in it.',
  },
  {
    ends: /\.(ya?ml|json|csv|css|m?[jt]sx?|vue)$/i,
    is: 'no Markdown',
    fix: 'Name the Markdown file that it belongs to, or its folder.',
  },
];

/** Why a file is no deck, and what to do; undefined for one that may be. @param bytes its beginning */
export function otherFormat(path: string, bytes: Uint8Array): string | undefined {
  const known = FORMATS.find(({ ends }) => ends.test(path));
  if (known) return `${path} is ${known.is}. ${known.fix.replace('FILE', path)}`;
  // Text holds no zeros; a file of any name may be something else.
  if (bytes.subarray(0, 8000).includes(0))
    return `${path} is no text. A deck is a Markdown file, or a folder of them.`;
  return undefined;
}

/** What lies beside slides in a folder and is none: by name, or by a name in capitals that a slide may have in small. */
const BESIDE = /^(read_?me|licen[cs]e|contributing|changelog|code[_-]of[_-]conduct)([._-][\w-]+)?\.\w+$/i;
const BESIDE_IN_CAPITALS =
  /^(SECURITY|AUTHORS|CONTRIBUTORS|SUPPORT|GOVERNANCE|NOTICE|COPYING|HISTORY|TODO|MAINTAINERS)\.\w+$/;

/** The Markdown of a folder that is slides, and what only lies beside them. */
export function partOf(names: readonly string[]): {
  readonly slides: readonly string[];
  readonly beside: readonly string[];
} {
  const isBeside = (name: string) => BESIDE.test(name) || BESIDE_IN_CAPITALS.test(name);
  const slides = names.filter((name) => !isBeside(name));
  return slides.length > 0 ? { slides, beside: names.filter(isBeside) } : { slides: names, beside: [] };
}
