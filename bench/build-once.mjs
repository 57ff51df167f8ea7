// Builds a deck once, composed or not, and says how much processor time its process took, ms.
import { importSource } from '../bin/set-up.mjs';

const [deck, out, composing] = process.argv.slice(2);
const { makeSite } = await importSource('site/site.ts');
const { buildSite } = await importSource('site/build.ts');
const { site } = await makeSite(deck, { notes: false, composing });
await buildSite(site, out);
const { user, system } = process.cpuUsage();
console.log(((user + system) / 1000).toFixed(0));
process.exit(0);
