import { mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readDeck } from '../../../../src/deck/read.ts';
import { policyFor } from '../../../../src/site/policy.ts';
import { compileOurs } from '../../../reveal/ours.ts';

/** What stands in a slide, and the column its problem names. Each stands in line 3. */
const VECTORS: readonly (readonly [markdown: string, column: number])[] = [
  ['<script>go()</script>', 1],
  ['<SCRIPT SRC="https://x.example/a.js"></SCRIPT>', 1],
  ['<svg><script>go()</script></svg>', 6],
  ['text <b onclick="go()">x</b>', 9],
  ['<img src="a.png" alt="" OnError=go()>', 25],
  ['<svg onload="go()"></svg>', 6],
  ['<details ontoggle="go()" open>x</details>', 10],
  ['[x](javascript:go())', 5],
  ['[x](JaVaScRiPt:go())', 5],
  ['<a href="java\tscript:go()">x</a>', 10],
  ['<a href=" javascript:go()">x</a>', 10],
  ['<a href="&#106;avascript:go()">x</a>', 4],
  ['<a href="vbscript:go()">x</a>', 10],
  ['<a href="data:text/html,<script>go()</script>">x</a>', 10],
  ['<svg><a xlink:href="javascript:go()"><text>x</text></a></svg>', 21],
  ['<svg><a><set attributeName="href" to="javascript:go()"/></a></svg>', 9],
  ['<svg><a><animate attributeName="xlink:href" values="javascript:go()"/></a></svg>', 9],
  ['<iframe src="https://x.example"></iframe>', 1],
  ['<iframe src="//x.example"></iframe>', 1],
  ['<iframe data-src="https://x.example"></iframe>', 1],
  ['<iframe src="data:text/html,x"></iframe>', 1],
  ['<iframe srcdoc="<p>x</p>"></iframe>', 1],
  ['<object data="a.swf"></object>', 1],
  ['<embed src="a.swf">', 1],
  ['<base href="https://x.example/">', 1],
  ['<meta http-equiv="refresh" content="0;url=https://x.example">', 1],
  ['<link rel="stylesheet" href="https://x.example/a.css">', 1],
  ['<form action="https://x.example"><button>x</button></form>', 1],
  ['<form><button formaction="https://x.example">x</button></form>', 27],
  ['<template shadowrootmode="open"><script>go()</script></template>', 1],
  ['<noscript><p>go()</p></noscript>', 1],
  ['<plaintext>', 1],
  ['<a href="#/1" ping="https://x.example">x</a>', 21],
  ['<a href="https://x.example" data-preview-link>x</a>', 29],
  ['<p style="background: url(https://x.example/a.png)">x</p>', 11],
  ['<p style="background: url(//x.example/a.png)">x</p>', 11],
  ['<p style="background: \\75rl(https://x.example/a.png)">x</p>', 11],
  ['<p style="background: url(/**/https://x.example)">x</p>', 11],
  ['<p style="width: expression(go())">x</p>', 11],
  ['<style>@import "https://x.example/a.css";</style>', 1],
  ['<p data-later="https://x.example" data-page="0">x</p>', 16],
  ['<figure class="timeline" data-cards="https://x.example">x</figure>', 38],
  ['<h2 data-auto-animate-easing="ease}p{background:url(https://x.example)}">x</h2>', 31],
  ['<!-- .slide: onclick="go()" -->', 14],
  ['<!-- .slide: data-background-iframe="https://x.example" -->', 14],
  ['<!-- .slide: style="background: url(https://x.example/a.png)" -->', 14],
];

