/** What a deck from elsewhere may hold: all else is taken out. Names in lower case, as HTML compares them. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Elements of HTML that show something and do nothing. */
export const HTML = words(`
  a abbr address article aside b bdi bdo blockquote br button caption cite code col colgroup data dd del details dfn
  dialog div dl dt em fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i img input ins kbd label
  legend li main mark menu meter nav ol option optgroup output p picture pre progress q rp rt ruby s samp search section
  select small source span strong sub summary sup style table tbody td textarea tfoot th thead time tr track u ul var
  wbr audio video center font big strike tt acronym figure-slot`);

/** Elements of MathML that show a formula. */
export const MATHML = words(`
  math merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub
  msubsup msup mtable mtd mtext mtr munder munderover none semantics annotation`);

/** Elements of SVG that draw, and those that move what is drawn. */
export const SVG = words(`
  svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textpath title desc metadata switch
  lineargradient radialgradient stop pattern clippath mask marker filter image a style view
  feblend fecolormatrix fecomponenttransfer fecomposite feconvolvematrix fediffuselighting fedisplacementmap
  fedistantlight fedropshadow feflood fefunca fefuncb fefuncg fefuncr fegaussianblur femerge femergenode femorphology
  feoffset fepointlight fespecularlighting fespotlight fetile feturbulence
  animate animatemotion animatetransform set mpath`);

/** Elements whose content is of no use without them. All others leave their content behind. */
export const DROPPED_WHOLE = words(`
  script object embed applet portal base meta link template noscript noembed noframes frame frameset plaintext xmp iframe
  style foreignobject annotation-xml mglyph malignmark feimage handler listener head title canvas param`);

/** Attributes of any element, but for `aria-…` and `data-…`. */
const GLOBAL = words(`
  class id title lang dir role style hidden tabindex translate align valign width height colspan rowspan span scope
  headers abbr start reversed value type cite datetime open alt loading decoding controls autoplay loop muted preload
  playsinline poster src href rel target download kind srclang label default media color face size bgcolor border
  cellpadding cellspacing checked disabled selected multiple readonly placeholder max min low high optimum step rows cols
  wrap for nowrap char compact noshade summary rules frame hreflang referrerpolicy xml:lang xml:space n`);

/** Attributes that draw, in SVG and MathML. */
const DRAWING = words(`
  accumulate additive alignment-baseline amplitude azimuth basefrequency baseline-shift begin bias by calcmode clip
  clip-path clip-rule clippathunits color-interpolation color-interpolation-filters cx cy d diffuseconstant direction
  display displaystyle divisor dominant-baseline dur dx dy edgemode elevation end exponent fill fill-opacity fill-rule
  filter filterunits flood-color flood-opacity font-family font-size font-size-adjust font-stretch font-style
  font-variant font-weight fr from fx fy gradienttransform gradientunits image-rendering in in2 intercept k1 k2 k3 k4
  kernelmatrix kernelunitlength keypoints keysplines keytimes lengthadjust letter-spacing lighting-color
  limitingconeangle marker-end marker-mid marker-start markerheight markerunits markerwidth mask mask-type maskcontentunits
  maskunits mode numoctaves offset opacity operator order orient orientation origin overflow paint-order path pathlength
  patterncontentunits patterntransform patternunits points preservealpha preserveaspectratio primitiveunits r radius
  refx refy repeatcount repeatdur restart result rotate rx ry scale seed shape-rendering side slope specularconstant
  specularexponent spreadmethod startoffset stddeviation stitchtiles stop-color stop-opacity stroke stroke-dasharray
  stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width surfacescale
  systemlanguage tablevalues targetx targety text-anchor text-decoration text-rendering textlength to transform
  transform-box transform-origin unicode-bidi values vector-effect version viewbox visibility white-space word-spacing
  writing-mode x x1 x2 xchannelselector y y1 y2 ychannelselector z zoomandpan attributename attributetype
  accent accentunder alttext columnalign columnlines columnspacing columnspan depth display displaystyle encoding fence form
  frame framespacing largeop linethickness lspace mathbackground mathcolor mathsize mathvariant maxsize minsize
  movablelimits notation rowalign rowlines rowspacing scriptlevel separator separators stretchy subscriptshift
  superscriptshift symmetric voffset rspace xmlns xmlns:xlink`);

/** What Reveal reads of an element and would fetch, show in a frame, or take for Markdown. */
const REVEAL_FETCHES =
  /^data-(preview-|markdown|template|separator|background(?!-(color|gradient|size|position|repeat|opacity|transition)$)|charset)/;

/** What the page's own scripts read of figures, and fetch, take for markup or draw by. */
const OURS = /^data-(later|cards|whole|strips|rows|live|timeline|drawing|walks)$/;

/** Ids by which the page finds its own elements. */
const OUR_IDS = /^(reveal-options|deck-(css|fonts)|print-sheet|.*\.json)$/i;

export function isOurId(id: string): boolean {
  return OUR_IDS.test(id.trim());
}

/** Whether an attribute may stand on an element of a namespace at all; its value is looked at apart. */
export function allowsAttribute(name: string, isDrawing: boolean): boolean {
  const plain = name.toLowerCase();
  if (/^aria-[a-z]+$/.test(plain)) return true;
  if (/^data-[\w.:-]+$/.test(plain)) return !REVEAL_FETCHES.test(plain) && !OURS.test(plain);
  return GLOBAL.has(plain) || (isDrawing && (DRAWING.has(plain) || plain === 'xlink:href'));
}

/** What an animation may change: nothing that is an address, a name or a rule. */
export function allowsAnimationOf(attributeName: string): boolean {
  const plain = attributeName.trim().toLowerCase();
  return DRAWING.has(plain) || /^(width|height|visibility|transform)$/.test(plain);
}
