import { attributes, escapeHtml } from '../../base/markup.ts';
import { wordsOf } from '../../base/words/choose-words.ts';
import { fill } from '../../base/words/fill.ts';
import { polishText } from '../../deck/slide/typography.ts';
import type { Source } from '../../deck/sources/sources.ts';
import { formatDate, parseDate } from '../timeline/model/date.ts';

/** A work in words. The title is its link; `copy` that of an archived copy, empty where there is none. */
export interface Reference {
  readonly before: string;
  readonly title: string;
  readonly after: string;
  readonly copy: string;
}

/** A work in full, as markup: who made it, the title as a link, where and when it appeared, when it was read. */
export function writeReference(source: Source, lang: string): string {
  const { before, title, after, copy } = describeWork(source, lang);
  const text = (words: string) => polishText(words, lang, false) ?? escapeHtml(words);
  // Japanese titles often end in an English remark, so their language is said run by run.
  const foreign = source.language && !/^(ja|en)/.test(source.language) ? source.language : undefined;
  const shown = foreign ? `<span${attributes({ lang: foreign })}>${escapeHtml(title)}</span>` : text(title);
  const copied = source.archived ? ` ${link(source.archived.url, text(copy.trim()))}` : '';
  return `${text(before)}${source.URL ? link(source.URL, shown) : shown}${text(after)}${copied}`;
}

function link(address: string, shown: string): string {
  return `<a${attributes({ href: address, target: '_blank', rel: 'noopener' })}>${shown}</a>`;
}

/** An entry in words, in the order in which a reader looks for it. */
export function describeWork(source: Source, lang: string): Reference {
  const { author, editor, title, archived } = source;
  const words = wordsOf(lang);
  const made = author ?? (editor && fill(words.edited, { name: editor }));
  const sentences = [
    ...[
      ...(author && editor ? [fill(words.editedBy, { name: editor })] : []),
      ...(source.translator ? [fill(words.translatedBy, { name: source.translator })] : []),
    ],
    appeared(source, lang),
    source.archive && [source.archive, source.archive_location].filter(Boolean).join(', '),
    source.DOI && `doi:${source.DOI}`,
    source.accessed && fill(words.readOn, { date: writeDate(source.accessed, lang) }),
    source.sha256 && `SHA-256 ${source.sha256.slice(0, 12)}…`,
    source.note && source.note.charAt(0).toUpperCase() + source.note.slice(1),
  ].filter(Boolean);
  const stop = /[.?!]$/.test(title) ? '' : '.';
  const after = sentences
    .map((sentence) => ` ${sentence}${/[.…]$/.test(sentence ?? '') ? '' : '.'}`)
    .join('');
  const copied = archived?.date ? fill(words.copyOf, { date: writeDate(archived.date, lang) }) : words.copy;
  return {
    before: made ? `${made}: ` : '',
    title,
    after: stop + after,
    copy: archived ? ` ${copied}.` : '',
  };
}

/** Where and when: "Journal of Mills 12(3), pp. 4–9, 1999", "2nd ed. Mill Press, Ham, 2001". */
function appeared(source: Source, lang: string): string {
  const words = wordsOf(lang);
  const { volume, issue, page, number, edition, genre, issued } = source;
  const within = source['container-title'] ?? source['event-title'];
  const numbered = [volume ?? (issue ? '' : undefined), issue && `(${issue})`].filter(Boolean).join('');
  const publisher = [source.publisher, source['publisher-place']].filter(Boolean).join(', ');
  const parts = [
    genre,
    within
      ? [within, numbered].filter(Boolean).join(' ')
      : numbered && fill(words.volume, { number: numbered }),
    edition &&
      (/^\d+$/.test(edition)
        ? fill(words.edition, { number: /^en\b/i.test(lang) ? ordinal(Number(edition)) : edition })
        : edition),
    number && fill(words.number, { number }),
    within && source.type.startsWith('article') ? undefined : publisher,
    page && fill(/[-–,]/.test(page) ? words.pages : words.page, { number: page.replace(/-+/g, '–') }),
    issued && writeDate(issued, lang),
  ];
  return parts.filter(Boolean).join(', ');
}

function ordinal(value: number): string {
  const form = new Intl.PluralRules('en', { type: 'ordinal' }).select(value);
  const ENDINGS = { one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' } as const;
  return `${value}${ENDINGS[form]}`;
}

function writeDate(written: string, lang: string): string {
  const date = parseDate(written);
  return date ? formatDate(date, lang) : written;
}
