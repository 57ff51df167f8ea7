import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { escapeHtml } from '../../../../../src/base/markup.ts';
import { drawPoster } from '../../../../../src/figures/timeline/markup/poster.ts';
import { parseTimeline } from '../../../../../src/figures/timeline/model/parse.ts';
import type { Measure } from '../../../../../src/fonts/faces.ts';
import { loadMeasure } from '../../../../../src/fonts/metrics.ts';

let measure: Measure;
beforeAll(async () => {
  measure = await loadMeasure();
});

describe("the poster of the deck's timeline", () => {
  test('names every event by its title and beside its mark, as vectors and text only', () => {
    const text = readFileSync(new URL('../../../../../slides/timeline.yaml', import.meta.url), 'utf8');
    const timeline = parseTimeline({ file: 'timeline.yaml', text }, () => undefined);
    const { html, css } = drawPoster(timeline ?? expect.fail('the timeline is broken'), measure);
    const list = html.slice(html.indexOf('poster-list'));
    for (const { title } of timeline?.events ?? []) expect(list).toContain(escapeHtml(title));
    expect(html.match(/<span class="label"/g)).toHaveLength(77);
    expect(html).not.toMatch(/<img|<image|<canvas|url\(|style=/);
    expect(css).toContain('@page{size:420mm 297mm;margin:0}');
  });
});