describe('a deck from elsewhere', () => {
  test.each(VECTORS)('has no power over its reader by %s', (markdown, column) => {
    const { html, css, problems, notices } = compileOurs(`# A\n\n${markdown}\n`);
    expect(problems).toEqual([]);
    const taken = notices.filter((notice) => notice.includes('taken out'));
    expect(taken.length).toBeGreaterThan(0);
    expect(taken.map((notice) => notice.split(': ')[0])).toContain(`case.md:3:${column}`);
    expect(html + css).not.toMatch(
      /go\(\)|x\.example(?!">x<)|data-preview-link|srcdoc|<(script|base|meta|plaintext|template)/i,
    );
  });

  test('cannot end its rules by a line in its id', () => {
    const id = 'a\nb{}} p{background:url(https://x.example)} x{';
    const { css } = compileOurs(
      `# A\n\n<!-- .slide: id="${id}" data-background-color="#fff" -->\n<style>p{color:red}</style>\n`,
    );
    expect(css).toContain('color:red');
    const rules = css.replace(/"(?:[^"\\\n]|\\.)*"|\\./g, '');
    expect(rules).not.toContain('x.example');
  });

  test.each(VECTORS)('keeps %s where its reader vouches for it', (markdown) => {
    expect(compileOurs(`---\ntrust: true\n---\n# A\n\n${markdown}\n`).problems).toEqual([]);
  });

  test('has no power over the speaker by its notes', () => {
    const { html, notices } = compileOurs('# A\n\nNote: say <b onclick="go()">x</b>\n');
    expect(notices).toEqual([
      expect.stringMatching(/^case\.md:3:14: notice: <b onclick="…"> is taken out: it would run a program\./),
    ]);
    expect(html).not.toContain('onclick');
  });

  test('shows harmless HTML, pictures, drawings, formulas and its own styles', () => {
    const { problems, notices } = compileOurs(
      '# A\n\n<details><summary>x</summary>y</details>\n<img src="data:image/png;base64,AA==" alt="x">\n<a href="https://x.example">x</a>\n<p style="color: red">x</p>\n<svg viewBox="0 0 9 9"><path d="M0 0L9 9" fill="url(#a)" style="stroke:red"/></svg>\n<math><mfrac><mn>1</mn><mi>x</mi></mfrac></math>\n<video src="a.mp4" controls muted></video>',
    );
    expect(problems).toEqual([]);
    expect(notices).toEqual([]);
  });

  test('has its frames fenced: of another host with its own origin, of the deck with none', () => {
    const frame = (address: string) =>
      compileOurs(
        `---\ntrust: true\n---\n# A\n\n<iframe ${address} sandbox="allow-top-navigation"></iframe>\n`,
      );
    const foreign = 'sandbox="allow-scripts allow-same-origin allow-presentation"';
    expect(frame('src="https://x.example/a"').html).toContain(foreign);
    for (const own of ['src="own.html"', 'srcdoc="x" src="https://x.example/a"', 'src="data:text/html,x"'])
      expect(frame(own).html).toContain('sandbox="allow-scripts"');
  });

  test('runs inline programs only under the policy of a deck that is trusted', () => {
    expect(policyFor({})).not.toContain('unsafe');
    expect(policyFor({ trust: false })).not.toContain('unsafe');
    expect(policyFor({ trust: true })).toContain("script-src 'self' 'unsafe-inline'");
  });
});

describe('a deck on disk', () => {
  const outside = mkdtempSync(join(tmpdir(), 'orihon-outside-'));
  const root = mkdtempSync(join(tmpdir(), 'orihon-safety-'));
  afterAll(() => {
    for (const folder of [outside, root]) rmSync(folder, { recursive: true });
  });
  writeFileSync(join(root, '1.md'), '# A');
  writeFileSync(join(root, 'data.csv'), 'a');
  writeFileSync(join(outside, 'secret.csv'), 'secret');

  test.each(['../secret.csv', '/etc/passwd', 'x/../../secret.csv', './..//secret.csv'])(
    'is read no further than its folder: %s',
    (path) => {
      const deck = readDeck(root);
      expect(deck.read(path)).toBeUndefined();
      expect(deck.has(path)).toBe(false);
    },
  );

  test('does not follow a link out of its folder, and does follow one within', () => {
    symlinkSync(join(outside, 'secret.csv'), join(root, 'link.csv'));
    symlinkSync(outside, join(root, 'folder'));
    symlinkSync('data.csv', join(root, 'own.csv'));
    symlinkSync('nowhere', join(root, 'dangling.csv'));
    const deck = readDeck(root);
    expect(deck.read('link.csv')).toBeUndefined();
    expect(deck.read('folder/secret.csv')).toBeUndefined();
    expect(deck.read('dangling.csv')).toBeUndefined();
    expect(deck.read('own.csv')).toBe('a');
    expect(readDeck(join(root, '1.md')).slides).toHaveLength(1);
  });

  test('of 50 MB is refused in plain words', () => {
    const folder = mkdtempSync(join(outside, 'large-'));
    writeFileSync(join(folder, '1.md'), '');
    truncateSync(join(folder, '1.md'), 50_000_000);
    expect(() => readDeck(folder)).toThrow('1.md is larger than 20 MB.');
  });
});
