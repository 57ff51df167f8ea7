/** Says its English in the deck's language, or as it is where the table lacks it. */
export type Said = (english: string) => string;

/** The words of the page's own language. */
export async function ownWords(): Promise<Said> {
  const words = await helpWords(document.documentElement.lang);
  return (english) => words[english] ?? english;
}

type Table = Readonly<Record<string, string>>;

/** What keys lead to (their list, the speaker's window, dialogs) in other languages, by its English: only that of the deck is ever fetched. */
const TABLES: Readonly<Record<string, () => Promise<{ readonly WORDS: Table }>>> = {
  ar: () => import('./help-words/keys-ar.ts'),
  de: () => import('./help-words/keys-de.ts'),
  es: () => import('./help-words/keys-es.ts'),
  fr: () => import('./help-words/keys-fr.ts'),
  ja: () => import('./help-words/keys-ja.ts'),
  ko: () => import('./help-words/keys-ko.ts'),
  zh: () => import('./help-words/keys-zh.ts'),
};

/** The words of a language; none, and so English, where there is no table of it or none in its script. */
export async function helpWords(lang: string): Promise<Table> {
  try {
    const { language, script } = new Intl.Locale(lang).maximize();
    const isOther = language === 'zh' && script === 'Hant';
    const { WORDS = {} } = (await (isOther ? undefined : TABLES[language]?.())) ?? {};
    return WORDS;
  } catch {
    // Without a network the list is there in English.
    return {};
  }
}
