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
