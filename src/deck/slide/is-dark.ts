/** Red, green and blue, each from 0 to 255. */
type Colour = readonly [red: number, green: number, blue: number];

/** CSS's named colours on which light words read better than dark ones. */
const DARK_NAMES: ReadonlySet<string> = new Set(
  (
    'black navy darkblue mediumblue blue darkgreen green teal midnightblue indigo maroon purple rebeccapurple ' +
    'darkred darkmagenta darkviolet darkorchid blueviolet mediumvioletred darkslateblue slateblue royalblue ' +
    'darkslategray darkslategrey dimgray dimgrey darkolivegreen saddlebrown sienna brown firebrick crimson'
  ).split(' '),
);
const COLOURS = /#[0-9a-f]{3,8}\b|(?:rgb|hsl)a?\([^)]*\)|\b[a-z]{3,}\b(?!-|\()/gi;
/** Words of a gradient that are no colours. */
const WORDS =
  /^(?:to|top|bottom|left|right|center|circle|ellipse|closest|farthest|side|corner|from|at|in|deg|turn|rad|grad|hue)$/i;

/** Whether light words read better than dark ones on a colour: `#rgb` to `#rrggbbaa`, `rgb()`, `hsl()` or a name. */
export function isDarkColour(colour: string): boolean {
  const numbers = numbersOf(colour);
  return numbers ? isDark(luminance(numbers)) : DARK_NAMES.has(colour.toLowerCase());
}

/** Whether light words read better than dark ones on most of a gradient, by its colours. */
export function isDarkOnAverage(gradient: string): boolean {
  const colours = (gradient.match(COLOURS) ?? []).filter((word) => !WORDS.test(word));
  const dark = colours.filter(isDarkColour);
  return dark.length * 2 > colours.length;
}

function numbersOf(colour: string): Colour | undefined {
  if (colour.startsWith('#')) {
    const digits = colour.length < 6 ? colour.slice(1).replace(/./g, '$&$&') : colour.slice(1);
    const at = (from: number) => Number.parseInt(digits.slice(from, from + 2), 16);
    return [at(0), at(2), at(4)];
  }
  const [first = 0, second = 0, third = 0] = [...colour.matchAll(/-?[\d.]+(%?)/g)].map(
    ([number, percent]) => Number.parseFloat(number) * (percent && /^rgb/i.test(colour) ? 2.55 : 1),
  );
  if (/^rgb/i.test(colour)) return [first, second, third];
  return /^hsl/i.test(colour) ? fromHsl(first, second / 100, third / 100) : undefined;
}

/** @param hue in degrees; `saturation` and `lightness` are shares of 1. */
function fromHsl(hue: number, saturation: number, lightness: number): Colour {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number) => {
    const twelfth = (((offset + hue / 30) % 12) + 12) % 12;
    return 255 * (lightness - reach * Math.max(-1, Math.min(twelfth - 3, 9 - twelfth, 1)));
  };
  return [channel(0), channel(8), channel(4)];
}

/** WCAG's relative luminance, from 0 to 1. */
function luminance([red, green, blue]: Colour): number {
  const linear = (value: number) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** At .179 black and white have the same contrast. */
function isDark(light: number): boolean {
  return light < 0.179;
}
