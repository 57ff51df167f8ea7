import { whereLeads } from './allowed-address.ts';
import { judge, type Verdict } from './attribute.ts';

/** Attributes of a slide by which Reveal draws its background, whose value is a word, a number or a colour. */
const BACKGROUND =
  /^data-background-(color|gradient|size|position|repeat|opacity|transition|hash|video-loop|video-muted|interactive)$/;
/** Letters that colours, gradients, sizes and names are written with; none that ends a text or begins an address. */
const PLAIN = /^[\w\s#.,%()/+*-]*$/;

/** Looks at one attribute of a slide, which a directive may have set. */
export function judgeSlide(name: string, value: string): Verdict {
  if (name === 'data-background-iframe') return { value: undefined, fault: 'shows another page in a frame' };
  if (name === 'data-background-image' || name === 'data-background-video') return judgePictures(value);
  if (name === 'data-background') return judgeBackground(value);
  if (BACKGROUND.test(name))
    return PLAIN.test(value) && !/url/i.test(value)
      ? { value }
      : { value: undefined, fault: 'cannot be read' };
  if (name.startsWith('data-background')) return { value: undefined, fault: 'is not known to be harmless' };
  if (name === 'src' || name === 'data-src' || name === 'href')
    return { value: undefined, fault: 'would load something' };
  return judge({ tag: 'section', name, value, isDrawing: false });
}

function judgePictures(value: string): Verdict {
  if (/^\s*data:/i.test(value))
    return whereLeads(value) === 'picture'
      ? { value }
      : { value: undefined, fault: 'holds a page of its own' };
  const isShown = value
    .split(',')
    .every((one) => ['deck', 'web'].includes(whereLeads(one)) && !/[<>"\\]/.test(one));
  return isShown ? { value } : { value: undefined, fault: 'is no file of the deck' };
}

/** A colour, a gradient or a picture. */
function judgeBackground(value: string): Verdict {
  // What begins as an address does, Reveal takes for one, and loads.
  if (PLAIN.test(value) && !/url\(|^\s*(\/\/|http|file)/i.test(value)) return { value };
  return judgePictures(value);
}
