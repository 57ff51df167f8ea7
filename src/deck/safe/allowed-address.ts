/** Where an address leads, as a browser reads it, whatever its writing. */
export type Leads = 'here' | 'deck' | 'web' | 'mail' | 'picture' | 'elsewhere';

/** A place that no deck can name, for addresses to be read from. */
const BASE = 'https://deck.invalid/deck/';

/**
 * Reads an address as a browser would: white space and control characters inside it, backslashes for slashes,
 * `https:host` without slashes and escapes are all seen through.
 */
export function whereLeads(written: string): Leads {
  const trimmed = written.trim();
  if (trimmed.startsWith('#')) return 'here';
  // A server's share, as Windows writes it.
  if (/^[\\/]{2}/.test(trimmed)) return /^\\\\/.test(trimmed) ? 'elsewhere' : 'web';
  const url = parse(trimmed);
  if (!url) return 'elsewhere';
  if (url.protocol === 'data:')
    return /^image\/(png|jpeg|gif|webp|avif)[;,]/i.test(url.pathname) ? 'picture' : 'elsewhere';
  if (/^(mailto|tel|sms|geo|xmpp):$/.test(url.protocol)) return 'mail';
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'elsewhere';
  return url.host === 'deck.invalid' ? 'deck' : 'web';
}

function parse(written: string): URL | undefined {
  try {
    return new URL(written, BASE);
  } catch {
    return undefined;
  }
}

/** Endings of files that a page may show: pictures, films, sounds and subtitles. */
const SHOWN =
  /\.(png|apng|jpe?g|jfif|gif|webp|avif|svg|bmp|ico|mp4|m4v|webm|ogv|mov|mp3|m4a|ogg|oga|opus|wav|flac|vtt)$/i;

/** Whether a file of the deck is one to be shown: no other is ever copied into the site. */
export function isShown(path: string): boolean {
  return SHOWN.test(path);
}
