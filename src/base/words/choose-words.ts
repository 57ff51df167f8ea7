import { AR } from './ar.ts';
import { DE } from './de.ts';
import { EN } from './en.ts';
import { ES } from './es.ts';
import { FR } from './fr.ts';
import { JA } from './ja.ts';
import { KO } from './ko.ts';
import type { Words } from './words.ts';
import { ZH } from './zh.ts';

/** One table a language. A word that one lacks is said in English. */
export const TABLES: Readonly<Record<string, Partial<Words>>> = {
  en: EN,
  ja: JA,
  de: DE,
  fr: FR,
  es: ES,
  zh: ZH,
  ko: KO,
  ar: AR,
};

/** The words of a language; English where there is no table of it, or none in the script it is written in. */
export function wordsOf(lang: string): Words {
  const { language, script } = new Intl.Locale(lang).maximize();
  const table = language === 'zh' && script === 'Hant' ? undefined : TABLES[language];
  return { ...EN, ...table };
}

/** `8 of 24`, in the words of a language. */
export function numberOf({ of }: Words, at: number, count: number): string {
  return of.replace('{at}', String(at)).replace('{count}', String(count));
}
