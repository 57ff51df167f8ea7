import { attributes } from '../base/markup.ts';
import type { Problem } from '../base/problem.ts';
import { round } from '../base/sheet.ts';
import type { Deck } from '../deck/deck.ts';
import type { DeckFiles } from '../deck/files.ts';
import type { Slide } from '../deck/slide/slide.ts';
import { endOf, parseDate, startOf } from '../figures/timeline/model/date.ts';
import { parseTimeline, type Timeline, timelineFile } from '../figures/timeline/model/parse.ts';
import type { Page } from './html.ts';

/** A stretch of time in years, half-open. */
type Years = readonly [from: number, to: number];

const WIDTH = 1000;

/**
 * The strip under the slides: the timeline's whole domain, drawn to one scale, its eras set apart. What of it each
 * slide speaks of stands beside it, for the page to light: the era a slide shows, everything on the overview, else
 * what its author wrote as `data-years="1848/1871"`. Empty where the deck has no timeline.
 */
export function drawStrip(deck: Deck, pages: readonly Page[], { paths, read }: DeckFiles): string {
  const file = timelineFile(paths);
  const text = read(file);
  const timeline = text === undefined ? undefined : parseTimeline({ file, text }, () => undefined);
  if (!timeline) return '';
  const x = (year: number) =>
    round(
      (WIDTH * (Math.min(Math.max(year, timeline.start), timeline.end) - timeline.start)) /
        (timeline.end - timeline.start),
    );
  const lit = pages.flatMap(({ id }) => {
    const named = (name: string) => deck.slides.find((slide) => slide.id === name);
    const slide = named(id) ?? named(id.replace(/-\d+$/, ''));
    const years = slide && yearsOf(slide, timeline);
    return years ? [[id, [x(years[0]), x(years[1])]] as const] : [];
  });
  const eras = timeline.eras.map(({ start, end }) => {
    const [from, to] = [x(start), x(end)];
    return `<rect${attributes({ class: 'strip-era', x: from, width: Math.max(0, to - from - 1), height: 4 })}/>`;
  });
  return `<svg${attributes({ class: 'strip', viewBox: `0 0 ${WIDTH} 4`, preserveAspectRatio: 'none', 'aria-hidden': 'true', 'data-lit': JSON.stringify(Object.fromEntries(lit)) })}>${eras.join('')}<rect class="strip-lit" height="4" width="0"/></svg>`;
}

/** Problems of the years that authors wrote. */
export function checkYears({ slides }: Deck): readonly Problem[] {
  return slides.flatMap(({ attributes: own, place }) => {
    const written = own.get('data-years');
    return written === undefined || parseYears(written)
      ? []
      : [
          {
            severity: 'notice' as const,
            place,
            what: `data-years="${written}" is no stretch of time`,
            fix: 'Write two dates with a slash between them, e.g. data-years="1848/1871-05".',
          },
        ];
  });
}

function yearsOf(slide: Slide, timeline: Timeline): Years | undefined {
  const written = slide.attributes.get('data-years');
  if (written !== undefined) return parseYears(written);
  const era = timeline.eras.find(({ id }) => id === slide.id);
  if (era) return [era.start, era.end];
  const overview = slide.figures.some(({ addresses = [] }) => addresses.length > 0);
  return overview ? [timeline.start, timeline.end] : undefined;
}

function parseYears(written: string): Years | undefined {
  const [from, to, ...more] = written.split('/').map((date) => parseDate(date.trim()));
  if (!from || !to || more.length > 0) return undefined;
  const years: Years = [startOf(from), endOf(to)];
  return years[0] < years[1] ? years : undefined;
}
