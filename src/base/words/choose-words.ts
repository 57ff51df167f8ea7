import { EN } from './en.ts';
import { fill } from './fill.ts';
import { TABLES } from './language-tables.ts';
import type { Words } from './words.ts';

/** The table of a language; none where there is none of it, or none in the script it is written in. */
function tableOf(lang: string): Partial<Words> | undefined {
  const { language, script } = new Intl.Locale(lang).maximize();
  return language === 'zh' && script === 'Hant' ? undefined : TABLES[language];
}

/** Asked for each date and label: found once a language. */
const known = new Map<string, Words>();

/** The words of a language; English for each that its table lacks. */
export function wordsOf(lang: string): Words {
  const words = known.get(lang) ?? { ...EN, ...tableOf(lang) };
  known.set(lang, words);
  return words;
}

/** Whether a language has a table. */
export function hasWords(lang: string): boolean {
  return wordsOf(lang).of !== EN.of || /^en\b/i.test(lang);
}

/** The words that a language's table lacks: all of them where there is no table. */
export function missingWords(lang: string): readonly string[] {
  const table = tableOf(lang) ?? {};
  return Object.entries(EN).flatMap(([name, english]) => (name in table ? [] : [english]));
}

/** `8 of 24`, in the words of a language. */
export function numberOf({ of }: Words, at: number, count: number): string {
  return fill(of, { at, count });
}
