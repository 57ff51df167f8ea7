import { ident } from 'css-tree';

/** An address made of a headline, for slides that name none: "What is open" → `what-is-open`. */
export function slug(headline: string): string {
  return headline
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .replace(/^(?=\d+$)/, 'slide-');
}

/** The id that a slide names itself, in one line: a break in it would end the rules that name it. */
export function ownId(attributes: ReadonlyMap<string, string>): string | undefined {
  return attributes.get('id')?.replace(/\p{Cc}+/gu, '-');
}

/** An id no other slide has: the one asked for, or the same with a number behind it. */
export function unused(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted}-${number}`)) number++;
  return `${wanted}-${number}`;
}

/** The selector of an id. Ids made of headlines may begin with a year, authors' own may hold anything. */
export function selectorOf(id: string): string {
  if (/^[a-z][\w-]*$/i.test(id)) return `#${id}`;
  return `#${ident.encode(id)}`;
}
