/** First figures of the scripts that count in tens with figures of their own: Arabic, Persian, Devanagari, Bengali, Thai. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50] as const;
const FIGURE = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59]/g;
const SIGNS: Readonly<Record<string, string>> = { '٫': '.', '٬': ',', '٪': '%' };

/** Figures and signs of other scripts as those of this one: `٢٠٢١` is `2021`. */
export function plainFigures(text: string): string {
  return text
    .replace(FIGURE, (figure) => {
      const code = figure.charCodeAt(0);
      const zero = ZEROS.find((first) => code >= first && code < first + 10) ?? code;
      return String(code - zero);
    })
    .replace(/[٫٬٪]/g, (sign) => SIGNS[sign] ?? sign);
}
