import { suggest } from '../deck/nearest.ts';
import type { WriteFormat } from './format.ts';
import { type ExportOptions, UsageError } from './options.ts';

/** One format of `npm run export`. */
export interface Format {
  /** End of the output's name, where none is asked for: `.pdf`, or `-pictures` for a folder. */
  readonly ending: string;
  /** Whether it writes a folder. */
  readonly isFolder?: true;
  /** Whether a browser is needed: it then starts while the deck is compiled. */
  readonly needsBrowser: boolean;
  /** Whether the site is to hold the speaker's notes. */
  readonly withNotes: (options: ExportOptions) => boolean;
  /** Fetches the code of the format: no other format pays for it. */
  readonly load: () => Promise<WriteFormat>;
}

/** Every format there is, by the name `--format` has for it. */
export const FORMATS: ReadonlyMap<string, Format> = new Map<string, Format>([
  [
    'pdf',
    {
      ending: '.pdf',
      needsBrowser: true,
      withNotes: ({ notes }) => notes,
      load: async () => (await import('./pdf.ts')).writePdf,
    },
  ],
  [
    'html',
    {
      ending: '.html',
      needsBrowser: false,
      withNotes: ({ public: open }) => !open,
      load: async () => (await import('./single.ts')).writeSingle,
    },
  ],
  [
    'handout',
    {
      ending: '-handout.pdf',
      needsBrowser: true,
      withNotes: () => true,
      load: async () => (await import('./handout.ts')).writeHandout,
    },
  ],
  [
    'png',
    {
      ending: '-pictures',
      isFolder: true,
      needsBrowser: true,
      withNotes: () => false,
      load: async () => (await import('./pictures.ts')).writePictures,
    },
  ],
  [
    'poster',
    {
      ending: '-poster.pdf',
      needsBrowser: true,
      withNotes: () => false,
      load: async () => (await import('./poster.ts')).writePoster,
    },
  ],
]);

/** @throws UsageError that names the nearest format. */
export function formatNamed(name: string): Format {
  const format = FORMATS.get(name);
  if (format) return format;
  throw new UsageError(`"${name}" is no format. ${suggest(name, [...FORMATS.keys()])}`);
}
