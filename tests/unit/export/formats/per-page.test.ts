import { expect, test } from 'vitest';
import { choosePerPage } from '../../../../src/export/formats/per-page.ts';

const slide = (words: number, works = 0) => ({
  notes: words === 0 ? [] : [Array.from({ length: words }, (_, at) => `word${at}`).join(' ')],
  works: Array.from({ length: works }, (_, at) => `A title of a work that fills a line of its own, ${at}`),
});

test('a handout has two slides a page where the notes of most are short, and one where they are long', async () => {
  expect(await choosePerPage([slide(40), slide(0), slide(60)], 'a4')).toBe(2);
  expect(await choosePerPage([slide(40), slide(50), slide(400)], 'a4')).toBe(2);
  expect(await choosePerPage([slide(300), slide(50), slide(400)], 'a4')).toBe(1);
  // Half is not most.
  expect(await choosePerPage([slide(300), slide(50)], 'a4')).toBe(1);
  // Sources take room too.
  expect(await choosePerPage([slide(40, 20)], 'a4')).toBe(1);
  // Japanese letters are twice as wide as those that words are counted in.
  expect(await choosePerPage([{ notes: ['記録の文字'.repeat(100)], works: [] }], 'a4')).toBe(1);
  expect(await choosePerPage([{ notes: ['記録の文字'.repeat(40)], works: [] }], 'a4')).toBe(2);
});
