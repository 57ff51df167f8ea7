import { expect, test } from '../deck.ts';

test('F3 finds slides by words of their text, and Enter goes to the first', async ({ deck }) => {
  await deck.open();
  await deck.page.keyboard.press('F3');
  const dialog = deck.page.getByRole('dialog', { name: 'Search the slides' });
  const words = dialog.getByRole('searchbox');
  await expect(words).toBeFocused();
  await words.fill('HATERUMA senkaku');
  await expect(dialog.getByRole('status')).toHaveText('On one slide.');
  await expect(dialog.getByRole('button')).toContainText('Hateruma');
  await words.press('Enter');
  await expect(dialog).toBeHidden();
  expect(await deck.current()).toBe('tokyo');
});

test('a search that finds nothing says so, forgives accents and case, and Esc leaves where one was', async ({
  deck,
}) => {
  await deck.open('map');
  await deck.page.keyboard.press('F3');
  const dialog = deck.page.getByRole('dialog', { name: 'Search the slides' });
  await dialog.getByRole('searchbox').fill('zebra');
  await expect(dialog.getByRole('status')).toHaveText('On no slide.');
  await dialog.getByRole('searchbox').fill('AUSTRÁLIA');
  await expect(dialog.getByRole('status')).toHaveText(/On \d+ slides\./);
  await dialog.getByRole('button').first().focus();
  await deck.page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect(await deck.current()).toBe('map');
});

test('the notes are not searched where the room can see', async ({ stage }) => {
  await stage.open();
  await stage.page.keyboard.press('F3');
  const dialog = stage.page.getByRole('dialog', { name: 'Search the slides' });
  await dialog.getByRole('searchbox').fill('although a negative');
  await expect(dialog.getByRole('status')).toHaveText('On no slide.');
});

test('the strip is the whole domain to scale, and lights the years of the slide', async ({ deck }) => {
  await deck.open('era-1902');
  const lit = deck.page.locator('.strip-lit');
  const shares = () =>
    lit.evaluate((bar) => {
      const whole = bar.closest('svg')?.getBoundingClientRect();
      const { left, width } = bar.getBoundingClientRect();
      return whole ? [(left - whole.left) / whole.width, width / whole.width] : [];
    });
  const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
  const all = days('1902-01-01', '2024-01-01');
  for (const [id, from, to] of [
    ['era-1902', '1902-01-30', '1923-08-17'],
    ['era-2013', '2013-01-01', '2024-01-01'],
    ['timeline', '1902-01-01', '2024-01-01'],
    ['spending', '1976-01-01', '2024-01-01'],
  ] as const) {
    await deck.show(id);
    const [left = 0, width = 0] = await shares();
    expect(left).toBeCloseTo(days('1902-01-01', from) / all, 2);
    expect(width).toBeCloseTo(days(from, to) / all, 2);
  }
  await deck.show('sources');
  expect((await shares())[1]).toBe(0);
  await expect(deck.page.locator('.reveal > .progress')).toBeHidden();
});

test('the overview shows slides side by side, arrows walk it and Enter opens one', async ({ deck }) => {
  await deck.open('map');
  await deck.page.keyboard.press('o');
  const seen = await deck.page.evaluate(
    () =>
      window.Reveal.getSlides().filter((slide) => {
        const { left, right, width } = slide.getBoundingClientRect();
        return width > 0 && right > 0 && left < window.innerWidth;
      }).length,
  );
  expect(seen).toBeGreaterThan(2);
  await deck.page.keyboard.press('ArrowRight');
  await deck.page.keyboard.press('Enter');
  expect(await deck.page.evaluate(() => window.Reveal.isOverview())).toBe(false);
  expect(await deck.current()).toBe('three-texts');
});
