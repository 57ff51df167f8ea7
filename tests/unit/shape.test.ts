import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ESTree, parseSync, Visitor } from 'vite';
import { expect, test } from 'vitest';

const SRC = fileURLToPath(new URL('../../src/', import.meta.url));
const PATHS = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(ts|css|html)$/.test(path));

/** Functions longer than sixty lines, each with why it is whole. */
const LONG: Readonly<Record<string, string>> = {
  'base/yaml/read.ts readYaml': 'one door: text, aliases, schema, places of keys',
  'base/table/number-core.ts coreOf': 'a branch for each way to write a number',
  'deck/deck.ts compileDeck': 'the straight line from files to a deck',
  'deck/safe/read-xml.ts readXml': 'a branch for each kind of markup, which share where they are',
  'deck/slide/blocks.ts parseBlocks': 'one walk over lines, whose branches share what is open',
  'export/pdf/read-text.ts readContent': 'a branch for each operator of a page',
  'figures/chart/layout/plot/bars.ts placeColumn': 'a column with all that hangs on it',
  'figures/chart/layout/plot/panel.ts placePlotPanel': 'the order in which a panel is laid out',
  'figures/chart/layout/plot/series.ts plotSeries': 'a branch for each kind',
  'figures/chart/layout/plot/ticks.ts placeTicks': 'a branch for each kind of axis',
  'figures/chart/model/short/gather.ts gather': 'one walk over rows',
  'figures/chart/model/short/kind.ts checkKind': 'the rules of kinds, one after the other',
  'figures/chart/model/short/panels.ts makePanels': 'the order in which panels are made',
  'figures/chart/model/short/make-series.ts makeSeries': 'what a series has, each from its key',
  'figures/chart/model/short/scatter.ts scatter': 'one walk over rows',
  'figures/timeline/live/mount.ts bind': 'the listeners of one timeline, which share what is chosen',
  'page/keyboard/key-table.ts keyTable': 'a table',
  'page/slides.ts startDeck': 'the order in which a page comes alive',
  'page/speaker/speaker-view.ts showSpeakerView': 'the order in which a window comes alive',
  'site/site.ts makeSite': 'the straight line from a folder to a site',
};

/** Names that several files share, each with the one thing it means wherever it stands. */
const SHARED: Readonly<Record<string, string>> = {
  'addresses.ts': 'what an address that names no slide may mean to a kind of figure',
  'arrow-keys.ts': 'walking a figure by arrows',
  'article.ts': 'a figure come alive in the article',
  'axis.ts': 'an axis of a figure',
  'build.ts': 'the site as a folder: the command, and what writes it',
  'calendar.ts': 'ticks on round dates',
  'chart.ts': 'a chart, read and laid out',
  'columns.ts': 'columns: of a table of events, and of a slide that is composed',
  'compose.css': 'the look of composed slides, on the stage and in the article',
  'date.ts': 'a date, read',
  'figure.ts': 'a kind of figure: the contract, and each kind’s answer',
  'handout.ts': 'the handout: how it is written, and how it is proven',
  'happenings.ts': 'events and eras of the deck’s timeline beside values',
  'html.ts': 'markup, written',
  'index.ts': 'the list of what a folder holds',
  'keys.ts': 'letters of figures',
  'labels.ts': 'names, placed where none meets another',
  'live.ts': 'a save shown at once: the server’s side and the page’s',
  'media.ts': 'pictures and films of an event: read, and written',
  'mount.ts': 'a figure brought to life on a slide',
  'offline.ts': 'the kept copy: what is written for it, and who keeps it',
  'panel.ts': 'a panel of a chart, at each of its stages',
  'parse.ts': 'text into a model',
  'place.ts': 'a model laid out on the sheet',
  'placed.ts': 'what a layout hands to markup',
  'poster.ts': 'a timeline on one large sheet',
  'print.css': 'on paper',
  'read-text.ts': 'the text of an export, read again for its proof',
  'read.css': 'in the article',
  'read.ts': 'a file, read',
  'render.ts': 'a layout, written as markup',
  'scale.ts': 'values to px',
  'screen.css': 'on the stage',
  'series.ts': 'a series of a chart, laid out',
  'slides.ts': 'what happens on slides',
  'sources.ts': 'the works a deck cites: read, listed, asked for',
  'spec.ts': 'what a chart’s fence may say',
  'start.ts': 'where something begins',
  'steps.ts': 'what comes step by step',
  'table.ts': 'rows and columns',
  'tables.css': 'the look of a deck’s tables, on the stage and in the article',
  'theme.ts': 'light, dark and the author’s own look',
  'words.ts': 'words shown to readers',
  'year-strip.ts': 'the years of each slide, along the foot',
};

/** Longest functions of a file, as `file name: lines`. */
function longIn(path: string): readonly string[] {
  const text = readFileSync(SRC + path, 'utf8');
  const lineOf = (at: number) => text.slice(0, at).split('\n').length;
  const found: string[] = [];
  const see = ({ id, body, start, end }: ESTree.Function | ESTree.ArrowFunctionExpression) => {
    const lines = lineOf(end) - lineOf(start) + 1;
    if (body && lines > 60) found.push(`${path} ${id?.name ?? 'unnamed'}`);
  };
  new Visitor({
    FunctionDeclaration: see,
    FunctionExpression: see,
    ArrowFunctionExpression: see,
  }).visit(parseSync(path, text).program);
  return found;
}

test('a function of more than sixty lines is named here with its reason', () => {
  const long = PATHS.filter((path) => path.endsWith('.ts')).flatMap(longIn);
  expect(long.sort()).toEqual(Object.keys(LONG).sort());
});

test('a name that several files share means one thing, told here', () => {
  const names = PATHS.map((path) => basename(path));
  const shared = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  expect([...shared].sort()).toEqual(Object.keys(SHARED).sort());
});
