import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Peer {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly overrides?: Readonly<Record<string, string>>;
}

/** What we are measured beside, in exact versions. Slidev 53 needs a newer Node than the oldest we run on. */
const PEERS = {
  marp: { dependencies: { '@marp-team/marp-cli': '4.5.1' } },
  'reveal-md': { dependencies: { 'reveal-md': '6.1.4' } },
  reveal: { dependencies: { 'reveal.js': '6.0.2' } },
  slidev: {
    dependencies: {
      '@slidev/cli': '52.20.1',
      '@slidev/theme-default': '0.25.0',
      'playwright-chromium': '1.65.0',
    },
    // Its open ranges reach versions that cannot be installed, or that break its build.
    overrides: {
      unocss: '66.10.5',
      '@unocss/extractor-mdc': '66.10.5',
      '@unocss/preset-mini': '66.10.5',
      '@unocss/reset': '66.10.5',
      'magic-string@1': '1.4.1',
    },
  },
  timelinejs: { dependencies: { '@knight-lab/timelinejs': '3.9.11' } },
  vis: { dependencies: { 'vis-timeline': '8.5.4', 'vis-data': '8.0.6' } },
} as const satisfies Record<string, Peer>;

export type PeerName = keyof typeof PEERS;

/**
 * Installs a peer into a folder of its own, which git ignores, where it is not there yet in just these versions.
 *
 * @returns the folder; the packages lie in its `node_modules`
 * @throws Error where npm fails
 */
export function installPeer(name: PeerName): string {
  const folder = fileURLToPath(new URL(`./peers/${name}`, import.meta.url));
  const manifest = join(folder, 'package.json');
  // Written last: an install cut short is begun anew.
  const done = join(folder, 'installed.json');
  const wanted = `${JSON.stringify({ private: true, ...PEERS[name] }, undefined, 2)}\n`;
  if (existsSync(done) && readFileSync(done, 'utf8') === wanted) return folder;
  // Decks lie beside the packages, and may have been written already.
  for (const old of ['node_modules', 'installed.json', 'package-lock.json'])
    rmSync(join(folder, old), { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(manifest, wanted);
  console.error(`Installing ${name} into bench/peers …`);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['install', '--no-audit', '--no-fund', '--no-package-lock'], {
    cwd: folder,
    env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1', PUPPETEER_SKIP_DOWNLOAD: '1' },
    shell: process.platform === 'win32',
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`npm could not install ${name} (see above)`);
  writeFileSync(done, wanted);
  return folder;
}
