/** What the foot of a slide says of signs: "Ring: declared. Shaded: Flood, 1848–49." What is drawn alike is one sentence. */
export function tellSigns(signs: readonly { readonly how: string; readonly what: string }[]): string {
  const ways = [...new Set(signs.map(({ how }) => how))];
  const whats = (way: string) => signs.flatMap(({ how, what }) => (how === way ? what : []));
  return ways.map((how) => `${how}: ${whats(how).join('; ')}.`).join(' ');
}
