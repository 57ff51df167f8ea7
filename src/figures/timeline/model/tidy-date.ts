/** Units of years, of which one stands behind a whole range. */
const UNIT =
  '(?:B\\.?C\\.?E?\\.?|A\\.?D\\.?|C\\.?E\\.?|BP|[kKMG]a|[mkg]ya|AH|(?:thousand|million|billion) years ago|years ago)';
const NUMBER = '\\d[\\d,.]*';

/** What is written in other signs than those that are read, and the same in these, in turn. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  // What a catalogue supplies stands in brackets.
  [/^\[([^[\]]+)\]$|^\(([^()]+)\)$/u, '$1$2'],
  // Figures that are not known: "18--", "185-", "185_?", "18??".
  [/^(1\d|20)(?:--|__|\?\?)(\??)$/, '$1XX$2'],
  [/^(1\d\d|20\d)[-_](\??)$/, '$1X$2'],
  // "65.5 ± 0.3 Ma", "3042±37 BP".
  [new RegExp(`^(${NUMBER}) ?(?:±|\\+/-|\\+-) ?${NUMBER}(?= ?(?:cal )?${UNIT}$)`, 'u'), 'c. $1'],
  // One unit behind a range, "cal BC 1400-1200", "1400-1200 cal BC".
  [/^(?:cal\.? )?(BC|AD|BCE|CE) (\d[\d,]*) ?[-–—] ?(\d[\d,]*)$/i, '$2 $1 – $3 $1'],
  [/(?<=\d )cal\.? ?(?=BC|BP|AD|CE)/giu, ''],
  [new RegExp(`^(${NUMBER}) ?(?:[-–—]|to) ?(${NUMBER}) ?(${UNIT})$`, 'u'), '$1 $3 – $2 $3'],
  // An era before its year, behind a month: "24 August AD 79".
  [/^(.*\p{L}\.?) A\.?D\.? (\d{1,4})$/iu, '$1 $2 AD'],
  // Quarters of a year.
  [/^(?:Q([1-4])|([1-4])Q)[ -]?(\d{4})$/i, '$3-Q$1$2'],
  [/^(\d{4})[- ]?Q1$/i, '$1-33'],
  [/^(\d{4})[- ]?Q2$/i, '$1-34'],
  [/^(\d{4})[- ]?Q3$/i, '$1-35'],
  [/^(\d{4})[- ]?Q4$/i, '$1-36'],
  // A zone behind a day, as programs write it.
  [/^(.*\d) (?:[ECMP][SD]T|GMT|UTC|CES?T|BST|JST|IST)$/, '$1'],
  // Bounds in other words.
  [/^(?:after|post) (\d{3,4}),? (?:and|but) before (\d{3,4})$/i, 'between $1 and $2'],
  [/^(?:sometime|some time) (?=between|before|after)/i, ''],
  [/^not (?:before|earlier than) /i, 'after '],
  [/^not (?:after|later than) /i, 'before '],
  [/^(.+?) or (?:earlier|before)$/i, 'before $1'],
  [/^(.+?) or (?:later|after)$|^(\d{3,4}) ?\+$/i, 'after $1$2'],
  [/^(\d{3,4})(?: onwards?| ff\.?| and after| to date)$/i, '$1 – present'],
  // What of a person or a house it is.
  [/^(?:b\.|born|d\.|died|r\.|reigned|reign|ruled|founded|built|est\. (?=in)|opened)(?: in)? (?=.*\d)/i, ''],
];

/** Numbers of notes behind a date, as encyclopaedias have them: `1805[1]`, `1066 [note 2]`. */
const NOTES = /(?<=[^\s[])(?: ?\[(?:\d{1,3}|\p{L}|(?:note|nb|n|fn) ?\d+|citation needed|update)\])+$/iu;

/** Months and days that are not known, as Wikidata writes them: `+1805-00-00T00:00:00Z`. */
const UNKNOWN = /^([+-]?\d{4,}(?:-(?!00)\d\d)?)(?:-00){1,2}(?:T00:00:00Z)?$/;

/** A date without the numbers of notes that stand behind it, and without noughts for what is not known. */
export function withoutNotes(text: string): string {
  return text.replace(NOTES, '').replace(UNKNOWN, '$1');
}

/** A date in the signs that are read; undefined where it has none of the others. */
export function tidied(text: string): string | undefined {
  let tidy = text;
  for (const [pattern, form] of FORMS) tidy = tidy.replace(pattern, form).trim();
  return tidy === text ? undefined : tidy;
}
