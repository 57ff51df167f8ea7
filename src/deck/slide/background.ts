import { isDarkColour, isDarkOnAverage } from './is-dark.ts';

const COLOUR = /^(?:#[0-9a-f]{3,8}|[a-z]+|(?:rgb|hsl)a?\([\d.,%\s/a-z]+\))$/i;
const GRADIENT = /^(?:repeating-)?(?:linear|radial|conic)-gradient\([\w\s#.,%()/+-]+\)$/i;
const PICTURE = /\.(?:png|jpe?g|gif|svg|webp|avif)$/i;
/** A film stands behind its slide, where Reveal has it. */
const FILMS = 'main.reveal>.backgrounds{display:block}';

/**
 * Reveal's `data-background…` of a slide, on the slide itself: so it is on paper and in the reading view too. The
 * slide's words take the theme's light or dark colours, whichever can be read on it.
 * @returns rules for the deck's style sheet; the class `on-dark` or `on-light` is added to the slide's attributes.
 */
export function paintBackground(slide: Map<string, string>, id: string): string {
  const either = slide.get('data-background') ?? '';
  const colour = slide.get('data-background-color') ?? (COLOUR.test(either) ? either : undefined);
  const picture = slide.get('data-background-image') ?? (PICTURE.test(either) ? either : undefined);
  const blend = slide.get('data-background-gradient') ?? (GRADIENT.test(either) ? either : undefined);
  const gradient = blend !== undefined && GRADIENT.test(blend) ? blend : undefined;
  const film = slide.has('data-background-video') ? FILMS : '';
  if (colour === undefined && picture === undefined && gradient === undefined) return film;
  const isDark = colour ? isDarkColour(colour) : gradient ? isDarkOnAverage(gradient) : true;
  slide.set('class', [slide.get('class'), isDark ? 'on-dark' : 'on-light'].filter(Boolean).join(' '));
  const section = `.reveal .slides section[id="${id.replace(/["\\]/g, '\\$&')}"]`;
  const ground = colour !== undefined && COLOUR.test(colour) ? `background-color:${colour};` : '';
  if (picture === undefined)
    return `${film}${section}{${ground}${gradient === undefined ? '' : `background-image:${gradient};`}}`;
  const address = picture.replace(/["\\\n]/g, encodeURIComponent);
  const safe = (name: string, otherwise: string) => (slide.get(name) ?? otherwise).replace(/[^\w\s.%-]/g, '');
  const size = safe('data-background-size', 'cover');
  const at = safe('data-background-position', 'center');
  const repeat = safe('data-background-repeat', 'no-repeat');
  const opacity = safe('data-background-opacity', '1');
  // Words on a photograph need a shade between.
  const shade = 'linear-gradient(rgb(18 20 24/55%),rgb(18 20 24/55%))';
  return (
    `${film}${section}{${ground || 'background-color:#121418;'}}` +
    `${section}::before{content:"";position:absolute;inset:0;z-index:-1;opacity:${opacity};` +
    `background:${shade},url("${address}") ${at}/${size} ${repeat}}`
  );
}
