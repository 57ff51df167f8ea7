const HEX = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i;
const COLOUR = /^(?:#[0-9a-f]{3,8}|[a-z]+|(?:rgb|hsl)a?\([\d.,%\s/a-z]+\))$/i;
const PICTURE = /\.(?:png|jpe?g|gif|svg|webp|avif)$/i;
/** Names authors give, with how light they are meant: the rest counts as light. */
const DARK_NAMES =
  /^(black|navy|maroon|purple|indigo|teal|green|blue|brown|crimson|(dark|midnight|medium)\w+|\w*slate\w*|dim\w+)$/i;

/**
 * Reveal's `data-background…` of a slide, on the slide itself: so it is on paper and in the reading view too. The
 * slide's words take the theme's light or dark colours, whichever can be read on it.
 * @returns rules for the deck's style sheet; the class `on-dark` or `on-light` is added to the slide's attributes.
 */
export function paintBackground(slide: Map<string, string>, id: string): string {
  const either = slide.get('data-background') ?? '';
  const colour = slide.get('data-background-color') ?? (COLOUR.test(either) ? either : undefined);
  const picture = slide.get('data-background-image') ?? (PICTURE.test(either) ? either : undefined);
  if (colour === undefined && picture === undefined) return '';
  const isDark = colour === undefined ? true : isDarkColour(colour);
  slide.set('class', [slide.get('class'), isDark ? 'on-dark' : 'on-light'].filter(Boolean).join(' '));
  const section = `.reveal .slides section[id="${id.replace(/["\\]/g, '\\$&')}"]`;
  const ground = colour !== undefined && COLOUR.test(colour) ? `background-color:${colour};` : '';
  if (picture === undefined) return `${section}{${ground}}`;
  const address = picture.replace(/["\\\n]/g, encodeURIComponent);
  const safe = (name: string, otherwise: string) => (slide.get(name) ?? otherwise).replace(/[^\w\s.%-]/g, '');
  const size = safe('data-background-size', 'cover');
  const at = safe('data-background-position', 'center');
  const repeat = safe('data-background-repeat', 'no-repeat');
  const opacity = safe('data-background-opacity', '1');
  // Words on a photograph need a shade between.
  const shade = 'linear-gradient(rgb(18 20 24/55%),rgb(18 20 24/55%))';
  return (
    `${section}{${ground || 'background-color:#121418;'}}` +
    `${section}::before{content:"";position:absolute;inset:0;z-index:-1;opacity:${opacity};` +
    `background:${shade},url("${address}") ${at}/${size} ${repeat}}`
  );
}

function isDarkColour(colour: string): boolean {
  if (HEX.test(colour)) {
    const digits = colour.slice(1).replace(/^(.)(.)(.)$/, '$1$1$2$2$3$3');
    return isDarkLight([0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16)));
  }
  const parts = [...colour.matchAll(/[\d.]+/g)].map(([number]) => Number(number));
  if (/^rgb/i.test(colour)) return isDarkLight(parts);
  if (/^hsl/i.test(colour)) return (parts[2] ?? 0) < 50;
  return DARK_NAMES.test(colour);
}

/** Whether light words read better than dark ones: the relative luminance at which both have the same contrast. */
function isDarkLight([red = 0, green = 0, blue = 0]: readonly number[]): boolean {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b < 0.179;
}
