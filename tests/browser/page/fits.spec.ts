import { SHEET } from '../../../src/base/sheet.ts';
import { expect, test } from '../deck.ts';
import { type Composed, measureComposed } from '../measure-composed.ts';

/** Least text size in px of a 1920 px screen; source lines, page numbers and lists of references may be smaller. */
const FLOOR = 24;
const SMALL_FLOOR = 18;
const SMALL = '.foot, .listing, .claims-sources, .page-of';

interface Fault {
  readonly what: string;
  readonly text: string;
}

/** Runs in the page: what of the slide in view sticks out, is cut, runs into other text, or is too small to read. */
function findFaults({
  floor,
  smallFloor,
  small,
  lastX,
}: {
  floor: number;
  smallFloor: number;
  small: string;
  lastX: number;
}): Fault[] {
  const slide = window.Reveal.getCurrentSlide();
  const sheet = slide.getBoundingClientRect();
  const scale = sheet.width / 1920;
  const faults: Fault[] = [];
  const lines: { rect: DOMRect; text: string; owner: Element }[] = [];
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? '';
    const owner = node.parentElement;
    if (text === '' || !owner || owner.closest('.spoken, aside.notes, script')) continue;
    const style = getComputedStyle(owner);
    if (style.visibility === 'hidden' || style.display === 'none') continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const size = Number.parseFloat(style.fontSize) / scale;
    const least = owner.closest(small) ? smallFloor : floor;
    if (size < least - 0.1) faults.push({ what: `${size.toFixed(1)} px, least is ${least}`, text });
    for (const rect of range.getClientRects()) {
      if (rect.width < 1 || rect.height < 1) continue;
      const out =
        rect.left < sheet.left - 1 ||
        rect.right > sheet.right + 1 ||
        rect.top < sheet.top - 1 ||
        rect.bottom > sheet.bottom + 1;
      if (out) faults.push({ what: 'outside the slide', text });
      const column = sheet.left + lastX * scale;
      const left = slide.dataset['fold'] === 'a' && !owner.closest('[data-live]') && rect.left < column;
      if (left && rect.right > column) faults.push({ what: 'in the gutter of the fold', text });
      const over = document.elementFromPoint(rect.left + rect.width / 2, rect.top + rect.height / 2);
      if (owner.matches('h2') && over?.closest('h2') !== owner) faults.push({ what: 'below a figure', text });
      // Line boxes are taller than letters: their middle two thirds are what must not meet.
      const inset = rect.height / 6;
      const letters = new DOMRect(rect.left + 1, rect.top + inset, rect.width - 2, rect.height - 2 * inset);
      lines.push({ rect: letters, text, owner });
    }
    for (let box: Element | null = owner; box && box !== slide; box = box.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(box);
      if (overflowX === 'visible' && overflowY === 'visible') continue;
      if (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1)
        faults.push({ what: 'cut by its box', text });
    }
  }
  for (const [index, one] of lines.entries())
    for (const other of lines.slice(index + 1)) {
      const apart =
        one.rect.right <= other.rect.left ||
        other.rect.right <= one.rect.left ||
        one.rect.bottom <= other.rect.top ||
        other.rect.bottom <= one.rect.top;
      if (!apart) faults.push({ what: 'runs into', text: `${one.text} | ${other.text}` });
    }
  return faults;
}

const SIZES = { floor: FLOOR, smallFloor: SMALL_FLOOR, small: SMALL, lastX: SHEET.left.to };

/** Slides composed of text that stand otherwise than they should: half empty, say. */
const illComposed = (found: readonly Composed[]) =>
  found.filter(({ slide, wrong }) => wrong.length > 0 && slide.includes(' composed'));

for (const viewport of [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
]) {
  test(`on every slide text fits, keeps apart, is large enough and fills the sheet at ${viewport.width} × ${viewport.height}`, {
    tag: viewport.width === 1280 ? '@long' : [],
  }, async ({ deck }) => {
    const { page } = deck;
    await page.setViewportSize(viewport);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await deck.open();
    const found: Record<string, readonly Fault[]> = {};
    const composed: Composed[] = [];
    const bare: Record<string, number> = {};
    // Shown in silence: the policy refuses nothing of any slide, and nothing is fetched from anywhere.
    for (const id of await deck.ids()) {
      await deck.show(id);
      const faults = await page.evaluate(findFaults, SIZES);
      if (faults.length > 0) found[id] = faults;
      const measured = await page.evaluate(measureComposed, id);
      composed.push(...illComposed(measured));
      for (const { below } of measured) if (below < 0.6) bare[id] = below;
    }
    expect(found).toEqual({});
    expect(composed, 'at most 45 % of a slide of text are empty').toEqual([]);
    expect(bare, 'no slide leaves its lower half empty').toEqual({});
    await test.step('text that does not fit is found', async () => {
      await deck.show('access');
      await page.evaluate(() => {
        const more = document.createElement('p');
        more.textContent = 'word '.repeat(900);
        document.querySelector('#access h2')?.after(more);
      });
      const faults = await page.evaluate(findFaults, SIZES);
      expect(faults.map(({ what }) => what)).toContain('outside the slide');
    });
  });
}

test('a small deck leaves at most 45 % of a slide of text empty', async ({ small }) => {
  await small.page.emulateMedia({ reducedMotion: 'reduce' });
  await small.open();
  expect(illComposed(await small.page.evaluate(measureComposed, undefined))).toEqual([]);
});
