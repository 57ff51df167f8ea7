/** An address made of a headline, for slides that name none: "What is open" → `what-is-open`. */
export function slug(headline: string): string {
  return headline
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .replace(/^(?=\d+$)/, 'slide-');
}

/** An id no other slide has: the one asked for, or the same with a number behind it. */
export function unused(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted}-${number}`)) number++;
  return `${wanted}-${number}`;
}
