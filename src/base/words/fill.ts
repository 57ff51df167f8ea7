/** Words with something put in the places of the names in braces. */
export function fill(words: string, parts: Readonly<Record<string, string | number>>): string {
  return words.replace(/\{(\w+)\}/g, (written, name: string) => String(parts[name] ?? written));
}

/** A number of things as a language groups its digits; in English from `from` on. */
export function countIn(lang: string, count: number, from = 1000): string {
  return count < from
    ? String(count)
    : new Intl.NumberFormat(lang, { numberingSystem: 'latn' }).format(count);
}
