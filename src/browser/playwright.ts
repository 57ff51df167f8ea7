import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const playwright: typeof import('playwright') = require('playwright');

/** Loaded as the CommonJS it is: an `import` first reads all of it for the names it exports, a third of its time. */
export const { chromium } = playwright;
