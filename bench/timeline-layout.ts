import { loadMeasure } from '../src/fonts/metrics.ts';
import { parseTimeline } from '../src/timeline/parse.ts';
import { placeOverview } from '../src/timeline/place-overview.ts';
import { makeYaml, seededSize } from '../tests/unit/timeline-boxes.ts';
import { median } from './measure.ts';

// The layout of 400 events, over the seeds of the tests: 1 to 12 lanes, 0 to 3 folds. The best of three runs each,
// so that another program's minute is not taken for ours.
const GOAL = 50;
const measure = await loadMeasure();
const times = Array.from({ length: 300 }, (_, index) => {
  const text = makeYaml({ ...seededSize(index + 1), events: 400 });
  const timeline = parseTimeline({ file: 'timeline.yaml', text }, () => undefined);
  if (!timeline) throw new Error('the timeline is broken');
  const runs = [1, 2, 3].map(() => {
    const began = performance.now();
    placeOverview(timeline, measure);
    return performance.now() - began;
  });
  return Math.min(...runs);
}).sort((a, b) => a - b);
const over = times.filter((time) => time >= GOAL).length;
console.log(
  `Layout of 400 events, ${times.length} timelines: median ${median(times).toFixed(1)} ms, worst ${times.at(-1)?.toFixed(1)} ms, ${over} at ${GOAL} ms or more`,
);
