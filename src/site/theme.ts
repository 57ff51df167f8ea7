import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digest } from '../base/disk-cache.ts';
import { suggest } from '../base/nearest.ts';
import type { Place, Report } from '../base/problem.ts';
import { addressOf, findFile } from '../deck/find-file.ts';
import type { FrontMatter } from '../deck/front-matter.ts';
import type { DeckFolder } from '../deck/read.ts';
import { type Cut, OWN_FACES, type OwnCuts } from '../fonts/faces.ts';
import { openCut } from '../fonts/instances.ts';

/** Cuts by what is in them, so that a font is opened once however often its deck is compiled. */
const known = new Map<string, Cut>();

/** The fonts a deck brings. One that is not there or cannot be read is reported. */
export async function readFonts(
  { fonts = {} }: FrontMatter,
  folder: DeckFolder,
  report: Report,
): Promise<OwnCuts> {
  const own: Partial<Record<(typeof OWN_FACES)[number], Cut>> = {};
  for (const face of OWN_FACES) {
    const path = fonts[face];
    if (path === undefined) continue;
    const fail = (what: string, fix: string) =>
      report({ severity: 'notice', place: placeOf(folder, path), what, fix });
    if (!folder.has(path)) {
      const files = folder.paths.filter((other) => /\.(woff2?|[ot]tf)$/i.test(other));
      fail(`there is no font "${path}"`, suggest(path, files));
      continue;
    }
    const source = readFileSync(join(folder.root, path));
    const name = `own-${digest(source)}`;
    const cut = known.get(name) ?? { name, source, axes: {} };
    try {
      await openCut(cut);
      known.set(name, cut);
      own[face] = cut;
    } catch {
      fail(`"${path}" is no font that can be read`, 'Give a WOFF2, WOFF, TrueType or OpenType file.');
    }
  }
  return own;
}

/** A deck's own rules, and the files they show. */
export interface Theme {
  readonly css: string;
  readonly pictures: readonly string[];
}

/**
 * The deck's own style sheets: the one its front matter names as theme, else `theme.css`, and behind it those it
 * names under `css`. They stand behind all of ours. What they would fetch from elsewhere is told and left out, since
 * the page's policy refuses it.
 */
export function readTheme({ theme = '', css = [] }: FrontMatter, folder: DeckFolder, report: Report): Theme {
  const named = theme.endsWith('.css') ? [theme, ...css] : css;
  const files = theme.endsWith('.css') || !folder.has('theme.css') ? named : ['theme.css', ...css];
  const sheets = files.map((written) => readSheet(written, folder, report));
  return { css: sheets.map((one) => one.css).join('\n'), pictures: sheets.flatMap((one) => one.pictures) };
}

function readSheet(written: string, folder: DeckFolder, report: Report): Theme {
  const found = findFile(written, folder);
  const file = found.kind === 'file' ? found.path : written;
  const text = found.kind === 'file' ? folder.read(file) : undefined;
  if (text === undefined) {
    const place = placeOf(folder, written);
    const remote = found.kind === 'remote';
    report({
      severity: found.kind === 'outside' ? 'error' : 'notice',
      place,
      what: remote
        ? `the style sheet ${written} lies on another host`
        : `there is no style sheet "${written}"`,
      fix: remote
        ? 'Copy it into the deck: a talk must not depend on a network.'
        : suggest(
            written,
            folder.paths.filter((path) => path.endsWith('.css')),
          ),
    });
    return { css: '', pictures: [] };
  }
  return takeSheet(file, text, folder, report);
}

function takeSheet(file: string, text: string, folder: DeckFolder, report: Report): Theme {
  const pictures: string[] = [];
  const tell = (at: number, what: string, fix: string) =>
    report({ severity: 'notice', place: placeAt(file, text, at), what, fix });
  const base = file.includes('/') ? file.slice(0, file.lastIndexOf('/') + 1) : '';
  const css = text
    .replace(/@import\b[^;]*(;|$)/gi, (rule, _, at: number) => {
      tell(at, '@import is not followed', 'Write all rules into this one file.');
      return ' '.repeat(rule.length);
    })
    .replace(/url\(\s*(["']?)([^"')]+)\1\s*\)/g, (whole, _, url: string, at: number) => {
      if (url.startsWith('#')) return whole;
      const found = findFile(`${base}${url}`, folder);
      if (found.kind === 'file') {
        pictures.push(found.path);
        return `url("./${addressOf(found.path)}")`;
      }
      const shown = whole.length > 100 ? `${whole.slice(0, 100)}…` : whole;
      tell(
        at,
        `${shown} is no file of the deck`,
        'Copy it into the deck, and write its path from this file.',
      );
      return 'none';
    });
  return { css, pictures };
}

/** Whether a deck's own rules set type in sizes or faces that the build does not know. */
export function setsSizes({ css }: Theme): boolean {
  return /(?:^|[\s;{])(?:font|font-size|font-family|line-height|zoom|--text|--display)\s*:/.test(css);
}

/** Where the front matter names a file. */
function placeOf(folder: DeckFolder, path: string): Place {
  const [first] = folder.slides;
  return placeAt(first?.path ?? folder.name, first?.text ?? '', first?.text.indexOf(path) ?? 0);
}

function placeAt(file: string, text: string, at: number): Place {
  const before = text.slice(0, Math.max(0, at)).split('\n');
  return { file, line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
