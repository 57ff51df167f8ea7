import { statSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { type ExportReport, formatTable, listFaults, reportJson } from '../report/export-report.ts';
import type { Site } from '../site/site.ts';
import { chooseFormat, type Format } from './formats/index.ts';
import type { ExportOptions, WrittenOptions } from './options.ts';
import { askShown } from './warm/ask-shown.ts';
import type { Made } from './warm/message.ts';

/** How the command line compiles a deck: undefined where it has errors, which it has listed then. */
export type MakeSite = (notes: boolean) => Promise<Site | undefined>;

/**
 * Writes a deck in one format. Says the table of what came of it; with a fault the old files stay as they were.
 * @param ask for an export by a program that is warm, where one runs.
 * @returns the exit code.
 * @throws UsageError for a format that is none, a choice it does not have, and a place that another file has.
 */
export async function exportDeck(
  deck: string,
  name: string,
  written: WrittenOptions,
  make: MakeSite,
  ask: typeof askShown = askShown,
): Promise<number> {
  const { format, options } = chooseFormat(name, written);
  const output = options.output ?? outputOf(deck, format.ending);
  const began = performance.now();
  // What needs no browser is made as fast by whoever asks. It is at work while the places are looked at here.
  const warm = format.needsBrowser ? await ask(deck, { format: name, written }) : undefined;
  const { checkInputs, checkPlaces, writeExport } = await import('./check-places.ts');
  await checkPlaces(deck, {
    output,
    isFolder: format.isFolder === true,
    report: options.report,
    force: options.force,
  });
  const made = (await warm?.made) ?? (await makeHere(format, options, make));
  if (!made) return 1;
  const { files, report } = made;
  checkInputs(made.site, [output, ...(options.report === undefined ? [] : [options.report])]);
  const paths = files.map(({ path }) => (path === '' ? output : join(output, path)));
  if (options.report) await writeExport(resolve(options.report), reportJson(name, paths, report));
  if (!isFaultless(report)) {
    console.error(`${output} was not written.`);
    return 1;
  }
  if (format.isFolder) {
    const { writeOutFolder } = await import('../site/write/out-folder.ts');
    writeOutFolder(resolve(output), new Map(files.map((file) => [file.path, file.bytes])));
  } else for (const { bytes } of files) await writeExport(resolve(output), bytes);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${output}: ${report.slides} slides after ${seconds} s.`);
  return 0;
}

/** Makes an export with a browser of its own; undefined where the deck has errors. */
async function makeHere(format: Format, options: ExportOptions, make: MakeSite): Promise<Made | undefined> {
  const [{ browserSource }, { progressOn }, { withTemporaryFolder }] = await Promise.all([
    import('../browser/open-site.ts'),
    import('../browser/progress.ts'),
    import('../browser/temporary-folder.ts'),
  ]);
  const browser = browserSource();
  return withTemporaryFolder(browser.close, async () => {
    // It starts while the deck is compiled; that it cannot is said by whoever waits for it.
    if (format.needsBrowser) browser().catch(() => undefined);
    const site = await make(format.withNotes(options));
    if (!site) return undefined;
    const write = await format.load();
    return { ...(await write(site, { options, browser, progress: progressOn(process.stderr) })), site };
  });
}

/** Says the report's table, notices and faults. */
function isFaultless({ rows, faults, notices }: ExportReport): boolean {
  console.error(formatTable(rows));
  for (const line of listFaults(notices)) console.error(`export: ${line}`);
  for (const line of listFaults(faults)) console.error(`export: error: ${line}`);
  return faults.length === 0;
}

/** Where an export is written when nothing is said: a file named for the deck, in the folder the command runs in. */
export function outputOf(deck: string, ending: string): string {
  const path = resolve(deck);
  const isFile = statSync(path, { throwIfNoEntry: false })?.isFile();
  const name = isFile ? basename(path, extname(path)) : basename(path) || 'deck';
  return `${name}${ending}`;
}
