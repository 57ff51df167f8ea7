/** D50, to which a profile's colours are adapted. */
const WHITE = [0.9642, 1, 0.8249] as const;
/** sRGB's primaries adapted to D50, and the adaptation itself (IEC 61966-2-1; ICC.1:2022, annex E). */
const RED = [0.43607, 0.22249, 0.01392] as const;
const GREEN = [0.38515, 0.71687, 0.09708] as const;
const BLUE = [0.14307, 0.06061, 0.7141] as const;
const ADAPTATION = [
  1.04791, 0.02293, -0.0502, 0.0296, 0.99046, -0.01707, -0.00925, 0.01506, 0.75179,
] as const;
/** sRGB's curve: exponent, and the straight piece near black. */
const CURVE = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045] as const;

/** A colour profile for sRGB (ICC version 4), made of its definition: the file then says what its colours mean. */
export function srgbProfile(): Uint8Array {
  const curve = tag('para', [u16(3), u16(0), ...CURVE.map(fixed)]);
  const tags: readonly (readonly [string, Uint8Array])[] = [
    ['desc', text('sRGB')],
    ['cprt', text('No copyright, use freely')],
    ['wtpt', xyz(WHITE)],
    ['chad', tag('sf32', ADAPTATION.map(fixed))],
    ['rXYZ', xyz(RED)],
    ['gXYZ', xyz(GREEN)],
    ['bXYZ', xyz(BLUE)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const offset = 128 + 4 + 12 * tags.length;
  // One curve serves three colours.
  const bodies = [...new Set(tags.map(([, body]) => body))];
  const at = new Map<Uint8Array, number>();
  let end = offset;
  for (const body of bodies) {
    at.set(body, end);
    end += body.length;
  }
  const table = tags.map(([name, body]) => join([ascii(name), u32(at.get(body) ?? 0), u32(body.length)]));
  return join([header(end), u32(tags.length), ...table, ...bodies]);
}

function header(size: number): Uint8Array {
  const words = [
    ...[u32(size), u32(0), u32(0x04200000), ascii('mntr'), ascii('RGB '), ascii('XYZ ')],
    // Made on the first of January 2000, so that it is always the same.
    ...[u16(2000), u16(1), u16(1), u16(0), u16(0), u16(0), ascii('acsp'), u32(0), u32(0)],
    ...[u32(0), u32(0), u32(0), u32(0), u32(0), ...WHITE.map(fixed), u32(0)],
  ];
  const bytes = new Uint8Array(128);
  bytes.set(join(words));
  return bytes;
}

function text(words: string): Uint8Array {
  const utf16 = join([...words].map((letter) => u16(letter.charCodeAt(0))));
  return tag('mluc', [u32(1), u32(12), ascii('enUS'), u32(utf16.length), u32(28), utf16]);
}

function xyz(values: readonly number[]): Uint8Array {
  return tag('XYZ ', values.map(fixed));
}

/** A tag's type, four empty bytes, its content; filled up to a multiple of four. */
function tag(type: string, parts: readonly Uint8Array[]): Uint8Array {
  const body = join([ascii(type), u32(0), ...parts]);
  return join([body, new Uint8Array((4 - (body.length % 4)) % 4)]);
}

/** A signed number with 16 binary places. */
function fixed(value: number): Uint8Array {
  return u32(Math.round(value * 65536) >>> 0);
}

function u32(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
}

function u16(value: number): Uint8Array {
  return Uint8Array.of(value >>> 8, value);
}

function ascii(letters: string): Uint8Array {
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
