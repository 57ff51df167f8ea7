import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Custom properties of the rule with this selector, the first in the sheet. */
function coloursOf(sheet: string, selector: string): Readonly<Record<string, string>> {
  const css = readFileSync(`src/page/${sheet}`, 'utf8');
  const [, body = ''] = css.slice(css.indexOf(`${selector} {`)).match(/\{([^}]*)\}/) ?? [];
  return Object.fromEntries(
    [...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

/** The contrast of two colours written as six digits, by WCAG 2. */
function contrast(one: string, other: string): number {
  const light = (colour: string) =>
    [1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, at) => sum + part * ([0.2126, 0.7152, 0.0722][at] ?? 0), 0);
  const [a = 0, b = 0] = [light(one), light(other)].sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
}

test.each([':root', ':root[data-theme="dark"]'])('what stands out is told from the rest in %s', (theme) => {
  const { past = '', mid = '', paper = '' } = coloursOf('tokens.css', theme);
  expect(contrast(past, mid)).toBeGreaterThan(2);
  expect(contrast(mid, paper)).toBeGreaterThan(3);
});

test.each([
  [':root', '.reveal .slides section.on-light'],
  [':root[data-theme="dark"]', '.reveal .slides section.on-dark'],
])(
  'a slide with a ground of its own has the colours of %s, its palest words as strong as the second',
  (theme, ground) => {
    const {
      surround: _,
      display,
      text,
      mincho,
      'r-link-color': link,
      ...all
    } = coloursOf('tokens.css', theme);
    const own = coloursOf('background.css', ground);
    const { ink2 = '' } = all;
    expect(ink2).not.toBe('');
    expect(own).toMatchObject(
      Object.fromEntries(Object.entries({ ...all, ink3: ink2 }).filter(([name]) => name in own)),
    );
    expect(
      Object.keys(all).filter((name) => !(name in own) && !/^(code|display|text|gothic|mono)/.test(name)),
    ).toEqual([]);
  },
);
