import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../../../src/base/problem.ts';
import { compileDeck } from '../../../../src/deck/deck.ts';
import type { Fence, Figure, MakeFigure } from '../../../../src/deck/figure.ts';

/** Compiles one slide of figures that stand as their names say; gives the fences that were drawn at last. */
function compile(markdown: string) {
  const drawn = new Map<number, Fence>();
  const kind =
    (stands: Figure['stands'], height?: number): MakeFigure =>
    (fence) => {
      if (fence.nth !== undefined) drawn.set(fence.nth, fence);
      return {
        ...{ cites: [], css: '', pages: () => [`<figure>${fence.kind}</figure>`] },
        ...(stands && { stands }),
        ...(height && { height }),
      };
    };
  const { deck, problems } = compileDeck(
    {
      ...{ name: 'deck', slides: [{ path: 'a.md', text: markdown }], paths: [] },
      ...{ read: () => undefined, has: () => false },
    },
    {
      measure: (text, _face, size) => text.length * size * 0.5,
      kinds: new Map([
        ['sheet', kind('sheet')],
        ['shared', kind('shared')],
        ['whole', kind('whole')],
        ['small', kind(undefined, 150)],
      ]),
      uncovered: () => [],
    },
  );
  const html = deck.slides[0]?.pages(deck.bibliography)[0] ?? '';
  const faults = problems.filter(({ severity }) => severity === 'error').map(formatProblem);
  return { html, faults, fences: [...drawn.values()] };
}

const fence = (kind: string) => `\`\`\`${kind}\n\`\`\`\n\n`;

describe('figures of one slide', () => {
  test('a figure alone has no room given: it takes the sheet as its kind does', () => {
    for (const kind of ['sheet', 'shared', 'whole', 'small'])
      expect(compile(`## A\n\n${fence(kind)}`)).toMatchObject({ faults: [], fences: [{ leaf: false }] });
    expect(compile(`## A\n\n${fence('shared')}`).fences[0]).not.toHaveProperty('room');
  });

  test.each(['before', 'after', 'in columns'])('words %s a figure stand on the leaf', (where) => {
    for (const kind of ['sheet', 'shared']) {
      const words = 'Words of it.\n\n- one\n\n';
      const slide = {
        before: words + fence(kind),
        after: fence(kind) + words,
        'in columns': `::: columns\n::: column\n${words}:::\n::: column\n${fence(kind)}:::\n:::\n`,
      }[where];
      const { html, faults, fences } = compile(`## A\n\n${slide}`);
      expect(faults).toEqual([]);
      expect(fences).toMatchObject([{ leaf: true, onLeaf: false }]);
      expect(html).toMatch(/<div class="leaf">\s*<p>Words of it\.<\/p>\s*<ul>[\s\S]*<\/ul>\s*<\/div>/);
      expect(html.match(/Words of it/g)).toHaveLength(1);
      expect(html.match(/<figure>/g)).toHaveLength(1);
    }
  });

  test('words come before those that stand on the leaf already', () => {
    const { html } = compile(`## A\n\nFirst.\n\n${fence('shared')}::: leaf\nSecond.\n:::\n`);
    expect(html).toMatch(/<div class="leaf">\s*<p>First\.<\/p>\s*<p>Second\.<\/p>/);
  });

  test('what stands on the leaf takes no room from what stands left of it', () => {
    const { fences, faults } = compile(`## A\n\n${fence('shared')}::: leaf\n${fence('small')}:::\n`);
    expect(faults).toEqual([]);
    expect(fences.find(({ kind }) => kind === 'shared')).not.toHaveProperty('room');
  });

  test('a title over a figure is a headline', () => {
    for (const kind of ['sheet', 'shared', 'whole'])
      expect(compile(`# A\n\n${fence(kind)}`).html).toContain('<h2>A</h2>');
    expect(compile(`# A\n\n${fence('small')}`).html).not.toContain('<h2>');
  });

  test('figures that cannot stand together are an error, once, at the second', () => {
    expect(compile(`## A\n\n${fence('sheet')}${fence('shared')}`).faults).toEqual([
      expect.stringContaining('a.md:6:1: error: sheet and shared need a slide each'),
    ]);
    expect(compile(`## A\n\nWords.\n\n${fence('whole')}`).faults).toEqual([
      expect.stringContaining('words stand where the whole figure stands'),
    ]);
    expect(compile(`## A\n\n::: leaf\n${fence('sheet')}:::\n`).faults).toEqual([
      expect.stringContaining('the sheet figure has no room on a leaf'),
    ]);
    expect(compile(`## A\n\n${fence('shared').repeat(5)}`).faults).toEqual([
      expect.stringContaining('5 figures on one slide'),
    ]);
  });

  test('however many share a slide, with words, a leaf and small ones, none lies on another', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('shared', 'small'), { minLength: 2, maxLength: 5 }),
        fc.boolean(),
        fc.boolean(),
        (kinds, hasWords, isColumns) => {
          fc.pre(kinds.filter((kind) => kind === 'shared').length <= 4);
          fc.pre(kinds.filter((kind) => kind === 'small').length <= 2);
          const inner = kinds
            .map((kind) => (isColumns ? `::: column\n${fence(kind)}:::\n` : fence(kind)))
            .join('');
          const figures = isColumns ? `::: columns\n${inner}:::\n` : inner;
          const { faults, fences, html } = compile(`## A\n\n${hasWords ? 'Words.\n\n' : ''}${figures}`);
          expect(faults).toEqual([]);
          expect(html.match(/<figure>/g)).toHaveLength(kinds.length);
          const shared = fences.filter(({ kind }) => kind === 'shared');
          const rooms = shared.flatMap(({ room }) => room ?? []);
          expect(rooms.length === shared.length || shared.length === 1).toBe(true);
          const small = kinds.filter((kind) => kind === 'small').length;
          const right = hasWords && shared.length > 0 ? 1136 : 1824;
          for (const [index, a] of rooms.entries()) {
            expect(a.x).toBeGreaterThanOrEqual(96);
            expect(a.x + a.width).toBeLessThanOrEqual(right + 0.01);
            expect(a.y).toBeGreaterThanOrEqual(234 + small * 150);
            expect(a.y + a.height).toBeLessThanOrEqual(960.01);
            for (const b of rooms.slice(index + 1)) {
              const apart =
                a.x + a.width <= b.x ||
                b.x + b.width <= a.x ||
                a.y + a.height <= b.y ||
                b.y + b.height <= a.y;
              expect(apart).toBe(true);
            }
          }
        },
      ),
    );
  });
});
