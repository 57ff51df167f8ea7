import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { figureSheets } from './src/site/figure-sheets.ts';
import { pageModules } from './src/site/page-modules.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
/** Where this is an installed package, what the page imports lies beside it, or beside a package that needs it. */
const packages = /^.*?[\\/]node_modules(?=[\\/])/.exec(here('.'))?.[0];

/**
 * How Vite bundles the page. The deck comes in afterwards (src/site/build.ts), or while it is served through a plugin
 * that the command line adds (src/site/serve/live.ts), since it may lie anywhere on disk.
 */
export default defineConfig({
  root: here('./src/page'),
  // Relative, so that the site works from any sub-folder of a web server.
  base: './',
  publicDir: false,
  plugins: [figureSheets(), pageModules()],
  // An installed package may be read-only, and is not ours to write into.
  cacheDir: join(tmpdir(), `orihon-${process.getuid?.() ?? 'user'}`, 'vite'),
  server: {
    // This machine only, unless told otherwise: an unfinished talk is nobody else's business.
    host: 'localhost',
    port: 5173,
    // Of this program, and nothing beside it: another deck may lie there.
    fs: { allow: [here('./src'), packages ?? here('./node_modules')] },
    // No other site of this machine reads the page.
    cors: false,
  },
  // All that the page imports is published as modules: there is nothing to bundle before the first page.
  optimizeDeps: { noDiscovery: true, include: [] },
  build: {
    outDir: here('./dist'),
    target: 'es2022',
    // The page's policy allows no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // Where time goes in a build is nobody's news.
    rolldownOptions: {
      checks: { pluginTimings: false },
      // Constants stay what they are, so that the minifier puts their values where they are used.
      output: { entryFileNames: 'assets/[name]-[hash].js', topLevelVar: false },
    },
  },
});
