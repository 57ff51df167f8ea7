/** A person or a body as CSL writes it. */
export interface Name {
  readonly family?: string | undefined;
  readonly given?: string | undefined;
  readonly literal?: string | undefined;
  readonly suffix?: string | undefined;
  readonly 'dropping-particle'?: string | undefined;
  readonly 'non-dropping-particle'?: string | undefined;
}

/** People in words: "Ida Ober", "Ida Ober, B. Li"; of a family name in Chinese or Japanese script, that first. */
export function writeNames(names: readonly Name[]): string {
  return names.map(writeName).join(', ');
}

function writeName(name: Name): string {
  if (name.literal) return name.literal;
  const particles = [name['dropping-particle'], name['non-dropping-particle']];
  const parts = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(
    name.family ?? '',
  )
    ? [name.family, name.given]
    : [name.given, ...particles, name.family, name.suffix];
  return parts.filter(Boolean).join(' ');
}
