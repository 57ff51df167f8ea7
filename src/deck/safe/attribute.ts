import { allowsAnimationOf, allowsAttribute, isOurId } from './allowed.ts';
import { whereLeads } from './allowed-address.ts';
import { type CssLoss, cleanCss } from './css.ts';

/** What becomes of an attribute: its value as it may stand, none where it goes; and what an author is told. */
export interface Verdict {
  readonly value: string | undefined;
  /** `would run a program`; undefined where nothing is lost. */
  readonly fault?: string | undefined;
}

/** An attribute where it stands. Names in lower case. */
export interface Written {
  readonly tag: string;
  readonly name: string;
  readonly value: string;
  /** Whether the element is of SVG or MathML. */
  readonly isDrawing: boolean;
}

const MEDIA = new Set(['img', 'video', 'audio', 'source', 'track']);
const EASING = /^[\w\s.,()-]*$/;
const WINDOWS = new Set(['_blank', '_self', '_top', '_parent']);

/** Looks at one attribute of an element. */
export function judge(written: Written): Verdict {
  const { tag, name, value, isDrawing } = written;
  if (name.startsWith('on')) return { value: undefined, fault: 'would run a program' };
  if (name === 'srcset' || name === 'sizes')
    return { value: undefined, fault: 'names pictures that are not looked for' };
  if (!allowsAttribute(name, isDrawing)) return { value: undefined, fault: faultOfName(name) };
  if (name === 'style') return judgeStyle(value);
  // Reveal writes it into a rule of its own.
  if (name === 'data-auto-animate-easing' && !EASING.test(value))
    return { value: undefined, fault: 'cannot be read' };
  if (name === 'id')
    return isOurId(value) ? { value: undefined, fault: 'is a name of the page itself' } : { value };
  if (name === 'target') return WINDOWS.has(value.toLowerCase()) ? { value } : { value: '_blank' };
  if (name === 'rel') return { value: value.replace(/(^|\s)opener(?=\s|$)/gi, '').trim() };
  if (name === 'attributename')
    return allowsAnimationOf(value)
      ? { value }
      : { value: undefined, fault: 'would change an address or a handler' };
  if (name === 'src' || name === 'data-src' || name === 'poster') return judgeMedia(tag, name, value);
  if (name === 'href' || name === 'xlink:href') return judgeLink(tag, value, isDrawing);
  // What a formula is called when it is read out is TeX, and no style.
  if (isDrawing && name !== 'alttext' && /[\\(]|url/i.test(value)) return judgeDrawing(value);
  return { value };
}

function faultOfName(name: string): string {
  if (name === 'srcdoc') return 'holds a page of its own';
  if (name === 'ping') return 'tells another host who clicks';
  if (name.startsWith('data-preview-')) return 'shows another page in a frame';
  if (name === 'action' || name === 'formaction') return 'sends what is typed to another place';
  return 'is not known to be harmless';
}

function judgeStyle(value: string): Verdict {
  const { css, losses } = cleanCss(value, { context: 'declarationList' });
  return { value: css === '' ? undefined : css, fault: firstOf(losses) };
}

function firstOf([first]: readonly CssLoss[]): string | undefined {
  return first && `is not all kept: ${first.what}`;
}

function judgeMedia(tag: string, name: string, value: string): Verdict {
  if (!MEDIA.has(tag)) return { value: undefined, fault: 'would load something' };
  const leads = whereLeads(value);
  // A picture of another host is told of where pictures are looked for.
  if (leads === 'deck' || leads === 'web') return { value };
  const isPicture = tag === 'img' || name === 'poster';
  if (leads === 'picture' && isPicture) return { value };
  return {
    value: undefined,
    fault: value.trimStart().startsWith('data:') ? 'holds a page of its own' : 'is no file of the deck',
  };
}

function judgeLink(tag: string, value: string, isDrawing: boolean): Verdict {
  const leads = whereLeads(value);
  if (tag === 'a') {
    if (leads !== 'elsewhere' && leads !== 'picture') return { value };
    const address = value.replace(/[\s\p{Cc}]/gu, '').toLowerCase();
    if (/^(java|vb|live)script:/.test(address)) return { value: undefined, fault: 'would run a program' };
    if (address.startsWith('data:')) return { value: undefined, fault: 'holds a page of its own' };
    return { value: undefined, fault: 'leads out of the web, onto a machine' };
  }
  if (isDrawing && (leads === 'here' || (tag === 'image' && leads === 'picture'))) return { value };
  return { value: undefined, fault: 'would load something' };
}

function judgeDrawing(value: string): Verdict {
  const { css, losses } = cleanCss(value, { context: 'value' });
  return losses.length === 0 && css !== ''
    ? { value }
    : { value: undefined, fault: firstOf(losses) ?? 'cannot be read' };
}
