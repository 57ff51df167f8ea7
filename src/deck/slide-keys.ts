import type { Report } from '../base/problem.ts';
import type { RawSlide } from './split.ts';

/** Keys that Slidev reads between the marks before a slide. */
const OF_SLIDE =
  /^(layout|src|class|background|clicks|clicksStart|transition|image|routeAlias|hideInToc|zoom|hide|disabled|dragPos|preload|backgroundSize)[ \t]*:/m;
/** Nothing but keys, lists of theirs, comments. */
const ONLY_KEYS =
  /^(?:[A-Za-z][\w-]*[ \t]*:(?:[ \t][^\n]*)?|[ \t]+[^\n]*|[ \t]*-[ \t][^\n]*|[ \t]*#[^\n]*|[ \t]*)$/;

/** A slide, and the keys written before it as Slidev has them; its file by `src`. */
export interface KeyedSlide {
  readonly raw: RawSlide;
  readonly src?: string;
}

/** Whether a slide as cut is no slide, but the keys of the next. */
function holdsKeys({ content, notes }: RawSlide): boolean {
  return (
    !notes &&
    OF_SLIDE.test(content) &&
    /^\S/.test(content) &&
    content.split('\n').every((line) => ONLY_KEYS.test(line))
  );
}

/** The slide with the comment at its end as its notes, as Slidev has it; one that speaks to Reveal stays. */
function withNote(raw: RawSlide): RawSlide {
  const content = raw.content.trimEnd();
  const at = content.lastIndexOf('<!--');
  if (raw.notes || at < 0 || content.indexOf('-->', at) !== content.length - 3) return raw;
  const text = content.slice(at + 4, -3).trim();
  if (text === '' || /^\.(slide|element)\b/.test(text)) return raw;
  const line = raw.line + content.slice(0, at).split('\n').length - 1;
  return { ...raw, content: content.slice(0, at), notes: { text, line, column: 1 } };
}

/**
 * Reads what Slidev has between two marks before a slide: another file's slides, its class, ground and picture, and
 * whether it is shown; in a deck that has such keys also its notes. What means nothing here is told once.
 */
export function readSlideKeys(raws: readonly RawSlide[], report: Report): readonly KeyedSlide[] {
  const idle = new Set<string>();
  let first: RawSlide | undefined;
  const slides: KeyedSlide[] = [];
  let keys: ReadonlyMap<string, string> | undefined;
  let place: RawSlide | undefined;
  const flush = (raw: RawSlide | undefined) => {
    if (raw) slides.push(withKeys(raw, keys));
    else if (keys?.has('src') && place) slides.push(withKeys({ ...place, content: '' }, keys));
    keys = undefined;
  };
  const isSlidev = raws.some(holdsKeys);
  for (const cut of raws) {
    const raw = isSlidev && !holdsKeys(cut) ? withNote(cut) : cut;
    if (!holdsKeys(raw)) {
      // A slide of another file has no text of its own: what follows is the next.
      const isOther = keys?.has('src') ?? false;
      if (isOther) flush(undefined);
      if (!isOther || raw.content.trim() !== '' || raw.notes) flush(raw);
      continue;
    }
    if (keys) flush(undefined);
    keys = keysOf(raw.content);
    place = raw;
    for (const [key, value] of keys)
      if (!/^(src|class|background|image|hide|disabled|title)$/.test(key))
        idle.add(key === 'layout' ? `layout: ${value}` : key);
    if (idle.size > 0) first ??= raw;
  }
  flush(undefined);
  if (first)
    report({
      severity: 'notice',
      place: { file: first.file, line: first.line, column: 1 },
      what: `keys of slides of Slidev have no meaning here: ${[...idle].join(', ')}`,
      fix: 'Slides are composed by what stands on them. Take them out, or leave them for the other program.',
    });
  return slides;
}

function keysOf(content: string): ReadonlyMap<string, string> {
  const pairs = [...content.matchAll(/^([A-Za-z][\w-]*)[ \t]*:[ \t]*(.*)$/gm)];
  return new Map(
    pairs.map(([, key = '', value = '']) => [key, value.trim().replace(/^(["'])(.*)\1$/, '$2')]),
  );
}

function withKeys(raw: RawSlide, keys: ReadonlyMap<string, string> | undefined): KeyedSlide {
  if (!keys) return { raw };
  const attributes = new Map<string, string>();
  const set = (name: string, value: string | undefined) => {
    if (value) attributes.set(name, value);
  };
  set('class', keys.get('class'));
  set(
    isAddress(keys.get('background')) ? 'data-background-image' : 'data-background',
    keys.get('background'),
  );
  const image = keys.get('image');
  const isBeside = /-(left|right)$/.test(keys.get('layout') ?? '');
  if (!isBeside) set('data-background-image', image);
  if (keys.get('hide') === 'true' || keys.get('disabled') === 'true') set('data-visibility', 'hidden');
  const content = isBeside && image ? `${raw.content}\n\n![](<${image}>)` : raw.content;
  const src = keys.get('src');
  return { raw: { ...raw, content, attributes }, ...(src && { src: src.replace(/#.*$/, '') }) };
}

function isAddress(value = ''): boolean {
  return (
    /\.[a-z\d]{2,5}(\?.*)?$|^(https?:)?\//i.test(value) && !/^(linear|radial|conic)-gradient/.test(value)
  );
}
