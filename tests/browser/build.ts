import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type StaticServer, serveFolder } from '../../src/browser/serve-folder.ts';
import { buildSite } from '../../src/site/build.ts';
import { makeSite } from '../../src/site/site.ts';

/** Decks built for the tests, by the name their address has in the environment. */
const DECKS = [
  ['SITE_DECK', 'slides', { notes: false }],
  // The speaker's tests are long ones; the few others ask what any deck with notes and a chart answers.
  ['SITE_STAGE', process.env.ORIHON_LONG ? 'slides' : 'assets/new', { notes: true }],
  ['SITE_SMALL', 'tests/decks/small', { notes: false }],
  ['SITE_WALK', 'tests/decks/walk', { notes: false }],
] as const;

/** Builds every deck once and serves each from a sub-folder, since a site must not care where it lies. */
export default async function build(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'orihon-test-'));
  const servers: StaticServer[] = [];
  for (const [name, path, options] of DECKS) {
    const { site, problems } = await makeSite(path, options);
    if (!site) throw new Error(`${path} has problems:\n${JSON.stringify(problems, null, 1)}`);
    await buildSite(site, join(folder, name));
    const server = await serveFolder(join(folder, name), '/talks/2023/');
    process.env[name] = server.url;
    process.env[`${name}_FOLDER`] = join(folder, name);
    servers.push(server);
  }
  return async () => {
    await Promise.all(servers.map((server) => server.close()));
    await rm(folder, { recursive: true, force: true });
  };
}
