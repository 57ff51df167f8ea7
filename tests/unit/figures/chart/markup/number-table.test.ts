import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { chartFigure } from '../../../../../src/figures/chart/figure.ts';

function figureOf(rows: number) {
  let seed = 7;
  const random = () => {
    seed = (seed * 16807) % 2147483647;
    return seed / 2147483647;
  };
  const lines = Array.from({ length: rows }, (_, nth) => {
    const day = new Date(Date.UTC(1960, 0, 1 + nth)).toISOString().slice(0, 10);
    return `${day},${(20 * random() + nth / 500).toFixed(1)}`;
  });
  const text = `day,level\n${lines.join('\n')}\n`;
  const figure = chartFigure(
    { kind: 'chart', body: 'file: a.csv', place: { file: '01.md', line: 1, column: 1 }, slide: 'a' },
    { read: () => text, paths: ['a.csv'], measure: (one) => one.length * 10, report: () => {}, lang: 'en' },
  );
  const bibliography = { groups: [], entry: () => undefined };
  return { page: figure?.pages(bibliography).join('') ?? '', later: figure?.later?.(bibliography) ?? [] };
}

test('a short table stands in the page, whole', () => {
  const { page, later } = figureOf(900);
  expect(later).toEqual([]);
  expect(page.match(/<tr>/g)).toHaveLength(901);
});

test('a long table lies in a file of its own, and the page grows by little', () => {
  const { page, later } = figureOf(20_000);
  const [file] = later;
  expect(file?.text.match(/<tr>/g)).toHaveLength(20_001);
  expect(page).toContain(`href="${file?.path}"`);
  expect(page.match(/<tr>/g)).toHaveLength(13);
  expect(gzipSync(page).length).toBeLessThan(60_000);
});
