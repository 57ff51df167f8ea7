import { decodeOld, type OldEncoding } from './old-encoding.ts';

/** A file's text, and how it was written where that is not UTF-8. */
export interface Decoded {
  readonly text: string;
  readonly encoding: 'UTF-8' | 'UTF-16' | OldEncoding;
}

/** How many bytes are looked at for a sign of UTF-16 without a byte order mark. */
const LOOKED_AT = 512;

/** Reads bytes as text: UTF-8, UTF-16 by its mark or its zero bytes, else an older encoding by its letters. No byte order mark is left. */
export function decode(bytes: Uint8Array): Decoded {
  const wide = utf16Of(bytes);
  if (wide) return { text: strip(new TextDecoder(wide).decode(bytes)), encoding: 'UTF-16' };
  try {
    return { text: strip(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), encoding: 'UTF-8' };
  } catch {
    return decodeOld(bytes);
  }
}

const strip = (text: string) => text.replace(/^\uFEFF/, '');

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, LOOKED_AT);
  const zeros = [0, 1].map((side) => start.filter((byte, at) => at % 2 === side && byte === 0).length);
  const most = start.length / 2;
  const [even = 0, odd = 0] = zeros;
  if (odd > most * 0.6 && even < most * 0.1) return 'utf-16le';
  return even > most * 0.6 && odd < most * 0.1 ? 'utf-16be' : undefined;
}
