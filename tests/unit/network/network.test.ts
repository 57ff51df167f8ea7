import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addArchived } from '../../../src/network/add-archived.ts';
import { addCredits, bringPicture } from '../../../src/network/bring-pictures.ts';
import { checkSources } from '../../../src/network/check-sources.ts';
import { fetchBounded } from '../../../src/network/fetch-bounded.ts';
import { pictureKind } from '../../../src/network/picture-kind.ts';
import { isPublicAddress } from '../../../src/network/public-address.ts';
import { findArchived } from '../../../src/network/wayback.ts';

let server: Server;
let base = '';
let allow: ReadonlySet<string> = new Set();

beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    if (pathname === '/gone') response.writeHead(410).end();
    else if (pathname === '/old') response.writeHead(301, { location: '/new' }).end();
    else if (pathname === '/inside') response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
    else if (pathname === '/file') response.writeHead(302, { location: 'file:///etc/passwd' }).end();
    else if (pathname === '/round') response.writeHead(302, { location: '/round' }).end();
    else if (pathname === '/big') response.end('x'.repeat(5000));
    else if (pathname === '/slow') response.write('…');
    else if (pathname === '/edited')
      response.writeHead(200, { 'last-modified': 'Wed, 04 Mar 2026 10:00:00 GMT' }).end('new');
    else if (pathname === '/available') {
      const closest = {
        available: true,
        url: 'http://web.archive.org/web/20260102030405/x',
        timestamp: '20260102030405',
      };
      response.end(JSON.stringify({ archived_snapshots: request.url?.includes('none') ? {} : { closest } }));
    } else if (pathname === '/Mill%20wheel.php') response.end(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
    else if (pathname === '/wheel.svg')
      response.end('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script><path d="M0 0h1"/></svg>');
    else response.end('text');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' ? (address satisfies AddressInfo | null)?.port : 0;
  base = `http://127.0.0.1:${port}`;
  allow = new Set([`127.0.0.1:${port}`]);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test.each([
  ...[
    '127.0.0.1',
    '10.1.2.3',
    '172.20.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
  ],
  ...['::1', '::', 'fe80::1', 'fc00::1', '::ffff:10.0.0.1', '2002:7f00:1::', 'ff02::1', 'word', ''],
])('%s is not public', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(['93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946', '::ffff:93.184.216.34'])(
  '%s is public',
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

describe('a fetch', () => {
  test('never asks a host that is not public, unless a test allows its own server', async () => {
    await expect(fetchBounded(`${base}/`)).rejects.toThrow('is not on the open network');
    await expect(fetchBounded('http://localhost:1/')).rejects.toThrow('is not on the open network');
    await expect(fetchBounded('http://[::1]:1/')).rejects.toThrow('is not on the open network');
    expect((await fetchBounded(`${base}/`, { allow })).status).toBe(200);
  });

  test.each([
    ['/inside', 'is not on the open network'],
    ['/file', 'file: is not fetched'],
    ['/round', 'it is sent on and on'],
    ['/big', 'it is larger than'],
    ['/slow', 'it did not answer in time'],
  ])('of %s fails: %s', async (path, why) => {
    await expect(fetchBounded(base + path, { allow, mostBytes: 1000, mostTime: 400 })).rejects.toThrow(why);
  });

  test.each(['ftp://example.org/', 'file:///etc/passwd', 'http://me:secret@example.org/', 'nothing'])(
    'of %s is refused',
    async (address) => {
      await expect(fetchBounded(address)).rejects.toThrow(/not fetched|no address/);
    },
  );
});

test('the sources of a deck are there, dead, moved, changed or not known', async () => {
  const sha256 = createHash('sha256').update('text').digest('hex');
  const works = [
    { id: 'fine', URL: `${base}/`, sha256 },
    { id: 'none' },
    { id: 'gone', URL: `${base}/gone` },
    { id: 'old', URL: `${base}/old` },
    { id: 'other', URL: `${base}/`, sha256: sha256.replace(/^./, 'g') },
    { id: 'edited', URL: `${base}/edited`, accessed: '2026-03-01' },
    { id: 'same', URL: `${base}/edited`, accessed: '2026-03-05' },
    { id: 'inside', URL: 'http://10.0.0.1/' },
  ];
  const findings = await checkSources(works, { allow });
  expect(findings.map(({ id, state }) => `${id} ${state}`)).toEqual([
    ...[
      'fine there',
      'gone dead',
      'old moved',
      'other changed',
      'edited changed',
      'same there',
      'inside unknown',
    ],
  ]);
  expect(findings[2]?.says).toBe(`is now at ${base}/new`);
});

test('a copy in the archive is found, or none', async () => {
  const options = { allow, archive: `${base}/available` };
  expect(await findArchived('https://example.org/a', '2026-01-01', options)).toEqual({
    url: 'https://web.archive.org/web/20260102030405/x',
    date: '2026-01-02',
  });
  expect(await findArchived('https://example.org/none', undefined, options)).toBeUndefined();
});

test('archived copies are added, and all else stays as it was written', () => {
  const yaml =
    '# Works\n- id: a # first\n  URL: https://example.org/a\n  title: "A"\n\n- title: B\n  URL: https://b\n  id: b\n';
  const copy = { url: 'https://web.archive.org/web/1/a', date: '2026-01-02' };
  expect(addArchived(yaml, new Map([['a', copy]]))).toBe(
    yaml.replace('/a\n', `/a\n  archived: { url: "${copy.url}", date: 2026-01-02 }\n`),
  );
});

test.each([
  ['png', '\x89PNG\r\n\x1a\n…'],
  ['jpg', '\xff\xd8\xff\xe0'],
  ['webp', 'RIFFxxxxWEBPVP8'],
  ['svg', '<?xml version="1.0"?><svg/>'],
  [undefined, '<html>'],
  [undefined, 'MZ'],
])('first bytes say %s', (kind, head) => {
  expect(pictureKind(Uint8Array.from(head, (letter) => letter.charCodeAt(0)))).toBe(kind);
});

describe('pictures on other hosts', () => {
  test('are named by what they are and where they lie, and drawings are cleaned', async () => {
    const png = await bringPicture(`${base}/Mill%20wheel.php`, { allow });
    expect(png).toMatchObject({ path: expect.stringMatching(/^pictures\/mill-wheel-[0-9a-f]{8}\.png$/) });
    const svg = await bringPicture(`${base}/wheel.svg`, { allow });
    expect('bytes' in svg && new TextDecoder().decode(svg.bytes)).toMatch(/^<svg(?!.*script).*path/s);
    expect(await bringPicture(`${base}/`, { allow })).toMatchObject({
      why: 'what came is no picture, but perhaps a page about it',
    });
    expect(await bringPicture(`${base}/gone`, { allow })).toMatchObject({ why: 'the host answers 410' });
    expect(await bringPicture('http://192.168.0.1/x.png')).toMatchObject({
      why: '192.168.0.1 is not on the open network',
    });
  });

  test('have their addresses kept', () => {
    const paths = new Map([['https://a.example/m.png', 'pictures/m-1.png']]);
    const once = addCredits('', paths, '2026-11-28');
    expect(once).toContain(
      '- { file: pictures/m-1.png, url: "https://a.example/m.png", fetched: 2026-11-28 }',
    );
    expect(addCredits(once, paths, '2026-11-29')).toBe(once);
  });
});
