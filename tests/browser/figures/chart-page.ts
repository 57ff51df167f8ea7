import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { csvParse } from 'd3-dsv';

/** Rows of a file of the deck's data. */
export function csvRows(name: string): readonly Readonly<Record<string, string>>[] {
  return csvParse(readFileSync(`slides/data/${name}`, 'utf8'));
}

/** Name of the file with the chart code, below a built deck's folder. */
export function chartFile(folder: string): string {
  const found = readdirSync(join(folder, 'assets')).find(
    (name) =>
      /^slides.*\.js$/.test(name) && /chartOn/.test(readFileSync(join(folder, 'assets', name), 'utf8')),
  );
  if (!found) throw new Error('no chart code was built');
  return `assets/${found}`;
}

/** A value as Chart.js has placed it, in px of the sheet from the canvas's corner; the pixels of the canvas. */
export interface Geometry {
  readonly values: readonly (readonly {
    readonly x: number;
    readonly y: number;
    readonly value: number | null;
  }[])[];
  readonly area: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
}

/** What Chart.js says of each canvas that a selector finds. */
export async function geometryOf(page: Page, folder: string, selector: string): Promise<readonly Geometry[]> {
  return page.evaluate(
    async ({ file, selector }) => {
      const { chartOn } = await import(new URL(file, document.baseURI).href);
      return [...document.querySelectorAll(selector)].map((canvas) => {
        const chart = chartOn(canvas);
        const { left, top, right, bottom } = chart.chartArea;
        const across = chart.options.indexAxis === 'y';
        return {
          area: { left, top, right, bottom },
          values: chart.data.datasets.map(
            (dataset: { data: { x: number | null; y: number | null }[] }, index: number) =>
              dataset.data.map((point, at) => {
                const { x, y } = chart.getDatasetMeta(index).data[at].getProps(['x', 'y'], true);
                return { x, y, value: across ? point.x : point.y };
              }),
          ),
        };
      });
    },
    { file: chartFile(folder), selector },
  );
}

/** Waits until the charts of a slide are drawn and bound. */
export async function chartReady(page: Page, slide: string): Promise<void> {
  await page.locator(`#${slide} .chart-walk`).waitFor({ state: 'visible' });
}
