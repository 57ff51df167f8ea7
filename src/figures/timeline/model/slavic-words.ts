import { namesBesideDay } from '../../../base/table/month-names.ts';

/** Languages whose months change their endings beside a day: `22 июня`, `3 maja`; and those of the north. */
const LANGUAGES = ['ru', 'uk', 'pl', 'cs', 'sv', 'da', 'nb'] as const;

/** What Russian, Ukrainian, Polish, Czech and the languages of Scandinavia say about a date, and the English for it, in turn. */
export const SLAVIC_WORDS: readonly (readonly [RegExp, string])[] = [
  // Eras, before the words for a year: "г. до н. э.".
  [/ ?(?:гг?\.? |год[аы]? |р\.? )?до (?:н\. ?[эе]\.|нашей эры|нашої ери)(?= |$)/iu, ' BC'],
  [
    /(?<=[\dIVX.]) ?(?:p\. ?n\. ?e\.|př\. ?n\. ?l\.|f(?:\.|öre) ?Kr(?:\.|istus)?|f\. ?v\. ?t\.)(?= |$)/iu,
    ' BC',
  ],
  [/(?<=[\dIVX.]) ?(?:н\. ?[эе]\.|нашей эры|n\. ?e\.|n\. ?l\.|e(?:\.|fter) ?Kr(?:\.|istus)?)(?= |$)/iu, ''],
  // Centuries and decades.
  [
    /(?<!\p{L})([IVX]+|\d{1,2})(?:-?[його]+)? ?(?:век[аов]*|вв?\.|столітт[яі]|ст\.|wieku?|w\.|století|stol\.)(?= |$)/iu,
    '$1th century',
  ],
  [/(?<!\d)(\d{3}0)-?(?:х|е|ті|tal(?:et|s)?|tallet|erne)(?: год[аыов]*| рок[иів]+)?(?= |$)/iu, '$1s'],
  [/(?<!\d)lata (\d{3}0)(?= |$)/iu, '$1s'],
  // The word for a year.
  [/(?<=\d) ?(?:гг?\.?|год[аы]?|рр?\.|рок[уи]|roku?|r\.)(?=\.? |$)/iu, ''],
  // Parts.
  [/^(?:(?:в |на )?начал[оеа]|початок|początek|początku|začátek|počátek|början av)(?= )/iu, 'early'],
  [/^(?:(?:в )?середин[аеы]|połowa|polovina|mitten av)(?= )/iu, 'mid'],
  [/^(?:(?:в )?кон(?:ец|це)|кінець|koniec|konec|slutet av)(?= )/iu, 'late'],
  [/(?<!\p{L})(?:весн[аы]|весной|wiosn[aą]|jaro|vår(?:en)?|forår)(?!\p{L})/iu, 'spring'],
  [/(?<!\p{L})(?:лет[оа]|летом|літо|lat(?:o|em)|léto|sommar(?:en)?)(?!\p{L})/iu, 'summer'],
  [/(?<!\p{L})(?:осен[ьи]|осенью|осінь|jesie(?:ń|nią)|podzim|höst(?:en)?|efterår)(?!\p{L})/iu, 'autumn'],
  [/(?<!\p{L})(?:зим[аыой]+|zim[aąy]|vinter(?:n)?)(?!\p{L})/iu, 'winter'],
  // From and to, before, after, about.
  [/^(?:с|от|з|від|od|från|fra) (.+?) (?:по|до|do|till|til) (?=.*\d)/iu, '$1 to '],
  [/^(?:около|ок\.|приблизительно|близько|бл\.|około|ok\.|kolem|cca|asi|omkring)(?= |(?<=\.))/iu, 'about'],
  [/^(?:до|перед|przed|před|före|før)(?= )/iu, 'before'],
  [/^(?:после|після|с|з|po|od|efter|sedan|siden)(?= )/iu, 'after'],
];

/** The month of a name in small letters, as it is called alone or beside a day. */
export function slavicMonth(name: string): number | undefined {
  return namesBesideDay(LANGUAGES).get(name);
}
