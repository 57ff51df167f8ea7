import {
  appendFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkInputs, checkPlaces, writeExport } from '../../../src/export/check-places.ts';

const above = mkdtempSync(join(tmpdir(), 'orihon places '));
const at = (path: string) => join(above, path);
afterAll(() => rmSync(above, { recursive: true, force: true }));

beforeAll(async () => {
  mkdirSync(at('deck'));
  for (const name of ['01.md', 'timeline.yaml', 'data.json', 'map.png', 'notes.txt'])
    writeFileSync(at(`deck/${name}`), name);
  writeFileSync(at('theirs.pdf'), await (await PDFDocument.create()).save());
  const ours = await PDFDocument.create();
  ours.setCreator('Orihon');
  for (const place of ['ours.pdf', 'deck/ours.pdf']) writeFileSync(at(place), await ours.save());
  writeFileSync(at('report.json'), '{\n  "format": "pdf",\n  "files": []\n}\n');
  writeFileSync(at('empty.pdf'), '');
  symlinkSync(at('deck/timeline.yaml'), at('link.pdf'));
  symlinkSync(at('nowhere'), at('dangling.pdf'));
  linkSync(at('deck/01.md'), at('hard.pdf'));
});

const check = (output: string, more: { force?: boolean; report?: string; isFolder?: boolean } = {}) =>
  checkPlaces(at('deck'), {
    ...{ output: at(output), isFolder: more.isFolder ?? false, force: more.force ?? false },
    report: more.report && at(more.report),
  });

describe('an export', () => {
  test.each([
    'deck/timeline.yaml',
    'deck/01.md',
    'deck/data.json',
    'deck/map.png',
    'deck/new.yaml',
    'link.pdf',
    'hard.pdf',
  ])('is not written over its source: %s, not even by force', async (output) => {
    await expect(check(output)).rejects.toThrow('is a file of the deck');
    await expect(check(output, { force: true })).rejects.toThrow('is a file of the deck');
    await expect(check('new.pdf', { report: output, force: true })).rejects.toThrow('is a file of the deck');
  });

  test.each(['theirs.pdf', 'deck/notes.txt'])('is written over %s by force alone', async (output) => {
    await expect(check(output)).rejects.toThrow('is no earlier export');
    await check(output, { force: true });
  });

  test.each(['new.pdf', 'ours.pdf', 'deck/ours.pdf', 'deck/new.pdf', 'empty.pdf', 'report.json'])(
    'is written to %s without a question',
    async (output) => {
      await check(output);
    },
  );

  test('is not written over one that somebody worked on since, but by force', async () => {
    await writeExport(at('talk.txt'), 'as it was written');
    await check('talk.txt');
    appendFileSync(at('talk.txt'), ', and more');
    await expect(check('talk.txt')).rejects.toThrow('was changed since');
    await check('talk.txt', { force: true });
    appendFileSync(at('ours.pdf'), '\n1 0 obj\nendobj\nstartxref\n0\n%%EOF\n');
    await expect(check('ours.pdf')).rejects.toThrow('is no earlier export');
  });

  test('is not written over what the deck turns out to show, wherever that lies', () => {
    mkdirSync(at('deck/pictures'));
    writeFileSync(at('deck/pictures/a.jpg'), 'a');
    linkSync(at('deck/pictures/a.jpg'), at('hard.jpg'));
    const site = { root: at('deck'), sources: ['01.md', 'pictures/a.jpg'] };
    for (const place of ['deck/pictures/a.jpg', 'hard.jpg'])
      expect(() => checkInputs(site, [at('new.pdf'), at(place)])).toThrow('is a file of the deck');
    checkInputs(site, [at('new.pdf'), at('theirs.pdf')]);
  });

  test('is not written to a link that leads nowhere, a folder, the deck itself, or where its report goes', async () => {
    await expect(check('dangling.pdf')).rejects.toThrow('leads nowhere');
    await expect(check('deck')).rejects.toThrow('is a folder');
    await expect(check('deck', { isFolder: true })).rejects.toThrow('is the deck itself');
    await expect(check('new.pdf', { report: 'new.pdf' })).rejects.toThrow('would replace the export');
    await expect(check('pictures', { isFolder: true, report: 'pictures/a.json' })).rejects.toThrow(
      'pictures alone',
    );
  });
});
