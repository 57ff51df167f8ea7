import type { MakeFigure } from './figure.ts';

/** Loads what the kinds of figures need that slides may hold; a kind that no fence names costs nothing. */
export async function prepareKinds(
  kinds: ReadonlyMap<string, MakeFigure>,
  slides: readonly { readonly text: string }[],
): Promise<void> {
  const written = slides.map(({ text }) => text).join('\n');
  const named = new Set([...written.matchAll(/(?:`{3}|~{3})[ \t]*([\w-]+)/g)].map(([, name]) => name));
  await Promise.all([...kinds].map(([name, { prepare }]) => (named.has(name) ? prepare?.() : undefined)));
}
