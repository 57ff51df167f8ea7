import { describe, expect, test } from 'vitest';
import { paintBackground } from '../../../../src/deck/slide/background.ts';
import { isDarkColour, isDarkOnAverage } from '../../../../src/deck/slide/is-dark.ts';

test.each([
  '#000',
  '#12324a',
  '#12324acc',
  '#008',
  'rgb(20, 30, 40)',
  'rgb(10% 10% 10%)',
  'rgba(0, 0, 0, 0.8)',
  'hsl(240, 100%, 50%)',
  'hsl(-120 100% 20%)',
  'DarkRed',
  'rebeccapurple',
])('light words stand on %s', (colour) => expect(isDarkColour(colour)).toBe(true));

test.each([
  '#fff',
  '#f3e3c3',
  '#fffc',
  'rgb(250, 240, 230)',
  'hsl(60, 100%, 40%)',
  'darkkhaki',
  'mediumspringgreen',
  'white',
])('dark words stand on %s', (colour) => expect(isDarkColour(colour)).toBe(false));

test('a gradient is as dark as most of its colours; its directions are none of them', () => {
  expect(isDarkOnAverage('linear-gradient(to bottom right, #101830 20%, hsl(340, 60%, 16%))')).toBe(true);
  expect(isDarkOnAverage('radial-gradient(circle at center, white, navy, #eee)')).toBe(false);
});

describe('a slide with a background', () => {
  const paint = (...attributes: readonly [string, string][]) => {
    const slide = new Map(attributes);
    return { css: paintBackground(slide, 'one'), class: slide.get('class') };
  };

  test('by a gradient is painted on the slide itself, with words to match', () => {
    const gradient = 'linear-gradient(#101830, #401020)';
    for (const name of ['data-background-gradient', 'data-background'])
      expect(paint([name, gradient])).toEqual({
        css: `.reveal .slides section[id="one"]{background-image:${gradient};}`,
        class: 'on-dark',
      });
  });

  test('by a colour keeps the classes it has', () => {
    expect(paint(['class', 'own'], ['data-background-color', 'ivory']).class).toBe('own on-light');
  });

  test('by a film has that shown where Reveal keeps it, which no other deck needs', () => {
    const film = ['data-background-video', 'a.mp4'] as const;
    expect(paint([...film]).css).toMatch(/\.backgrounds\{display:block\}$/);
    expect(paint([...film], ['data-background-color', 'ivory']).css).toMatch(
      /\.backgrounds\{display:block\}/,
    );
    expect(paint(['data-background-color', 'ivory']).css).not.toContain('.backgrounds');
  });

  test('lets nothing but a gradient into the style sheet', () => {
    expect(paint(['data-background-gradient', 'linear-gradient(red, blue)} body {color: red']).css).toBe('');
    expect(paint(['data-background-gradient', 'url(https://x.example)']).css).toBe('');
  });
});
