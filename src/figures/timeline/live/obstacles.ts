import type { Box, Obstacles } from './elbow.ts';
import { toSheet } from './page-scale.ts';

/** Kept clear of labels by a line; px of the sheet. */
const CLEAR = 4;
/** From the axis up to the lower edge of its lanes: a line along the axis itself would be one of its own. */
const UNDER_LANES = 14;

/** What the line from a mark to its card runs along, and what it keeps clear of. */
export function obstaclesIn(figure: HTMLElement): Obstacles {
  return {
    edges: edgesOf(figure),
    labels: boxesOf(figure, '.label > span, .drawn > .quiet', CLEAR),
    marks: boxesOf(figure, 'svg :is(.mark > :not(.band, .slot, .notch), .hatch-edge)', 0),
  };
}

/** The edges of lanes, from the top. */
function edgesOf(figure: HTMLElement): readonly number[] {
  const edges = [...figure.querySelectorAll('svg :is(.rule, .lane-rule, .axis)')].map((line) => {
    const y = Number(line.getAttribute('y1'));
    return line.classList.contains('axis') ? y - UNDER_LANES : y;
  });
  return edges.sort((a, b) => a - b);
}

/** What must be kept clear of, `by` so many px. */
function boxesOf(figure: HTMLElement, selector: string, by: number): readonly Box[] {
  // A label inside a bar stands on it: a line at its height would go through the bar too.
  return [...figure.querySelectorAll(selector)].map((one) => {
    const box = one.getBoundingClientRect();
    const from = toSheet(figure, box.left, box.top);
    const to = toSheet(figure, box.right, box.bottom);
    return { left: from.x - by, right: to.x + by, top: from.y - by, bottom: to.y + by };
  });
}
