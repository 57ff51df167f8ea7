import { expect, test } from 'vitest';
import { holdWords } from '../../../../../src/base/words/in-page.ts';
import * as inPage from '../../../../../src/figures/timeline/live/told-dates.ts';
import { tellMonths } from '../../../../../src/figures/timeline/markup/tell-months.ts';
import { formatDay, monthOfYear } from '../../../../../src/figures/timeline/model/date.ts';

const LANGUAGES = ['en', 'de', 'fr', 'es', 'ja', 'zh', 'ko', 'ar', 'el', 'lt', 'ca', 'hu', 'cy', 'th'];

test.each(LANGUAGES)('a page says months and days as a build does, in %s', (lang) => {
  holdWords({ months: tellMonths(lang), bc: '{year} BC' });
  for (let month = 1; month <= 12; month++) {
    expect(inPage.monthOfYear(month)).toBe(monthOfYear(month, undefined, lang));
    for (const day of [1, 2, 9, 10, 28])
      expect(inPage.monthOfYear(month, day)).toBe(monthOfYear(month, day, lang));
    for (const year of [1, 44, 999, 1846, 2024, 0, -43])
      for (const date of [
        { year, month },
        { year, month, day: 8 },
        { year, month, day: 28 },
      ])
        expect(inPage.formatDay(date)).toBe(formatDay(date, lang));
  }
});
