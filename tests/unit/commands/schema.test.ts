import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { getLanguageService } from 'yaml-language-server';
import { schema } from '../../../src/commands/schema.ts';

/** The service inside the YAML server that editors start. It may ask for no address: every schema is given. */
const service = getLanguageService({
  schemaRequestService: (address) => Promise.reject(new Error(`the server asked for ${address}`)),
  workspaceContext: { resolveRelativePath: (path) => path },
});
let folder = '';

const NAMES = ['chart', 'front-matter', 'sources', 'timeline'];
const TIMELINE = readFileSync('assets/new/timeline.yaml', 'utf8');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'orihon schema '));
  await schema.run(['schema', '--out', folder]);
  const schemas = NAMES.map((name) => {
    const path = join(folder, `${name}.schema.json`);
    return {
      uri: pathToFileURL(path).href,
      fileMatch: [`${name}.yaml`],
      schema: JSON.parse(readFileSync(path, 'utf8')),
    };
  });
  service.configure({ validate: true, completion: true, hover: true, schemas });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a file that says something else stays, and nothing is written beside it', async () => {
  const other = mkdtempSync(join(tmpdir(), 'orihon schema '));
  writeFileSync(join(other, 'sources.schema.json'), 'mine');
  await expect(async () => schema.run(['schema', '--out', other])).rejects.toThrow('says something else');
  expect(readdirSync(other)).toEqual(['sources.schema.json']);
  rmSync(other, { recursive: true });
});

let version = 0;

/** Each text is a new version, as each change in an editor is: the service reads a version once. */
function open(name: string, text: string): TextDocument {
  version += 1;
  return TextDocument.create(`file:///deck/${name}.yaml`, 'yaml', version, text);
}

/** What an editor underlines: the line, counted from 1, and what it says. */
async function underlined(name: string, text: string): Promise<readonly string[]> {
  const found = await service.doValidation(open(name, text), false);
  return found.map(({ range, message }) => `${range.start.line + 1}: ${message}`);
}

/** What an editor offers at the end of a text. */
async function offered(name: string, text: string): Promise<readonly string[]> {
  const document = open(name, text);
  const { items } = await service.doComplete(document, document.positionAt(text.length), false);
  return items.map(({ label }) => label);
}

test('an editor underlines nothing of a new deck', async () => {
  expect(await underlined('timeline', TIMELINE)).toEqual([]);
  expect(await underlined('sources', readFileSync('assets/new/sources.yaml', 'utf8'))).toEqual([]);
  const talk = readFileSync('assets/new/talk.md', 'utf8');
  expect(await underlined('chart', /```chart\n([\s\S]*?)```/.exec(talk)?.[1] ?? '')).toEqual([]);
  expect(await underlined('front-matter', /^---\n([\s\S]*?)\n---/.exec(talk)?.[1] ?? '')).toEqual([]);
});

test('an editor underlines nothing of the deck of this repository', async () => {
  for (const name of ['timeline', 'sources'])
    expect(await underlined(name, readFileSync(`slides/${name}.yaml`, 'utf8'))).toEqual([]);
});

test('an editor underlines a key that is none, a word that is none and a number that is text', async () => {
  expect(await underlined('timeline', `lanse: []\n${TIMELINE}`)).toEqual([
    '1: Property lanse is not allowed.',
  ]);
  expect(await underlined('sources', '- id: a\n  type: bok\n  title: A\n')).toEqual([
    expect.stringMatching(/^2: Value is not accepted\. Valid values: .*"book"/),
  ]);
  expect(await underlined('front-matter', 'title: A\nminutes: twenty\n')).toEqual([
    '2: Incorrect type. Expected "number".',
  ]);
});

test('an editor completes keys and their words where the cursor stands', async () => {
  expect(await offered('timeline', 'title: A\n')).toEqual(
    expect.arrayContaining(['lanes', 'eras', 'events']),
  );
  expect(await offered('timeline', 'events:\n  - ')).toEqual(expect.arrayContaining(['date', 'title']));
  expect(await offered('sources', '- type: ')).toEqual(expect.arrayContaining(['book', 'webpage']));
  expect(await offered('chart', 'file: a.csv\nas: ')).toEqual(expect.arrayContaining(['line', 'scatter']));
});

test('a name that is none is answered with the nearest', async () => {
  await expect(schema.run(['schema', 'timelin'])).rejects.toThrow('Did you mean "timeline"?');
});
