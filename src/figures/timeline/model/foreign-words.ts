import { MONTHS } from '../../../base/months.ts';
import { bareName, monthNames } from '../../../base/table/month-names.ts';
import { easternInEnglish } from './eastern-date.ts';
import { FURTHER_WORDS, furtherMonthOf } from './further-words.ts';
import { SLAVIC_WORDS, slavicMonth } from './slavic-words.ts';

/** What German, French, Spanish, Italian, Portuguese and Dutch say about a date, and the English for it, in turn. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  // Eras.
  [/(?<=[\dIVX.]) ?v(?:\.|or) ?(?:Chr(?:\.|istus)?|u\. ?Z\.)(?= |$)/iu, ' BC'],
  [/(?<=[\dIVX.]) ?n(?:\.|ach) ?(?:Chr(?:\.|istus)?|u\. ?Z\.)(?= |$)/iu, ''],
  [/ ?\bav(?:\.|ant)? ?J(?:\.|ésus)?[- ]?C(?:\.|hrist)?(?= |$)/iu, ' BC'],
  [/ ?\bap(?:\.|r\.?|rès)? ?J(?:\.|ésus)?[- ]?C(?:\.|hrist)?(?= |$)/iu, ''],
  [/ ?(?:\ba\. ?C\.|\bantes de Cristo|\bavanti Cristo)(?= |$)/iu, ' BC'],
  [/ ?(?:\bd\. ?C\.|\bdespués de Cristo|\bdepois de Cristo|\bdopo Cristo)(?= |$)/iu, ''],
  // Centuries and decades.
  [/(\d{1,2})\. ?(?:Jh|Jhd|Jhdt|Jahrhunderts?)\.?(?= |$)/iu, '$1th century'],
  [/(\d{1,2})[eè] eeuw/iu, '$1th century'],
  [/\b([IVX]+|\d{1,2})(?:e|ème|er)? (?:s\.|siècles?)/iu, '$1th century'],
  [/\b(?:siglo|século|séc\.?|secolo|sec\.|s\.) ([IVX]+|\d{1,2})\b/iu, '$1th century'],
  [/\b([IVX]+) secolo/iu, '$1th century'],
  [/\b(?:siglos|séculos|secoli) ([IVX]+) ?(?:[-–/]|y|e|al|ao) ?([IVX]+)\b/iu, '$1th–$2th century'],
  [
    /(?<![\p{L}\d])([IVX]+|\d{1,2})(?:e|ème|\.)? ?(?:[-–—/]|et|und) ?(?=(?:[IVX]+|\d{1,2})th century)/iu,
    '$1th–',
  ],
  [/^(?:les|los|os|gli|die|den|dans les|en los|nos) (?=\d|années|anni|años|anos)/iu, ''],
  [
    /\b(?:décennie|década|decenio|decennio|Dekade)(?: (?:des?|del?|do|der)(?: los| dos)?)?(?: a[ñn]os)? (\d{3}0)(?:er)?(?= |$)/iu,
    '$1s',
  ],
  [/\b(\d{3}0)er ?(?:[-–/]|und|bis) ?(\d{3}0)er(?: Jahren?)?(?= |$)/iu, '$1s – $2s'],
  [/\b(\d{3}0)er(?: Jahren?)?(?= |$)/iu, '$1s'],
  [/\b(?:années|anni|años|anos|jaren) (\d{3}0) ?(?:[-–/]|à|a|al|y|e|et|en) ?(\d{3}0)\b/iu, '$1s – $2s'],
  [/\b(?:années|anni|años|anos|jaren) (\d{3}0)\b/iu, '$1s'],
  // Parts.
  [/^(?:Anfang|Beginn|début|principios|inicios|inizio|início|begin)(?: (?:de[sl]?|du|do|der))? /iu, 'early '],
  [/^(?:Mitte|mi-|milieu|mediados|metà|meados|midden)(?: ?(?:de[sl]?|du|do|der))? ?/iu, 'mid '],
  [/^(?:Ende|fin|finales|fine|fins|fim|eind)(?: (?:de[sl]?|du|do|der))? /iu, 'late '],
  [/\b(?:Frühjahr|Frühling|printemps|primavera|lente)\b/iu, 'spring'],
  [/(?<!\p{L})(?:Sommer|été|verano|estate|verão|zomer)(?=[ –-]|$)/iu, 'summer'],
  [/\b(?:Herbst|automne|otoño|autunno|outono|herfst)\b/iu, 'autumn'],
  [/\b(?:hiver|invierno|inverno)\b/iu, 'winter'],
  // From and to.
  [
    /^(?:von|del?|du|desde|dal?|van|entre|zwischen|tra) (.+?) (?:bis|à|au|al?|até|tot|y|et|e|und|hasta) /iu,
    '$1 to ',
  ],
  [/ (?:bis|à|au|al?|até|tot|hasta) (?=.*\d)/iu, ' to '],
  // Before, after, about.
  [
    /^(?:um|gegen|etwa|circa|zirka|vers|env\.?|environ|hacia|alrededor de|cerca de|por volta de)(?= |(?<=\.))/iu,
    'about',
  ],
  [/^(?:verso(?: il)?|intorno al?|rond|omstreeks)(?= )/iu, 'about'],
  [/^(?:vor|avant|antes de|prima del?|voor)(?= )/iu, 'before'],
  [/^(?:nach|seit|ab|après|depuis|después de|desde|depois de|dopo(?: il)?|na|sinds)(?= )/iu, 'after'],
  [/^(?:bis|jusqu'(?:à|en)|hasta|até|fino al?|tot)(?= )/iu, 'until'],
  // A day and its articles: "1er mai", "14 de julio de 1789", "am 3. März".
  [/\b1(?:er|º|°)(?= )/iu, '1'],
  [/^(?:am|im|in|le|el|il|op|den?|dem) (?=[\d\p{L}])/iu, ''],
  [/(?<=[\d\p{L}.]) (?:de|del|di|do)(?= [\d\p{L}])/giu, ''],
  [/(?<=\d)\.(?= \p{L})/gu, ''],
];

/**
 * A date that German, French, Spanish, Italian, Portuguese, Dutch, Slavic, Scandinavian, East Asian or further words
 * tell, in English ones: `vers 1230`, `3. März 1848`, `XIXe siècle`, `52 av. J.-C.`, `22 июня 1941 г.`, `昭和20年8月15日`. Undefined for what has none of these words.
 */
