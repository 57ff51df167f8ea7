import { UsageError } from '../../base/failure.ts';
import { suggest } from '../../base/nearest.ts';
import { type ExportOptions, readOptions, type WrittenOptions } from '../options.ts';
import type { WriteFormat } from './format.ts';

/** One format of `npm run export`. */
export interface Format {
  /** End of the output's name, where none is asked for: `.pdf`, or `-pictures` for a folder. */
  readonly ending: string;
  /** The choices it offers. */
  readonly takes: readonly Choice[];
  /** Whether it writes a folder. */
  readonly isFolder?: true;
  /** Whether a browser is needed: it then starts while the deck is compiled. */
  readonly needsBrowser: boolean;
  /** Whether the site is to hold the speaker's notes. */
  readonly withNotes: (options: ExportOptions) => boolean;
  /** Fetches the code of the format: no other format pays for it. */
  readonly load: () => Promise<WriteFormat>;
}

/** What may be chosen of some format; where it is written and reported can be said of any. */
const CHOICES = [
  'steps',
  'notes',
  'public',
  'paper',
  'size',
  'attach',
  'verify',
  'perPage',
] as const satisfies readonly (keyof ExportOptions)[];
type Choice = (typeof CHOICES)[number];

/** Every format there is, by the name `--format` has for it. */
export const FORMATS: ReadonlyMap<string, Format> = new Map<string, Format>([
  [
    'pdf',
    {
      ending: '.pdf',
      takes: ['steps', 'notes', 'attach', 'verify'],
      needsBrowser: true,
      withNotes: ({ notes }) => notes,
      load: async () => (await import('./pdf.ts')).writePdf,
    },
  ],
  [
    'html',
    {
      ending: '.html',
      takes: ['public'],
      needsBrowser: false,
      withNotes: ({ public: open }) => !open,
      load: async () => (await import('./html.ts')).writeSingle,
    },
  ],
  [
    'handout',
    {
      ending: '-handout.pdf',
      takes: ['paper', 'perPage'],
      needsBrowser: true,
      withNotes: () => true,
      load: async () => (await import('./handout.ts')).writeHandout,
    },
  ],
  [
    'png',
    {
      ending: '-pictures',
      takes: ['size'],
      isFolder: true,
      needsBrowser: true,
      withNotes: () => false,
      load: async () => (await import('./png.ts')).writePictures,
    },
  ],
  [
    'pptx',
    {
      ending: '.pptx',
      takes: ['public'],
      needsBrowser: true,
      withNotes: ({ public: open }) => !open,
      load: async () => (await import('./pptx.ts')).writePptx,
    },
  ],
  [
    'text',
    {
      ending: '.txt',
      takes: ['notes'],
      needsBrowser: false,
      withNotes: ({ notes }) => notes,
      load: async () => (await import('./text.ts')).writeText,
    },
  ],
  [
    'poster',
    {
      ending: '-poster.pdf',
      takes: [],
      needsBrowser: true,
      withNotes: () => false,
      load: async () => (await import('./poster.ts')).writePoster,
    },
  ],
]);

/**
 * A format with what was chosen of it.
 * @throws UsageError that names the nearest format, or the one that has the choice.
 */
export function chooseFormat(
  name: string,
  written: WrittenOptions,
): { readonly format: Format; readonly options: ExportOptions } {
  const format = FORMATS.get(name);
  if (!format) throw new UsageError(`"${name}" is no format. ${suggest(name, [...FORMATS.keys()])}`);
  const foreign = CHOICES.find((choice) => written[choice] !== undefined && !format.takes.includes(choice));
  if (!foreign) return { format, options: readOptions(written) };
  const owners = [...FORMATS].filter(([, { takes }]) => takes.includes(foreign)).map(([owner]) => owner);
  const typed = foreign.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw new UsageError(`--${typed} goes with --format ${owners.join(' or ')}, not with ${name}.`);
}
