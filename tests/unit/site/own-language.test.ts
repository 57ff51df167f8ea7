import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TABLES } from '../../../src/base/words/language-tables.ts';
import { attribute, elements, isTextNode, parseHtml, walk } from '../../../src/deck/slide/html-tree.ts';
import { transcribe } from '../../../src/export/transcript.ts';
import { fillPage } from '../../../src/site/fill-page.ts';
import { makeSite } from '../../../src/site/site.ts';
import { slidePages } from '../../../src/site/slide-pages.ts';

const PAGE = readFileSync('src/page/index.html', 'utf8');
const SPOKEN = [
  'aria-label',
  'aria-roledescription',
  'alt',
  'alttext',
  'title',
  'placeholder',
  'data-receipt',
];

/** Names of formats, and what a receipt’s own words are. */
const EVERYWHERE: ReadonlySet<string> = new Set(['CSV', 'csv', 'PNG', 'SVG', 'change', 'sum']);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'orihon-words-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A deck of every kind of figure, whose own words all begin with a q: every other one is the program's. */
const DECK = [
  '---\ntitle: Qa\ndate: 2024-05-01\nlang: LANG\n---\n# Qa',
  '## Qb\n\nQc [@qwork, p. 7; @qlaw; @qstat; @qnews]. {{q.csv qy=1902 qn /10 .1f}} {{q.csv qn sum() .0f}} {{q.csv qn change(1901, 1902) .3r}}\n\nNote: Qd qe.',
  '<!-- .slide: data-visibility="uncounted" -->\n\n![](q.svg)',
  '## Qf\n\n```chart\nfile: q.csv\nas: line\nx: qy\ny: qn\n```',
  '## Qg\n\n```chart\nfile: q.csv\nas: bars\nx: qy\ny: qn\n```',
  '## Qh\n\n```timeline\n```',
  '## Qi\n\n```events\n```',
  '## Qj\n\n```claims\nrows:\n  - { claim: Qk., documents: Ql., finding: confirmed }\n  - { claim: Qm., documents: Qn., finding: nuance }\n  - { claim: Qk., documents: Ql., finding: not-found }\n```',
  '## Qo\n\n```map\nalt: Qp\nplaces:\n  - { name: Qq, at: [16.4, 48.2] }\n```',
  '## Qr\n\n```sources\n```',
  '## Qs\n\nQt[^1], $q^2$ <details><summary>Qu</summary>\n\nQv\n\n</details>\n\n[^1]: Qw.',
].join('\n\n---\n\n');
const FILES = {
  'q.csv': `qy,qn\n${[10, 12.5, 11, 9, 14, 30, 2].map((value, at) => `${1901 + at},${value}`).join('\n')}\n`,
  'q.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
  'sources.yaml': [
    '- { id: qwork, type: book, title: Qtome, author: [{ family: Qaa, given: Qbb }], editor: [{ family: Qcc, given: Qdd }], volume: 2, edition: 3, issued: "1999", accessed: "2024-01-02" }',
    '- { id: qlaw, type: legislation, title: Qlaw, issued: "1990" }',
    '- { id: qstat, type: dataset, title: Qstat, issued: "1991-02" }',
    '- { id: qnews, type: article-newspaper, title: Qnews, container-title: Qpost, number: 4, page: 1-2, issued: "1992-03-04" }',
  ].join('\n'),
  'timeline.yaml': [
    'title: Qtl',
    'lanes: [{ id: qone, name: Qone }, { id: qtwo, name: Qtwo }]',
    'events:',
    ...['"1848"', '"1850~"', '"1860-05"', '"-0120"', '"187X"', '"1880-03/1885"', '"1890-21"'].map(
      (date, at) =>
        `  - { date: ${date}, title: Qev${at}, lane: ${at % 2 ? 'qone' : 'qtwo'}, place: Qplace, summary: Qtext. }`,
    ),
  ].join('\n'),
};

/** The words that a page shows or a reader speaks. */
function wordsIn(html: string): readonly string[] {
  const tree = parseHtml(html.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, ''));
  const texts = [...walk(tree)].flatMap((node) => (isTextNode(node) ? [node.value] : []));
  const named = [...elements(tree)].flatMap((element) =>
    SPOKEN.flatMap((name) => attribute(element, name) ?? []),
  );
  return latinIn([...texts, ...named].join(' '));
}

function latinIn(text: string): readonly string[] {
  return text.match(/\p{Script=Latin}[\p{Script=Latin}\p{M}]{2,}/gu) ?? [];
}

test.each(Object.keys(TABLES).filter((lang) => lang !== 'en'))(
  'a page in %s says nothing in English',
  async (lang) => {
    const path = join(folder, lang);
    mkdirSync(path);
    writeFileSync(join(path, 'deck.md'), DECK.replace('LANG', lang));
    for (const [name, text] of Object.entries(FILES)) writeFileSync(join(path, name), text);
    const { site, problems } = await makeSite(path, { notes: true });
    if (!site) throw new Error(JSON.stringify(problems, null, 1));
    const page = fillPage(PAGE, site);
    const pages = [...slidePages(site).values()];
    const transcript = transcribe('Qa', site.pages, { notes: true, lang });
    const months = Array.from({ length: 12 }, (_, at) =>
      (['long', 'short'] as const).map((month) =>
        new Intl.DateTimeFormat(lang, { month }).format(new Date(2024, at, 3)),
      ),
    ).flat();
    const own = new Set(latinIn([...Object.values(TABLES[lang] ?? {}), ...months].join(' ').toLowerCase()));
    const all = [page, ...pages].flatMap(wordsIn).concat(latinIn(transcript));
    expect(all.length).toBeGreaterThan(100);
    const foreign = all.filter(
      (word) => !/^q/i.test(word) && !EVERYWHERE.has(word) && !own.has(word.toLowerCase()),
    );
    expect([...new Set(foreign)]).toEqual([]);
  },
);
