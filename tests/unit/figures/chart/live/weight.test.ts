import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { expect, test } from 'vitest';

/** All that a page may fetch for its charts, small as it is sent, without Chart.js itself. */
async function weightOf(entries: readonly string[]): Promise<number> {
  const bundle = await rolldown({
    input: entries.map((name) => `src/figures/chart/live/${name}.ts`),
    external: ['chart.js'],
  });
  const { output } = await bundle.generate({ format: 'esm', minify: true });
  await bundle.close();
  const code = output.map((part) => (part.type === 'chunk' ? part.code : ''));
  return code.reduce((sum, text) => sum + gzipSync(text).length, 0);
}

test('charts in the browser weigh at most 10 kB compressed beside Chart.js', async () => {
  const weight = await weightOf(['slides', 'article', 'save', 'keys']);
  expect(weight).toBeGreaterThan(3000);
  expect(weight).toBeLessThan(10_000);
});
