import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import type { Problem } from '../../../src/base/problem.ts';
import { readWorks, sayUnwritten } from '../../../src/commands/sources.ts';
import { readDeck } from '../../../src/deck/read.ts';
import { checkSources } from '../../../src/network/check-sources.ts';

const HARBOUR = new URL('../../decks/harbour', import.meta.url).pathname;

/** The harbour deck, whose works have no addresses of their own, with one in each file. */
function withAddresses(base: string) {
  const folder = readDeck(HARBOUR);
  const texts: Readonly<Record<string, string>> = {
    'sources.bib': (folder.read('sources.bib') ?? '').replace(
      'year = 1890',
      `year = 1890,\n  url = {${base}/gone}`,
    ),
    'sources.json': (folder.read('sources.json') ?? '').replace('"type"', `"URL": "${base}/new", "type"`),
    'sources.yaml': `- { id: faros, type: webpage, title: Ο φάρος, URL: "${base}/old" }\n`,
  };
  return { ...folder, read: (path: string) => texts[path], has: (path: string) => path in texts };
}

test('every address is asked for, in whichever of the three files its work stands', async () => {
  const server = createServer((request, response) => {
    if (request.url === '/gone') response.writeHead(410).end();
    else if (request.url === '/old') response.writeHead(301, { location: '/new' }).end();
    else response.end('here');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const host = `127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  const problems: Problem[] = [];
  const works = await readWorks(withAddresses(`http://${host}`), (one) => problems.push(one));
  expect(problems).toEqual([]);
  expect(works.map(({ source, place }) => [source.id, place.file])).toEqual([
    ['faros', 'sources.yaml'],
    ['xartis', 'sources.json'],
    ['vivlio', 'sources.bib'],
  ]);
  const findings = await checkSources(
    works.map(({ source }) => source),
    { allow: new Set([host]) },
  );
  server.close();
  expect(findings.map(({ id, state }) => [id, state])).toEqual([
    ['faros', 'moved'],
    ['xartis', 'there'],
    ['vivlio', 'dead'],
  ]);
  expect(sayUnwritten(works)).toBe(
    '2 of them are of sources.json and sources.bib, which another program writes and would write over: add those there, or move the works to sources.yaml.',
  );
  expect(sayUnwritten(works.slice(0, 1))).toBeUndefined();
});
