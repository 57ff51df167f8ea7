/** Kinds of pictures by how their files begin: what a server or a name says of a file is not believed. */
const SIGNS: readonly (readonly [extension: string, sign: RegExp])[] = [
  ['png', /^\x89PNG\r\n/],
  ['jpg', /^\xff\xd8\xff/],
  ['gif', /^GIF8[79]a/],
  ['webp', /^RIFF[\s\S]{4}WEBP/],
  ['avif', /^[\s\S]{4}ftypavi[fs]/],
];

/** The extension that a picture's first bytes ask for; undefined for what is no picture that is shown. */
export function pictureKind(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 256));
  const found = SIGNS.find(([, sign]) => sign.test(head))?.[0];
  return found ?? (/^(?:\xef\xbb\xbf)?\s*(?:<\?xml|<!--|<!DOCTYPE svg|<svg)/i.test(head) ? 'svg' : undefined);
}
