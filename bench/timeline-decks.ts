/** One story of many events for all who draw it, spread evenly over 1902 to 2023. */
export interface Told {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly lane: number;
  readonly title: string;
}

const LANES = 6;
const ERAS = [1902, 1930, 1960, 1990];

export function tellEvents(count: number): readonly Told[] {
  return Array.from({ length: count }, (_, index) => {
    const time = 1902 + (index * 122) / count;
    const day = Math.floor((time % 1) * 336);
    return {
      year: Math.floor(time),
      month: 1 + Math.floor(day / 28),
      day: 1 + (day % 28),
      lane: (index * 7) % LANES,
      title: `Event ${String(index + 1).padStart(5, '0')}`,
    };
  });
}

const pad = (value: number) => String(value).padStart(2, '0');
export const dateOf = ({ year, month, day }: Told) => `${year}-${pad(month)}-${pad(day)}`;

/** The files of a deck of ours: the whole, four eras, and the index. */
export function ourDeck(events: readonly Told[]): Readonly<Record<string, string>> {
  const lines = events.map((event, index) => {
    const label = `Event ${index + 1}`;
    return `  - { id: e-${index}, lane: lane-${event.lane}, date: "${dateOf(event)}", title: ${event.title}, label: ${label}, parties: [A], kind: k, summary: What happened., significance: ${index % 250 === 0 ? 1 : 3}, mark: signed }`;
  });
  const lanes = Array.from(
    { length: LANES },
    (_, lane) => `  - { id: lane-${lane}, name: Lane ${lane + 1} }`,
  );
  const eras = ERAS.map((from, index) => {
    const years = `${from}–${(ERAS[index + 1] ?? 2024) - 1}`;
    return `  - { id: era-${from}, from: "${from}-01-01", name: Era ${index + 1}, years: "${years}" }`;
  });
  const slide = (id: string, fence: string) =>
    `<!-- .slide: id="${id}" -->\n## ${id}\n\n\`\`\`${fence}\n\`\`\`\n`;
  return {
    'timeline.yaml': `title: Many\nfrom: "1902-01-01"\nto: "2023-12-31"\nlanes:\n${lanes.join('\n')}\neras:\n${eras.join('\n')}\nevents:\n${lines.join('\n')}\n`,
    '1.md': [
      slide('timeline', 'timeline'),
      ...ERAS.map((era) => slide(`era-${era}`, `timeline\nera: era-${era}`)),
      slide('events', 'events'),
    ].join('\n---\n\n'),
  };
}

/** A page of a peer with its own defaults; its data is in the page, as ours is. */
export function peerPage(peer: 'vis' | 'timelinejs', events: readonly Told[]): string {
  const head =
    '<!doctype html><meta charset="utf-8"><title>Many</title><body style="margin:0"><div id="box"></div>';
  if (peer === 'vis') {
    const told = events.map((event, id) => ({ id, content: event.title, start: dateOf(event) }));
    return `${head}<link rel="stylesheet" href="/node_modules/vis-timeline/styles/vis-timeline-graph2d.min.css">
<script src="/node_modules/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js"></script>
<script>window.timeline = new vis.Timeline(document.querySelector('#box'), new vis.DataSet(${JSON.stringify(told)}), { height: 560 })</script>`;
  }
  const told = events.map(({ year, month, day, title }) => ({
    start_date: { year, month, day },
    text: { headline: title },
  }));
  return `${head}<link rel="stylesheet" href="/node_modules/@knight-lab/timelinejs/dist/css/timeline.css">
<script src="/node_modules/@knight-lab/timelinejs/dist/js/timeline.js"></script>
<script>document.querySelector('#box').style.height = '620px';
window.timeline = new TL.Timeline('box', { events: ${JSON.stringify(told)} }, { duration: 0 })</script>`;
}
