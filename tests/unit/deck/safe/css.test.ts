import { describe, expect, test } from 'vitest';
import { cleanCss } from '../../../../src/deck/safe/css.ts';

const style = (text: string) => cleanCss(text, { context: 'declarationList' });
const sheet = (text: string) => cleanCss(text, { context: 'stylesheet' });

describe('a style', () => {
  test.each([
    'x:</style><img src=x onerror=go()>',
    'background: URL(//evil.test)',
    'background: u\\72l(https://evil.test)',
    '--x: url(https://evil.test)',
    'background: image-set("https://evil.test/a.png" 1x)',
    'background: -webkit-image-set(url(https://evil.test) 1x)',
    'cursor: url(https://evil.test/a.cur), auto',
    'mask: url("https://evil.test/#a")',
    'fill: url(https:evil.test)',
    'background: url(/\\evil.test)',
    'width: expression(go())',
    '-moz-binding: url(evil.test)',
    'behavior: url(#evil.test)',
    'a:b} body{background:url(evil.test)',
  ])('loses %s, and keeps what stands beside it', (written) => {
    const { css, losses } = style(`color:red;${written}`);
    expect(css).not.toMatch(/evil|go\(|<|\}/);
    expect(css).toContain('color:red');
    expect(losses.length).toBeGreaterThan(0);
  });

  test.each([
    'width:calc(100% - 2px)',
    'filter:url(#a)',
    '--space:3px',
    'grid-template-areas:"a b"',
    'color:color-mix(in oklch,red 20%,blue)',
    'background:linear-gradient(90deg,red,rgb(0 0 0/50%))',
    'background:url(data:image/png;base64,AA==)',
  ])('keeps %s', (written) => {
    expect(style(written)).toEqual({ css: written, losses: [] });
  });
});

describe('a style sheet', () => {
  test.each([
    '@import "https://evil.test";',
    '@\\69mport "https://evil.test";',
    '@charset "evil";',
    '<!-- evil -->',
  ])('loses %s', (written) => {
    expect(sheet(`${written} p { color: red }`).css).not.toContain('evil');
  });

  test('keeps rules of all kinds, and closes what was left open', () => {
    const text =
      '@media (width<600px){p{color:red}}@keyframes a{from{opacity:0}}.x{&:hover{color:blue}}@layer a,b;@container (inline-size>30em){h1{margin:0}}h1:has(p)::after{content:"x"}';
    expect(sheet(text)).toEqual({ css: text, losses: [] });
    expect(sheet('p { color: red').css).toBe('p{color:red}');
  });

  test('finds the files of its deck, and tells where a loss stands', () => {
    const file = (written: string) => (written === 'a.png' ? './deck/a.png' : undefined);
    const { css, losses } = cleanCss('p {\n  background: url(b.png);\n  mask: url(a.png) }', {
      context: 'stylesheet',
      file,
    });
    expect(css).toBe('p{mask:url(./deck/a.png)}');
    expect(losses).toEqual([{ what: 'url(b.png) is no file of the deck', line: 2, column: 3 }]);
  });
});

test.each(['@media all{', 'a{', 'a:not('])(
  '%s in itself, thousands of times, is no way to a stack',
  (part) => {
    for (const count of [500, 3000, 20_000]) expect(() => sheet(`${part.repeat(count)}b{c:d`)).not.toThrow();
  },
);
