import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import fc from 'fast-check';
import { readCases } from '../../reveal/cases.ts';
import { DIFFERENCES } from '../../reveal/differences.ts';
import { documents } from '../../reveal/documents.ts';
import { compileOurs } from '../../reveal/ours.ts';
import { outline } from '../../reveal/outline.ts';
import { forReveal, loadPlugin, parseTheirs } from '../../reveal/theirs.ts';

const LONG = process.env['ORIHON_LONG'] !== undefined;
const cases = readCases('cases.md');

/** Each text with the two trees made of it. */
async function compare(page: Page, texts: readonly string[]) {
  await loadPlugin(page);
  const theirs = await parseTheirs(page, texts.map(forReveal));
  return texts.map((text, index) => {
    const ours = compileOurs(text);
    return {
      text,
      problems: ours.problems,
      said: ours.said,
      ours: outline(ours.html),
      theirs: outline(theirs[index] ?? ''),
    };
  });
}

test(`Reveal's own plugin makes the same tree of ${cases.length} decks of every convention`, async ({
  page,
}) => {
  expect(cases.length).toBeGreaterThanOrEqual(80);
  const compared = await compare(
    page,
    cases.map(({ text }) => text),
  );
  for (const [index, { ours, theirs, problems }] of compared.entries()) {
    expect.soft(problems, cases[index]?.name).toEqual([]);
    expect.soft(ours, cases[index]?.name).toBe(theirs);
  }
});

test(`Reveal's own plugin makes the same tree of ${LONG ? '2,000' : '60'} generated decks`, async ({
  page,
}) => {
  const texts = fc.sample(documents, { numRuns: LONG ? 2000 : 60, seed: 1902 });
  const kept = texts.filter((text) => !DIFFERENCES.some(({ applies }) => applies(text)));
  expect(kept.length / texts.length, 'nearly all are compared').toBeGreaterThan(0.9);
  const wrong = (await compare(page, kept)).filter(
    ({ ours, theirs, problems }) => ours !== theirs || problems.length > 0,
  );
  wrong.sort((a, b) => a.text.length - b.text.length);
  const shown = wrong.map(({ ours, theirs, text, problems }) => {
    const mine = ours.split('\n');
    const at = theirs.split('\n').findIndex((line, index) => line !== mine[index]);
    return { problems, at: theirs.split('\n').slice(at - 2, at + 3), ours: mine.slice(at - 2, at + 3), text };
  });
  expect(shown.slice(0, 5), `${wrong.length} of ${kept.length}`).toEqual([]);
});

test('each listed difference is one, and nothing is lost silently by it', async ({ page }) => {
  const compared = await compare(
    page,
    DIFFERENCES.map(({ example }) => example),
  );
  const documented = readFileSync(new URL('../../../docs/markdown.md', import.meta.url), 'utf8').replaceAll(
    '`',
    '',
  );
  for (const [index, { ours, theirs, problems, said }] of compared.entries()) {
    const difference = DIFFERENCES[index];
    if (!difference) throw new Error('no difference');
    expect.soft(documented).toContain(`| ${difference.name} |`);
    expect.soft(difference.applies(difference.example), difference.name).toBe(true);
    if ('problem' in difference) expect.soft(said.join('\n'), difference.name).toContain(difference.problem);
    else {
      expect.soft(ours, difference.name).not.toBe(theirs);
      expect.soft(problems, difference.name).toEqual([]);
      expect.soft(ours, difference.name).toBe(outline(difference.right));
    }
  }
});

test('line feeds, carriage returns, both, and a byte order mark make the same slides', () => {
  for (const { name, text } of cases) {
    const { html } = compileOurs(text);
    for (const end of ['\r\n', '\r'])
      expect.soft(compileOurs(`\uFEFF${text.replaceAll('\n', end)}`).html, name).toBe(html);
  }
});
