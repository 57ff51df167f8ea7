import { suggest } from '../../../base/nearest.ts';
import type { Problem } from '../../../base/problem.ts';
import type { FigureContext } from '../../../deck/figure.ts';
import type { Picture, Timeline, TimelineEvent } from './model.ts';

const PICTURE = /\.(png|jpe?g|gif|svg|webp|avif)$/i;
const ELSEWHERE = /^(?:https?:)?\/\//;
/** So many are told one by one, as slips of the pen; more are a folder that did not come along. */
const MOST_TOLD = 3;

/** Timelines whose pictures were looked for, so that each problem is told once for a deck. */
const checked = new WeakMap<Timeline, Timeline>();

/**
 * The timeline without pictures that are not there: of these the words stay, and an address elsewhere as a link. They,
 * and such as lack a description or a credit, are told.
 */
export function checkPictures(timeline: Timeline, { paths, report }: FigureContext): Timeline {
  const known = checked.get(timeline);
  if (known) return known;
  const there = new Set(paths);
  const pictures = timeline.events.flatMap(({ image }) => (image ? [image] : []));
  if (pictures.length === 0) return timeline;
  const found = paths.filter((path) => PICTURE.test(path));
  const lost = pictures.filter(({ file }) => !there.has(file));
  for (const isElsewhere of [false, true]) {
    const alike = lost.filter(({ file }) => ELSEWHERE.test(file) === isElsewhere);
    for (const picture of alike.length > MOST_TOLD ? alike.slice(0, 1) : alike)
      report(
        lostPicture(
          picture,
          found,
          alike.length > MOST_TOLD ? ` (${alike.length} pictures, first here)` : '',
        ),
      );
  }
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
      event.image && !there.has(event.image.file) ? withoutPicture(event, event.image) : event,
    ),
  };
  checked.set(timeline, whole);
  return whole;
}

/** What a picture would have said, in words: nothing of an event is lost with a file. */
function withoutPicture(event: TimelineEvent, { file, alt, described, credit }: Picture): TimelineEvent {
  const words = [described ? alt : undefined, credit].filter((one) => one !== undefined).join(' · ');
  if (!ELSEWHERE.test(file)) {
    const says = words === '' ? file : `${words} (${file})`;
    return { ...event, image: undefined, facts: [...event.facts, { name: 'Media', says }] };
  }
  const link = { address: file.replace(/^\/\//, 'https://'), words: words || undefined };
  return { ...event, image: undefined, links: [...event.links, link] };
}

function lostPicture({ file, place }: Picture, found: readonly string[], more: string): Problem {
  if (!ELSEWHERE.test(file))
    return {
      severity: 'notice',
      place,
      what: `there is no picture "${file}"${more}`,
      fix: suggest(file, found),
    };
  return {
    severity: 'notice',
    place,
    what: `the picture ${file} lies on another host${more}`,
    fix: 'Bring it into the deck with "orihon fetch": a talk must not depend on a network.',
  };
}

export function picturesOf({ events }: Timeline): readonly string[] {
  return [...new Set(events.flatMap(({ image }) => image?.file ?? []))];
}
