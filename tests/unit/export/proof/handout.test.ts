import { describe, expect, test } from 'vitest';
import { proveHandoutText } from '../../../../src/export/proof/handout.ts';

const PAGE = { width: 600, height: 800 };
const SLIDE_END = 400;

/** A run of ten pt, a line's width of letters. */
function run(text: string, left: number, base: number) {
  return { text, left, right: left + text.length * 5, base, size: 10 };
}

function faultsOf(
  notes: string,
  ...pages: readonly (readonly ReturnType<typeof run>[])[]
): readonly string[] {
  const texts = pages.map((runs) => ({ ...PAGE, runs }));
  const slide = { id: 'one', notes, pages: pages.map((_, index) => index) };
  return proveHandoutText(
    texts,
    [slide],
    (run, page, isFirst) => run.base < page.height - (isFirst ? SLIDE_END : 0),
  ).map(({ what }) => what);
}

describe('the text of a handout', () => {
  test('is whole where every word of the notes is there, however lines and pages break', () => {
    const notes = '<p>The <b>bridge</b> of 1502 &amp; its wardens,<br>日本の橋</p>';
    expect(
      faultsOf(
        notes,
        [run('The bridge of ', 50, 300), run('15', 50, 280), run('02 &', 60, 280)],
        [run('its wardens, 日', 50, 700), run('本の橋', 50, 680)],
      ),
    ).toEqual([]);
  });

  test('lacks a word of the notes where none of its pages has it', () => {
    expect(faultsOf('<p>Said and lost</p>', [run('Said', 50, 300)], [run('and', 50, 700)])).toEqual([
      '"lost" of its notes is missing',
    ]);
  });

  test('names what lies over other text, but not on the slide, where that is meant', () => {
    const over = [run('first', 50, 300), run('second', 60, 303)];
    expect(faultsOf('', over)).toEqual(['"first" and "second" overlap on page 1']);
    expect(
      faultsOf(
        '',
        over.map((one) => ({ ...one, base: one.base + 300 })),
      ),
    ).toEqual([]);
    // A comma under the arm of a 7 lies over nothing.
    expect(faultsOf('', [run('1937', 50, 300), run(', after', 68.6, 300)])).toEqual([]);
    // A page that only goes on has no slide.
    expect(
      faultsOf(
        '',
        [],
        over.map((one) => ({ ...one, base: one.base + 300 })),
      ),
    ).toEqual(['"first" and "second" overlap on page 2']);
    expect(faultsOf('', [run('first', 50, 300), run('below', 50, 288)])).toEqual([]);
  });

  test('names what the edge of the paper cuts', () => {
    expect(faultsOf('', [run('far right', 580, 300), run('low', 50, -2)])).toEqual([
      '"far right" is cut on page 1',
      '"low" is cut on page 1',
    ]);
  });
});
