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
