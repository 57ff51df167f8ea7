import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getLanguageService, TextDocument } from 'vscode-json-languageservice';
import { parse } from 'yaml';
import { schema } from '../../../src/commands/schema.ts';

const service = getLanguageService({});
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'orihon schema '));
  await schema.run(['schema', '--out', folder]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a file that says something else stays, and nothing is written beside it', async () => {
  const other = mkdtempSync(join(tmpdir(), 'orihon schema '));
  writeFileSync(join(other, 'sources.schema.json'), 'mine');
  await expect(async () => schema.run(['schema', '--out', other])).rejects.toThrow('says something else');
  expect(readdirSync(other)).toEqual(['sources.schema.json']);
  rmSync(other, { recursive: true });
});

/** A value as an editor sees it: as JSON, by the service that editors' YAML servers are built on. */
function open(value: unknown) {
  const document = TextDocument.create('file:///a.json', 'json', 1, JSON.stringify(value, null, 1));
  return { document, json: service.parseJSONDocument(document) };
}

/** What an editor underlines. */
async function underlined(name: string, value: unknown): Promise<readonly string[]> {
  const { document, json } = open(value);
  const found = await service.doValidation(document, json, {}, read(name));
  return found.map(({ message }) => (typeof message === 'string' ? message : message.value));
}

function read(name: string) {
  return JSON.parse(readFileSync(join(folder, `${name}.schema.json`), 'utf8'));
}

const written = (path: string): object => parse(readFileSync(path, 'utf8'));

test('an editor underlines nothing of a new deck', async () => {
  expect(await underlined('timeline', written('assets/new/timeline.yaml'))).toEqual([]);
  expect(await underlined('sources', written('assets/new/sources.yaml'))).toEqual([]);
  const chart = /```chart\n([\s\S]*?)```/.exec(readFileSync('assets/new/talk.md', 'utf8'))?.[1] ?? '';
  expect(await underlined('chart', parse(chart))).toEqual([]);
});

test('an editor underlines a key that is none, a word that is none and a number that is text', async () => {
  const timeline = { ...written('assets/new/timeline.yaml'), lanse: [] };
  expect(await underlined('timeline', timeline)).toEqual(['Property lanse is not allowed.']);
  expect(await underlined('sources', [{ id: 'a', type: 'bok', title: 'A' }])).toHaveLength(1);
  expect(await underlined('front-matter', { minutes: 'twenty' })).toHaveLength(1);
});

test('an editor completes the keys of a timeline', async () => {
  service.configure({ schemas: [{ uri: 'file:///t', fileMatch: ['*.json'], schema: read('timeline') }] });
  const { document, json } = open({ '': 1 });
  const offered = await service.doComplete(document, { line: 1, character: 2 }, json);
  expect(offered?.items.map(({ label }) => label)).toEqual(
    expect.arrayContaining(['lanes', 'eras', 'events']),
  );
});

test('a name that is none is answered with the nearest', async () => {
  await expect(schema.run(['schema', 'timelin'])).rejects.toThrow('Did you mean "timeline"?');
});
