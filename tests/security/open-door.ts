import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { marked } from 'marked';
import { parseFragment, serialize } from 'parse5';
import { parse } from 'yaml';
import { z } from 'zod';
import { mimeOf } from '../../src/site/mime.ts';
import type { Attack } from './attack.ts';

const DOOR = 'http://open.door/';
const REVEAL = 'node_modules/reveal.js/dist/reveal.mjs';
const Front = z.object({
  title: z.string().optional(),
  description: z.string().optional(),
  revealOptions: z.record(z.string(), z.unknown()).optional(),
});

/**
 * Opens a page of frames, each a page of Reveal alone that holds one attack as it is written, without any policy:
 * there each must succeed, or it shows nothing where it fails.
 */
export async function openDoors(page: Page, attacks: readonly Attack[]): Promise<void> {
  const files = new Map<string, string>([['reveal.js', readFileSync(REVEAL, 'utf8')]]);
  for (const attack of attacks) {
    files.set(`${attack.name}/`, openPage(attack));
    for (const [path, text] of Object.entries(attack.files ?? {}))
      files.set(`${attack.name}/deck/${path}`, text);
  }
  files.set(
    '',
    attacks.map(({ name }) => `<iframe src="${name}/" width="960" height="540"></iframe>`).join(''),
  );
  await page.unroute(`${DOOR}**`);
  await page.route(`${DOOR}**`, (route) => {
    const path = new URL(route.request().url()).pathname.slice(1);
    const body = files.get(path);
    if (body === undefined) return route.fulfill({ status: 404 });
    return route.fulfill({ body, contentType: path.includes('.') ? mimeOf(path) : 'text/html' });
  });
  await page.goto(DOOR, { waitUntil: 'commit' });
}

/** An attack as it stands, as a parser writes it again, and as one leaves it who takes single elements out. */
function openPage({ name, slide: own = 'a', front = '', files = {}, made }: Attack): string {
  const slide = made ?? own;
  const { title = 't', description = '', revealOptions = {} } = Front.parse(parse(front) ?? {});
  const [directive = '', attributes = ''] = /<!-- \.slide: (.*) -->/.exec(slide) ?? [];
  const text = slide.replace(directive, '');
  const written = name.startsWith('markdown-') ? marked.parse(text, { async: false }) : text;
  const again = serialize(parseFragment(written));
  const thinned = written.replaceAll('\\/', '/').replace(/<\/?(svg|math|mtext|title|desc)\b[^>]*>/g, '');
  const rules = [...slide.matchAll(/(?:style|data-background(?:-[a-z]+)?)="([^"]*)"/g)].map(
    ([, value]) => `p{background:${value}}p{${value}}`,
  );
  return `<!doctype html><title>${title}</title><meta name="description" content="${description}">
<style>${files['theme.css'] ?? ''}</style><style>${rules.join('')}</style>
<div class="reveal"><div class="slides"><section ${attributes}>
${written}
</section><section>b</section></div></div>
<div>${again}</div><div>${serialize(parseFragment(again))}</div><div>${thinned}</div>
<script type="module">
  import Reveal from '/reveal.js';
  const named = document.querySelector('#reveal-options')?.textContent;
  await Reveal.initialize(named ? JSON.parse(named) : ${JSON.stringify(revealOptions)});
  for (const one of document.querySelectorAll('.click, section, a[href^="java"]'))
    one.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  for (const slide of [1, 2, 0]) Reveal.slide(slide);
</script>`;
}