export function inEnglishWords(text: string): string | undefined {
  if (
    !/\p{L}/u.test(text) ||
    !/\d|[IVX]{1,6}|元|[〇一二三四五六七八九十](?:年|世[紀纪])/.test(text) ||
    text.length > LONGEST
  )
    return undefined;
  let words = easternInEnglish(text) ?? text.normalize('NFC').replace(/[’]/g, "'").trim();
  for (const [pattern, english] of [...FURTHER_WORDS, ...SLAVIC_WORDS, ...WORDS])
    words = words.replace(pattern, english).trim();
  words = words
    .replace(/\b([IVX]+)(?=th(?: century|–))/gi, (figures) => String(fromRoman(figures)))
    .replace(/(\d)\.(?=\d{3}(?!\d))(?=.* BC$)/g, '$1')
    .replace(/\p{L}{3,}\.?/gu, (word) => {
      const name = bareName(word);
      const month = monthNames('en').get(name) ?? slavicMonth(name) ?? furtherMonthOf(name);
      return month === undefined ? word : (MONTHS[month - 1] ?? word);
    });
  return words === text ? undefined : words;
}

/** A date is no sentence. */
const LONGEST = 60;

const FIGURES = new Map([
  ['i', 1],
  ['v', 5],
  ['x', 10],
]);

/** `VIII` as 8. */
export function fromRoman(figures: string): number {
  const values = [...figures.toLowerCase()].map((one) => FIGURES.get(one) ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}
