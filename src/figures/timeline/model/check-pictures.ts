import { suggest } from '../../../base/nearest.ts';
import type { Problem } from '../../../base/problem.ts';
import type { FigureContext } from '../../../deck/figure.ts';
import type { Picture, Timeline } from './model.ts';

const PICTURE = /\.(png|jpe?g|gif|svg|webp|avif)$/i;

/** Timelines whose pictures were looked for, so that each problem is told once for a deck. */
const checked = new WeakMap<Timeline, Timeline>();

/** The timeline without pictures that are not there; these, and such as lack a description or a credit, are told. */
export function checkPictures(timeline: Timeline, { paths, report }: FigureContext): Timeline {
  const known = checked.get(timeline);
  if (known) return known;
  const there = new Set(paths);
  const pictures = timeline.events.flatMap(({ image }) => (image ? [image] : []));
  if (pictures.length === 0) return timeline;
  const found = paths.filter((path) => PICTURE.test(path));
  for (const picture of pictures) if (!there.has(picture.file)) report(lostPicture(picture, found));
  const lacking = (what: string, fix: string, all: typeof pictures) => {
    const [first] = all;
    const more = all.length > 1 ? ` (${all.length} pictures, first here)` : '';
    if (first) report({ severity: 'notice', place: first.place, what: `${what}${more}`, fix });
  };
  const shown = pictures.filter(({ file }) => there.has(file));
  lacking(
    'a picture has no description of its own',
    'The title of its event is read instead: say in "alt" what is to be seen.',
    shown.filter(({ described }) => !described),
  );
  lacking(
    'a picture has no credit',
    'Say in "credit" who made it, and under which licence.',
    shown.filter(({ credit }) => credit === undefined),
  );
  const whole = {
    ...timeline,
    events: timeline.events.map((event) =>
      event.image && !there.has(event.image.file) ? { ...event, image: undefined } : event,
    ),
  };
  checked.set(timeline, whole);
  return whole;
}

function lostPicture({ file, place }: Picture, found: readonly string[]): Problem {
  if (!/^(?:https?:)?\/\//.test(file))
    return { severity: 'notice', place, what: `there is no picture "${file}"`, fix: suggest(file, found) };
  return {
    severity: 'notice',
    place,
    what: `the picture ${file} lies on another host`,
    fix: 'Bring it into the deck with "orihon fetch": a talk must not depend on a network.',
  };
}

export function picturesOf({ events }: Timeline): readonly string[] {
  return [...new Set(events.flatMap(({ image }) => image?.file ?? []))];
}
