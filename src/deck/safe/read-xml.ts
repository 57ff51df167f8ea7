/** An element's start, with the name spaces of its name and attributes; `''` for an attribute of none. */
export interface XmlElement {
  readonly name: string;
  readonly space: string;
  readonly attributes: readonly { readonly name: string; readonly space: string; readonly value: string }[];
}

/** What is called while a file is read. */
export interface XmlReader {
  /** @returns false to read no further. */
  readonly open: (element: XmlElement) => boolean;
  readonly text: (text: string) => void;
  readonly close: () => void;
}

const NAME = '[\\p{L}_][\\p{L}\\p{N}_:.\\-]*';
const START = new RegExp(`<(${NAME})((?:\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`, 'yu');
const END = new RegExp(`</(${NAME})\\s*>`, 'yu');
const ATTRIBUTE = new RegExp(`(${NAME})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`, 'gu');
const ENTITY = new RegExp(`<!ENTITY\\s+(${NAME})\\s+(?:"([^"<&%]*)"|'([^'<&%]*)')\\s*>`, 'gu');
const DOCTYPE = /<!DOCTYPE\s[^[>]*(?:\[([\s\S]*?)\]\s*)?>/y;
const KNOWN: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
/** Letters that entities may become in one file: few words named often are no drawing, but would fill the memory. */
const MOST_EXPANDED = 1_000_000;
const XML = 'http://www.w3.org/XML/1998/namespace';

/**
 * Reads XML as strictly as browsers do, and no more of it than pictures need: an entity stands for plain text, and
 * instructions and comments are passed over.
 * @returns false where it is not well formed.
 */
export function readXml(written: string, reader: XmlReader): boolean {
  const source = written.replace(/^\uFEFF/, '');
  const entities = new Map(Object.entries(KNOWN));
  const open: { readonly name: string; readonly spaces: ReadonlyMap<string, string> }[] = [];
  let at = 0;
  let roots = 0;
  let expanded = 0;
  const decoded = (text: string): string => {
    if (expanded > MOST_EXPANDED) return '';
    const plain = decode(text, entities);
    expanded += Math.max(0, plain.length - text.length);
    return plain;
  };
  const until = (mark: string, from: number): string | undefined => {
    const end = source.indexOf(mark, from);
    if (end < 0) return undefined;
    at = end + mark.length;
    return source.slice(from, end);
  };
  const match = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (found) at = pattern.lastIndex;
    return found ?? undefined;
  };
  while (at < source.length) {
    if (source.startsWith('<!--', at)) {
      if (until('-->', at + 4) === undefined) return false;
    } else if (source.startsWith('<![CDATA[', at)) {
      const text = until(']]>', at + 9);
      if (text === undefined || open.length === 0) return false;
      reader.text(text);
    } else if (source.startsWith('<?', at)) {
      if (until('?>', at + 2) === undefined) return false;
    } else if (source.startsWith('<!DOCTYPE', at)) {
      const doctype = match(DOCTYPE);
      if (!doctype || roots > 0) return false;
      for (const [, name = '', double, single] of (doctype[1] ?? '').matchAll(ENTITY))
        if (!entities.has(name)) entities.set(name, double ?? single ?? '');
    } else if (source.startsWith('</', at)) {
      if (match(END)?.[1] !== open.pop()?.name) return false;
      reader.close();
    } else if (source[at] === '<') {
      const start = match(START);
      if (!start || (open.length === 0 && roots > 0)) return false;
      if (open.length === 0) roots += 1;
      const [, name = '', list = '', empty] = start;
      const { element, spaces } = readStart(name, list, open.at(-1)?.spaces, decoded);
      if (!element || !reader.open(element)) return false;
      if (empty) reader.close();
      else open.push({ name, spaces });
    } else {
      const next = source.indexOf('<', at);
      const text = source.slice(at, next < 0 ? undefined : next);
      at += text.length;
      if (open.length > 0) reader.text(decoded(text));
      else if (text.trim() !== '') return false;
    }
  }
  return open.length === 0 && roots === 1 && expanded <= MOST_EXPANDED;
}

function readStart(
  name: string,
  list: string,
  above: ReadonlyMap<string, string> | undefined,
  decoded: (text: string) => string,
): { readonly element?: XmlElement; readonly spaces: ReadonlyMap<string, string> } {
  const written = [...list.matchAll(ATTRIBUTE)].map(
    ([, key = '', double, single]) => [key, decoded(double ?? single ?? '')] as const,
  );
  const spaces = new Map(above ?? [['xml', XML]]);
  for (const [key, value] of written) {
    if (key === 'xmlns') spaces.set('', value);
    else if (key.startsWith('xmlns:')) spaces.set(key.slice(6), value);
  }
  // One attribute twice, or a prefix that stands for nothing, is no XML.
  if (new Set(written.map(([key]) => key)).size < written.length) return { spaces };
  const own = split(name);
  const space = spaces.get(own.prefix) ?? (own.prefix === '' ? '' : undefined);
  if (space === undefined) return { spaces };
  const attributes = written
    .filter(([key]) => key !== 'xmlns' && !key.startsWith('xmlns:'))
    .map(([key, value]) => {
      const { prefix, local } = split(key);
      return { name: local, space: prefix === '' ? '' : (spaces.get(prefix) ?? 'unknown'), value };
    });
  return { element: { name: own.local, space, attributes }, spaces };
}

function split(name: string): { readonly prefix: string; readonly local: string } {
  const at = name.indexOf(':');
  return at < 0 ? { prefix: '', local: name } : { prefix: name.slice(0, at), local: name.slice(at + 1) };
}

function decode(text: string, entities: ReadonlyMap<string, string>): string {
  let room = MOST_EXPANDED;
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([\p{L}_][\p{L}\p{N}_.-]*));/giu,
    (whole, decimal, hex, name) => {
      if (name !== undefined) {
        const value = entities.get(name) ?? whole;
        room -= value.length;
        // Once too much is written the file is refused, whatever follows.
        return room < -MOST_EXPANDED ? '' : value;
      }
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}
