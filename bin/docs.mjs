// Builds the site about Orihon with Orihon: a gallery, the deck of this repository, and the guide as an article.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importSource, ROOT } from './set-up.mjs';

const OUT = join(ROOT, 'dist', 'docs');
const { main } = await importSource('cli.ts');

rmSync(OUT, { recursive: true, force: true });
const folder = mkdtempSync(join(tmpdir(), 'orihon-docs-'));
try {
  writeGuide(folder);
  await build(join(ROOT, 'docs', 'gallery'), OUT);
  await build(join(ROOT, 'slides'), join(OUT, 'talk'));
  await build(folder, join(OUT, 'guide'));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * @param {string} deck
 * @param {string} out
 */
async function build(deck, out) {
  const code = await main(['build', deck, '--out', out]);
  if (code !== 0) throw new Error(`${deck} could not be built.`);
}

/**
 * The pages of `docs` as one deck: a slide for each part of a page, and links between the pages to its slides.
 *
 * @param {string} target
 */
export function writeGuide(target) {
  const names = ['README.md', ...readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md'))];
  const front = ['---', 'title: How to write a deck with Orihon', 'lang: en', 'sources: none', '---', ''];
  const pages = names.map((name) => {
    const path = name === 'README.md' ? join(ROOT, name) : join(ROOT, 'docs', name);
    return slidesOf(name.replace('.md', '').toLowerCase(), readFileSync(path, 'utf8'));
  });
  writeFileSync(join(target, 'guide.md'), [front.join('\n'), pages.join('\n\n---\n\n')].join('\n'));
  cpSync(join(ROOT, 'assets', 'preview.png'), join(target, 'assets', 'preview.png'));
}

/**
 * @param {string} id of the page's first slide
 * @param {string} text
 */
function slidesOf(id, text) {
  let fence = '';
  const parts = [['']];
  for (const line of text.split('\n')) {
    const [mark] = /^\s*(```+|~~~+)/.exec(line)?.slice(1) ?? [];
    if (mark && (fence === '' || mark.startsWith(fence))) fence = fence === '' ? mark : '';
    if (fence === '' && /^##? /.test(line) && parts.length + (parts[0]?.length ?? 0) > 2) parts.push([]);
    parts.at(-1)?.push(fence === '' || mark ? linked(line) : line);
  }
  return parts
    .map((lines) => lines.join('\n').trim())
    .filter((part) => part !== '')
    .map((part, index) => (index === 0 ? `<!-- .slide: id="${id}" -->\n${part}` : part))
    .join('\n\n---\n\n');
}

/** @param {string} line */
function linked(line) {
  return line
    .replace(/\]\((?:docs\/)?([\w-]+)\.md(?:#[\w-]*)?\)/g, (_, name) => `](#/${name.toLowerCase()})`)
    .replace(/\]\((?:\.\.\/)?(?!https?:|#|assets\/)[^)]*\)/g, '](#/readme)');
}
