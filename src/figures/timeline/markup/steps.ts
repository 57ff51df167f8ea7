import { attributes } from '../../../base/markup.ts';
import { round } from '../../../base/sheet.ts';
import type { PlacedEvent } from '../layout/placed.ts';
import { xOf, xOfEnd } from '../layout/scale.ts';
import type { View } from '../layout/view.ts';
import type { Timeline } from '../model/model.ts';

/** What "next" walks through on a timeline's slide. */
export const STEPS = ['none', 'eras', 'key', 'all'] as const;
export type Steps = (typeof STEPS)[number];

/**
 * The steps as fragments without any text: the presenter's own next and back, its addresses and its speaker view
 * then know them. Which event or era one stands for is in its attributes.
 */
export function renderSteps(
  steps: Steps,
  timeline: Timeline,
  events: readonly PlacedEvent[],
  view: View,
): string {
  const inView = new Set(events.map(({ id }) => id));
  const wanted = timeline.events.filter(
    ({ id, significance }) => inView.has(id) && (steps === 'all' || significance === 1),
  );
  const all: readonly Parameters<typeof attributes>[0][] =
    steps === 'none'
      ? []
      : steps === 'eras'
        ? timeline.eras.map(({ start, end, years, name }) => ({
            'data-from': round(xOf(view.scale, start)),
            'data-to': round(xOfEnd(view.scale, end)),
            'data-said': `${years}, ${name}`,
          }))
        : wanted.map(({ id }) => ({ 'data-event': id }));
  if (all.length === 0) return '';
  const spans = all.map((own) => `<span${attributes({ class: 'fragment', ...own })}></span>`);
  return `\n<div class="timeline-steps">${spans.join('')}</div>`;
}
