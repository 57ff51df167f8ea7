import { describe, expect, test } from 'vitest';
import { countSteps, firstSheets, sheetsOf, unfoldSite } from '../../../../src/export/pdf/pages.ts';
import { makeSite, type Site } from '../../../../src/site/site.ts';

function span(classes: string, index?: number): string {
  return `<b class="${classes}"${index === undefined ? '' : ` data-fragment-index="${index}"`}></b>`;
}

describe('the steps of a slide', () => {
  test('are counted as reveal.js does: those of one index come together, those without one by one', () => {
    expect(countSteps('<section><p class="fragmented">No step</p></section>')).toBe(0);
    expect(countSteps(span('fragment fade-out'))).toBe(1);
    expect(countSteps([span('a fragment', 3), span('fragment', 3), span('fragment', 7)].join(''))).toBe(2);
    expect(countSteps([span('fragment'), span('fragment', 0), span('fragment')].join(''))).toBe(3);
  });
});

describe('the pages of a PDF', () => {
  async function small(): Promise<Site> {
    const { site } = await makeSite('tests/decks/small', { notes: false });
    if (!site) throw new Error('the deck has errors');
    return site;
  }

  test('are one a slide, or one more for each step, numbered after its slide', async () => {
    const site = await small();
    expect(sheetsOf(site, false).map(({ label }) => label)).toEqual(['1', '2', '3', '4', '5']);
    const sheets = sheetsOf(site, true);
    expect(sheets.map(({ label }) => label)).toEqual(['1', '2', '3', '3.1', '4', '5']);
    expect(firstSheets(sheets)).toEqual([0, 1, 2, 4, 5]);
  });

  test('leave stacks as they are', async () => {
    const site = await small();
    const { slides } = unfoldSite(site, sheetsOf(site, true));
    const sections = [...slides.matchAll(/<\/?section(?: class="(stack)"| data-steps-done="(\d)"| )?/g)];
    expect(sections.map(([tag, stack, done]) => stack ?? done ?? tag).join(' ')).toBe(
      '0 </section 0 </section 0 </section stack 1 </section 0 </section </section 0 </section',
    );
  });

  test('are one a slide where the deck wants no steps at all', async () => {
    const site = await small();
    const meta = { ...site.deck.meta, revealOptions: { fragments: false } };
    expect(sheetsOf({ ...site, deck: { ...site.deck, meta } }, true).length).toBe(5);
  });
});
