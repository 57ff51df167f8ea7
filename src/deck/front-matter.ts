import { z } from 'zod';

/** A word as people write words: a year as a title, a version as a date. */
const text = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const words = text.refine((written) => written.trim() !== '', 'Write some text');
/** One word or several: `a.css, b.css`, or a list. */
const list = z
  .union([text.transform((written) => written.split(',')), z.array(text)])
  .transform((names) => names.map((name) => name.trim()).filter((name) => name !== ''));
const person = z.union([text, z.looseObject({ name: text }).transform(({ name }) => name)]);

const separator = (name: string) =>
  z.string().refine(isRegExp, `Write ${name} as a regular expression, e.g. "\\r?\\n---\\r?\\n"`).optional();

/** The keys of front matter that mean something here, with what each may hold. */
export const FrontMatterSchema = z.strictObject({
  title: words.default('Untitled deck'),
  subtitle: text.optional(),
  author: z.union([person, z.array(person).transform((names) => names.join(', '))]).optional(),
  description: text.optional(),
  /** Where the built site will lie: the whole address of its folder. */
  url: z.url({ protocol: /^https?$/, error: 'Write a whole address that begins with https://' }).optional(),
  keywords: z.union([text, z.array(text).transform((names) => names.join(', '))]).optional(),
  lang: z.string().refine(isLanguage, 'Write a language as "en", "el" or "pt-BR"').default('en'),
  /** Which way its text runs; by its language where nothing is said. */
  dir: z.enum(['ltr', 'rtl']).optional(),
  /** The day the deck speaks of as "now"; as written. */
  date: text.optional(),
  /** Planned length of the talk. */
  minutes: z.number().positive().optional(),
  /** Said by a deck that needs none: figures and amounts then have no source to name. */
  sources: z.enum(['none']).optional(),
  /** reveal-md's names for the marks between slides: regular expressions. */
  separator: separator('separator'),
  verticalSeparator: separator('verticalSeparator'),
  notesSeparator: separator('notesSeparator'),
  /** A style sheet of the deck (`my.css`). A name of reveal-md's is accepted and ignored: Reveal's themes are not used. */
  theme: text.optional(),
  /** More style sheets of the deck, which stand behind its theme. */
  css: list.optional(),
  /** Programs of the deck: run only where its reader vouches for it. */
  scripts: list.optional(),
  /** Files of works that the deck cites, as Pandoc names them: BibTeX or CSL-JSON. */
  bibliography: list.optional(),
  /** Works that Pandoc lists without a citation: a deck that has some is one for Pandoc. */
  nocite: z.json().optional(),
  /** Font files of the deck, by the face they stand in for. */
  fonts: z.strictObject({ display: z.string(), text: z.string(), strong: z.string() }).partial().optional(),
  /** reveal-md's theme of code: accepted and ignored, since code has the deck's own colours. */
  highlightTheme: text.optional(),
  /** Whether the reader vouches for programs, frames and forms in the deck. */
  trust: z.boolean().optional(),
  /** Options handed on to Reveal. */
  revealOptions: z.record(z.string(), z.json()).optional(),
});

export type FrontMatter = z.infer<typeof FrontMatterSchema>;

/** What a deck is called when it says nothing of itself. */
export const NO_FRONT_MATTER: FrontMatter = FrontMatterSchema.parse({});

/** The block between `---` lines at the very top of a file, and the lines after it. */
export interface FrontMatterSplit {
  readonly yaml?: string;
  readonly body: string;
  /** Line on which `body` begins, from 1. */
  readonly bodyLine: number;
}

/**
 * Cuts the front matter off. A file whose first `---` is followed by something that cannot be a block of keys
 * (a deck that begins with an empty slide) has none.
 */
export function splitFrontMatter(text: string): FrontMatterSplit {
  const lines = text.split('\n');
  const none = { body: text, bodyLine: 1 };
  const isMark = (line: string | undefined) => line !== undefined && /^-{3,}[ \t]*$/.test(line);
  if (!isMark(lines[0])) return none;
  // Blank lines and comments may stand before the first key.
  const first = lines.findIndex((line, index) => index > 0 && !/^[ \t]*(#|$)/.test(line));
  const isKeys = /^[A-Za-z_][\w-]*[ \t]*:/.test(lines[first] ?? '');
  if (!isKeys && !(first === 1 && isMark(lines[1]))) return none;
  // Pandoc ends it with three points too.
  const end = lines.findIndex((line, index) => index >= first && (isMark(line) || line === '...'));
  if (end < 0) return none;
  const yaml = lines.slice(1, end).map((line) => `${line}\n`);
  return { yaml: yaml.join(''), body: lines.slice(end + 1).join('\n'), bodyLine: end + 2 };
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** Whether a pattern can cut a deck. */
export function isRegExp(pattern: string): boolean {
  try {
    // A mark that matches nothing at all would cut a deck between every two letters.
    return !new RegExp(pattern, 'm').test('');
  } catch {
    return false;
  }
}
