// Prints a deck with reveal.js as its own documentation says: its print view, in a browser that prints.
// node print-reveal.mjs <folder of reveal.js> <deck.md> <out.pdf> <browser>
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join } from 'node:path';
import { chromium } from 'playwright';

const [reveal = '', deck = '', out = '', executablePath = ''] = process.argv.slice(2);
const markdown = readFileSync(deck, 'utf8').replace(/^---\n.*?\n---\n/s, '');
const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Deck</title>
<link rel="stylesheet" href="/reveal/dist/reveal.css"><link rel="stylesheet" href="/reveal/dist/theme/white.css"></head>
<body><div class="reveal"><div class="slides"><section data-markdown data-separator="^\\n---\\n$" data-separator-notes="^Note:">
<textarea data-template>${markdown.replaceAll('</textarea', '&lt;/textarea')}</textarea></section></div></div>
<script src="/reveal/dist/reveal.js"></script><script src="/reveal/dist/plugin/markdown.js"></script>
<script src="/reveal/dist/plugin/highlight.js"></script>
<script>window.printable = new Promise((done) => {
  Reveal.on('pdf-ready', done);
  Reveal.initialize({ plugins: [RevealMarkdown, RevealHighlight], pdfSeparateFragments: false });
});</script></body></html>`;

const types = { '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.png': 'image/png' };
const server = createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  if (path === '/') return response.setHeader('Content-Type', 'text/html').end(page);
  const file = path.startsWith('/reveal/') ? join(reveal, path.slice(8)) : join(dirname(deck), path);
  try {
    response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream');
    response.end(readFileSync(file));
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const address = server.address();
const port = typeof address === 'object' && address ? address.port : 0;

const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const tab = await browser.newPage();
tab.on('pageerror', (error) => console.error(error.message));
await tab.goto(`http://127.0.0.1:${port}/?print-pdf`);
await tab.evaluate(async () => {
  await window.printable;
  await document.fonts.ready;
  await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
});
const pages = await tab.locator('.pdf-page').count();
await tab.pdf({ path: out, preferCSSPageSize: true, printBackground: true, timeout: 0 });
await browser.close();
server.close();
console.log(`${pages} pages`);
