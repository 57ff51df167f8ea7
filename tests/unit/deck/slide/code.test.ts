import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { colourCode } from '../../../../src/deck/slide/code.ts';
import { parseHtml, textOf, writeHtml } from '../../../../src/deck/slide/html-tree.ts';
import { renderMarkdown } from '../../../../src/deck/slide/markdown.ts';

function colour(markdown: string): { html: string; css: string; text: string } {
  const tree = parseHtml(renderMarkdown(markdown));
  const css = colourCode(tree, 'a');
  return { html: writeHtml(tree), css, text: textOf(tree) };
}

test('code is coloured by classes alone, and reads as it was written', () => {
  const { html, text } = colour('```js\nconst a = "b"; // c\n```');
  expect(html).toContain('<span class="hljs-keyword">const</span>');
  expect(html).not.toContain('style=');
  expect(text).toBe('const a = "b"; // c');
});

test('code of an unknown language stays plain, whatever is in it', () => {
  expect(colour('```nosuch\n<b>&</b>\n```').html).toContain(
    '<code class="nosuch">&lt;b&gt;&amp;&lt;/b&gt;</code>',
  );
});

test('each line step but the first is a fragment, and knows its lines', () => {
  const { html } = colour('```js [1|2-3|1,4]\na\nb\nc\nd\n```');
  expect(html.match(/class="fragment code-step/g)).toHaveLength(2);
  expect(html).toContain('<span class="line on-0 on-2" data-line="1">a\n</span>');
  expect(html).toContain('<span class="line on-1" data-line="3">c\n</span>');
});

test('line numbers begin where the author says', () => {
  expect(colour('```js [712: 1]\na\nb\n```').html).toContain('data-line="713">b</span>');
});

test('a comment over several lines keeps its colour in each', () => {
  const { html } = colour('```js []\n/* a\nb */\n```');
  expect(html.match(/<span class="hljs-comment">/g)).toHaveLength(2);
});

test('every colour of code is 4.5:1 or better on the leaf, light and dark', () => {
  const css = readFileSync(new URL('../../../../src/page/code.css', import.meta.url), 'utf8');
  const tokens = readFileSync(new URL('../../../../src/page/tokens.css', import.meta.url), 'utf8');
  const [light = '', dark = ''] = css.split('[data-theme="dark"]');
  const [tokensLight = '', tokensDark = ''] = tokens.split('[data-theme="dark"]');
  for (const [own, roles] of [
    [light, tokensLight],
    [dark, tokensDark],
  ] as const) {
    const grounds = ['leaf', 'tint'].map((name) => new RegExp(`--${name}: (#\\w{6})`).exec(roles)?.[1] ?? '');
    const colours = [...own.matchAll(/--code-\w+: (#\w{6})/g)].map(([, hex]) => hex ?? '');
    const shared = ['acc', 'ink3'].map((name) => new RegExp(`--${name}: (#\\w{6})`).exec(roles)?.[1] ?? '');
    expect(colours).toHaveLength(3);
    for (const hex of [...colours, ...shared])
      for (const ground of grounds)
        expect(contrast(hex, ground), `${hex} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  }
});

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
