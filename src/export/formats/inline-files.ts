import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { attributes } from '../../base/markup.ts';
import { mimeOf } from '../../site/mime.ts';

/** A site's files by path relative to its page. */
export type Files = ReadonlyMap<string, Uint8Array | string>;

/** A page that needs no other file. */
export interface OnePage {
  readonly html: string;
  /** Addresses of files that could not be taken into it. */
  readonly left: readonly string[];
  /** And of films behind slides, which are taken out. */
  readonly films: readonly string[];
}

const TAG = /<[a-z][a-z0-9-]*(?:\s+[^\s=>"]+(?:="[^"]*")?)*\s*\/?>/gi;
/** Attributes that show a file. A link that only leads to one is the reader's to follow. */
const SHOWING = /(\s(?:src|data-src|poster|data-background-image|data-background-video))="([^"]+)"/g;
const LINK = /[ \t]*<link([^>]*)>\n?/g;
const MODULE = /[ \t]*<script type="module"[^>]* src="([^"]+)"[^>]*><\/script>\n?/g;

/**
 * Puts everything a page fetches into the page: styles and script as elements, pictures and faces as data, and the
 * files it asks for later as data under their path as id. Its policy allows these very scripts and styles.
 */
export function inlinePage(page: string, files: Files): OnePage {
  const left = new Set<string>();
  const films = new Set<string>();
  const hashes = { script: new Set<string>(), style: new Set<string>() };
  const address = (written: string): string => {
    const path = written.replace(/^\.\//, '');
    const bytes = files.get(path) ?? files.get(decode(path));
    if (bytes === undefined) {
      if (!/^(data:|#|[a-z]+:)/i.test(written)) left.add(written);
      return written;
    }
    return `data:${mimeOf(path)};base64,${Buffer.from(bytes).toString('base64')}`;
  };
  const textOf = (written: string): string => {
    const text = files.get(written.replace(/^\.\//, ''));
    if (text === undefined) left.add(written);
    return text === undefined ? '' : Buffer.from(text).toString('utf8');
  };
  const styleOf = (written: string, own: string): string => {
    const css = textOf(written).replace(
      /url\((["']?)([^"')]+)\1\)/g,
      (_, quote: string, url: string) => `url(${quote}${address(fromSheet(written, url))}${quote})`,
    );
    const text = css.replaceAll('</', '<\\/');
    hashes.style.add(hashOf(text));
    return `<style${own}>${text}</style>\n`;
  };
  const scripts: string[] = [];
  const html = inlineShown(page, address, films)
    .replace(MODULE, (_, written: string) => {
      const text = textOf(written).replaceAll(/<(?=\/script|!--)/gi, '\\x3c');
      hashes.script.add(hashOf(text));
      // In the head, and waited for: a deck that was dark, or a slide the address names, is what is painted first.
      scripts.push(`<script type="module" blocking="render">${text}</script>`);
      return '';
    })
    .replace(LINK, (whole, written: string) => {
      const href = /\shref="([^"]+)"/.exec(written)?.[1] ?? '';
      const own = (written.match(/\s(?:media|class|id)="[^"]*"/g) ?? []).join('');
      if (/rel="stylesheet"/.test(written)) return styleOf(href, own);
      if (/rel="icon"/.test(written)) return whole.replace(href, address(href));
      return /rel="(?:preload|modulepreload|manifest)"/.test(written) ? '' : whole;
    });
  const asked = [...files].filter(([path]) => path.endsWith('.json')).map(writeData);
  return {
    html: html
      .replace('<head>', () => `<head>\n<meta${attributes(policyOf(hashes))}>`)
      .replace('</head>', () => `${scripts.join('\n')}\n</head>`)
      .replace('</body>', () => `${asked.join('\n')}\n</body>`),
    left: [...left],
    films: [...films],
  };
}

/** What elements show, as data; films behind slides are taken out and noted. */
function inlineShown(page: string, address: (written: string) => string, films: Set<string>): string {
  return page.replace(TAG, (tag) =>
    tag.replace(SHOWING, (whole, name: string, written: string) => {
      if (/\.js$/.test(written)) return whole;
      // Reveal takes a film's address apart at its commas, and an address that is data has one.
      if (!name.endsWith('video')) return `${name}="${address(written)}"`;
      films.add(written);
      return '';
    }),
  );
}

/** Data that the page looks for under its path, before it asks a server. */
function writeData([path, text]: readonly [string, Uint8Array | string]): string {
  const json = Buffer.from(text).toString('utf8').replaceAll('<', '\\u003c');
  return `<script type="application/json"${attributes({ id: path })}>${json}</script>`;
}

/** Of a file opened from disk, 'self' is nothing: each script and style is allowed by what it says. */
function policyOf({ script, style }: Record<'script' | 'style', ReadonlySet<string>>) {
  const quoted = (hashes: ReadonlySet<string>) => [...hashes].map((hash) => `'${hash}'`).join(' ');
  return {
    'http-equiv': 'Content-Security-Policy',
    content: [
      "default-src 'none'",
      `script-src ${quoted(script)}`,
      `style-src ${quoted(style)}`,
      'img-src data:',
      'font-src data:',
      'media-src data:',
      // The speaker's window shows two small slides: this same file.
      "frame-src 'self' file:",
      "base-uri 'none'",
      "form-action 'none'",
    ].join('; '),
  };
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** An address written in a style sheet, as the page would write it. */
function fromSheet(sheet: string, url: string): string {
  return /^(data:|#|[a-z]+:)/i.test(url) ? url : posix.join(posix.dirname(sheet.replace(/^\.\//, '')), url);
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
