import { placeOverview } from '../src/figures/timeline/layout/overview.ts';
import { parseTimeline } from '../src/figures/timeline/model/parse.ts';
import { loadMeasure } from '../src/fonts/metrics.ts';
import { makeYaml, seededSize } from '../tests/unit/figures/timeline/layout/boxes.ts';
import { median, readOptions, tell } from './measure.ts';

// The layout of 400 events, over the seeds of the tests: 1 to 12 lanes, 0 to 3 folds. The best of three runs each,
// by the clock and by the processor's time, so that another program's minute is not taken for ours. Some are placed
// once before, so that Node has compiled the code: what it takes for that is said too.
const GOAL = 50;
const WARM = 20;
const measure = await loadMeasure();
const timelines = Array.from({ length: 300 }, (_, index) => {
  const text = makeYaml({ ...seededSize(index + 1), events: 400 });
  const timeline = parseTimeline({ file: 'timeline.yaml', text }, () => undefined);
  if (!timeline) throw new Error('the timeline is broken');
  return timeline;
});
const cold = timelines.slice(0, WARM).map((timeline) => {
  const began = performance.now();
  placeOverview(timeline, measure);
  return performance.now() - began;
});
const times = timelines.map((timeline) => {
  const runs = [1, 2, 3].map(() => {
    const [began, used] = [performance.now(), process.cpuUsage()];
    placeOverview(timeline, measure);
    const { user, system } = process.cpuUsage(used);
    return { clock: performance.now() - began, processor: (user + system) / 1000 };
  });
  return {
    clock: Math.min(...runs.map(({ clock }) => clock)),
    processor: Math.min(...runs.map(({ processor }) => processor)),
  };
});
const clock = times.map((time) => time.clock);
tell(
  [
    {
      title: 'Layout of 400 events',
      results: [{ name: 'orihon', runs: clock, median: median(clock), ratio: 1 }],
      goals: [],
    },
  ],
  readOptions(1),
);
console.log(`Layout of 400 events, ${times.length} timelines:`);
console.log(`  the very first, code not yet compiled: ${cold[0]?.toFixed(0)} ms`);
tellTimes(
  'clock',
  times.map(({ clock }) => clock),
);
tellTimes(
  "processor's time",
  times.map(({ processor }) => processor),
);

/** Times in ms. The processor's may be above the clock's: memory is tidied on other threads meanwhile. */
function tellTimes(name: string, all: readonly number[]): void {
  const over = all.filter((time) => time >= GOAL).length;
  console.log(
    `  ${name}: median ${median(all).toFixed(1)} ms, worst ${Math.max(...all).toFixed(1)} ms, ${over} at ${GOAL} ms or more`,
  );
}
