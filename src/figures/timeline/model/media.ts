import type { RawEvent } from './timeline-schema.ts';

type Links = RawEvent['link'];
type Image = NonNullable<RawEvent['image']>;

/** What a cell of a table shows of an event: a picture of the deck, or an address elsewhere. */
export interface Media {
  readonly image: Image | undefined;
  readonly links: Links;
  /** What is neither, as text. */
  readonly rest: string;
}

const PICTURE = /\.(png|jpe?g|gif|svg|webp|avif)$/i;

/**
 * Sorts what stands in a cell of media. Pictures and films of other hosts stay links with their captions and credits:
 * nothing of them is fetched.
 */
export function readMedia(cell: string, alt: string, credit: string): Media {
  const written = cell.trim();
  const words = [plain(alt).text, plain(credit).text].filter(Boolean).join(' · ') || undefined;
  if (written === '') return { image: undefined, links: [], rest: words ?? '' };
  if (!/[<>\n:]|^\/\//.test(written) && PICTURE.test(written))
    return {
      image: {
        file: decodeName(written),
        alt: plain(alt).text || undefined,
        credit: plain(credit).text || undefined,
      },
      ...{ links: [], rest: '' },
    };
  const addresses = written.match(/(?:https?:)?\/\/[^\s"'<>]+/g) ?? [];
  if (addresses.length > 0)
    return {
      image: undefined,
      links: addresses.map((address) => ({
        address: address.startsWith('//') ? `https:${address}` : address,
        words,
      })),
      rest: /[<>]/.test(written) ? plain(written).text : '',
    };
  return { image: undefined, links: [], rest: [plain(written).text, words].filter(Boolean).join(' · ') };
}

function decodeName(path: string): string {
  try {
    return decodeURI(path).replace(/^\.\//, '');
  } catch {
    return path;
  }
}

/** Text without its markup, and the addresses that stood in it. */
export function plain(html: string): { readonly text: string; readonly links: Links } {
  const links = [
    ...html.matchAll(/<a\b[^>]*?\bhref\s*=\s*["']?(https?:\/\/[^"'\s>]+)["']?[^>]*>([\s\S]*?)<\/a>/gi),
  ].map(([, address = '', words = '']) => ({ address: entities(address), words: strip(words) || undefined }));
  const shown = [
    ...html.matchAll(/<(?:img|iframe|video|source)\b[^>]*?\bsrc\s*=\s*["']?(https?:\/\/[^"'\s>]+)/gi),
  ].map(([, address = '']) => ({ address: entities(address), words: undefined }));
  return { text: strip(html), links: [...links, ...shown] };
}

function strip(html: string): string {
  return entities(
    html
      .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, ' ')
      .replace(/<\/?(?:b|i|em|strong|u|a|span|sup|sub|small|font|cite|mark|q)\b[^>]*>/gi, '')
      .replace(/<\/?[a-z!][^>]*>/gi, ' '),
  )
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: '’', nbsp: ' ', ndash: '–', mdash: '—', hellip: '…' },
  ...{
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    eacute: 'é',
    egrave: 'è',
    uuml: 'ü',
    ouml: 'ö',
    auml: 'ä',
  },
};

function entities(text: string): string {
  return text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]+);/gi, (written, name: string) => {
    if (!name.startsWith('#')) return NAMED[name.toLowerCase()] ?? written;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    if (code === 39) return '’';
    return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
  });
}
