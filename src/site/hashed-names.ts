import { createHash } from 'node:crypto';

/** Files of a deck by their paths, under names that change with what is in them: no page mixes two builds. */
export interface HashedNames {
  /** Paths in the site, and what is in each. */
  readonly files: ReadonlyMap<string, Uint8Array | string>;
  /** Markup or rules that name the files as the deck does, with their new names. */
  readonly rename: (text: string) => string;
}

/** Attributes that show files, one or several with commas between. */
const SHOWING = /(\s(?:src|data-src|poster|data-background-image|data-background-video)=")([^"]+)(?=")/g;
const URL_IN_CSS = /(url\(\s*["']?)([^"')]+)/g;

/** @param shown what is in each file, by its path from the deck's folder */
export function hashNames(shown: ReadonlyMap<string, Uint8Array | string>): HashedNames {
  const files = new Map<string, Uint8Array | string>();
  const addresses = new Map<string, string>();
  for (const [path, bytes] of shown) {
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
    const named = `deck/${path.replace(/(\.[^./]+)?$/, (ending) => `-${hash}${ending}`)}`;
    files.set(named, bytes);
    addresses.set(plain(`deck/${path}`), encode(named));
  }
  const one = (written: string) => {
    const path = written.trim().replace(/^\.\//, '');
    const named = path.startsWith('deck/') ? addresses.get(plain(path.replace(/[?#].*$/, ''))) : undefined;
    return named === undefined ? written : (written.trim().startsWith('./') ? './' : '') + named;
  };
  return {
    files,
    rename: (text) =>
      text
        .replace(SHOWING, (_, before: string, list: string) => before + list.split(',').map(one).join(','))
        .replace(URL_IN_CSS, (_, before: string, address: string) => before + one(address)),
  };
}

/** An address however it is escaped, so that each writing of it is found. */
function plain(address: string): string {
  const unescaped = address.replaceAll('&amp;', '&').replaceAll('&quot;', '"');
  try {
    return decodeURIComponent(unescaped).normalize('NFC');
  } catch {
    return unescaped.normalize('NFC');
  }
}

function encode(path: string): string {
  return path
    .split('/')
    .map(encodeURIComponent)
    .join('/')
    .replace(/[()']/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
}
