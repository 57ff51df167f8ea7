import { suggest } from '../../base/nearest.ts';
import { addressOf, type Found, findFile } from '../find-file.ts';
import { isShown } from '../safe/allowed-address.ts';
import { allElements, attribute, type Element, type Fragment, setAttribute } from './html-tree.ts';
import { findInSource, type Written } from './links.ts';
import { makeFrame } from './picture-frame.ts';
import type { SlideContext } from './slide.ts';

const SHOWING: ReadonlySet<string> = new Set(['img', 'video', 'audio', 'source']);
const BACKGROUNDS = ['data-background-image', 'data-background-video'];
/** `data-background`, which may be a colour too, where Reveal takes it for an address. */
const PICTURE = /\.(?:png|jpe?g|gif|bmp|svg|webp|avif)(?:[?#\s].*)?$|^\s*(?:\/\/|http|file)/i;

/**
 * Points pictures, films and sounds to where the page will find them. One that is not there becomes a frame of its
 * size and a notice; behind a slide it is left out.
 * @returns paths of the files that are shown, from the deck's folder.
 */
export function linkPictures(
  raw: Written,
  tree: Fragment,
  slide: Map<string, string>,
  context: SlideContext,
): readonly string[] {
  const used: string[] = [];
  const find = (target: string): Found => {
    const found = findFile(target, context);
    reportFound(target, found, raw, context);
    if (found.kind !== 'file') return found;
    // What no browser shows is no address of a page either, wherever that page is written to.
    if (!isShown(found.path)) return { kind: 'missing' };
    used.push(found.path);
    return found;
  };
  for (const element of allElements(tree)) linkElement(element, find);
  if (PICTURE.test(slide.get('data-background') ?? '')) {
    slide.set(
      'data-background-image',
      slide.get('data-background-image') ?? slide.get('data-background') ?? '',
    );
    slide.delete('data-background');
  }
  for (const name of BACKGROUNDS) {
    const addresses =
      slide
        .get(name)
        ?.split(',')
        .map((one) => one.trim()) ?? [];
    const shown = addresses.filter(Boolean).map((one) => [one, find(one)] as const);
    const kept = shown.flatMap(([one, found]) => shownAs(one, found) ?? []);
    if (kept.length > 0) slide.set(name, kept.join(','));
    else slide.delete(name);
  }
  return used;
}

function linkElement(element: Element, find: (target: string) => Found): void {
  if (!SHOWING.has(element.tagName)) return;
  let lost: string | undefined;
  for (const name of ['src', 'data-src', 'poster']) {
    const target = attribute(element, name);
    if (target === undefined || target.trim() === '') continue;
    const address = shownAs(target, find(target));
    setAttribute(element, name, address);
    if (address === undefined && name !== 'poster') lost = target;
  }
  if (lost !== undefined && element.tagName !== 'source') makeFrame(element, lost);
}

/** The address under which something found is shown; undefined where it cannot be. */
function shownAs(target: string, found: Found): string | undefined {
  if (found.kind === 'file') return addressOf(found.path);
  return found.kind === 'data' ? target : undefined;
}

function reportFound(target: string, found: Found, raw: Written, { paths, report }: SlideContext): void {
  const place = findInSource(raw, target);
  const shown = target.length > 100 ? `${target.slice(0, 100)}…` : target;
  const notice = (what: string, fix: string) => report({ severity: 'notice', place, what, fix });
  if (found.kind === 'remote')
    notice(
      `the picture ${shown} lies on another host`,
      'Bring it into the deck with "orihon fetch": a talk must not depend on a network. Until then a frame stands in its place.',
    );
  else if (found.kind === 'missing')
    notice(
      `there is no picture "${shown}"`,
      `${suggest(target, paths.filter(isShown))} A frame stands in its place.`,
    );
  else if (found.kind === 'outside')
    report({
      severity: 'error',
      place,
      what: `"${shown}" leads out of the deck`,
      fix: 'Copy it into the deck, and write its path from the deck’s folder.',
    });
  else if (found.kind === 'file' && !isShown(found.path))
    notice(
      `"${found.path}" is no picture, film or sound that a browser shows`,
      'Save it as one: PNG, JPEG, WebP, SVG, MP4 or MP3. Until then a frame stands in its place.',
    );
  else if (found.kind === 'file' && !found.exact)
    notice(
      `the picture "${shown}" is named "${found.path}"`,
      'Write it so: elsewhere capital letters count.',
    );
}
