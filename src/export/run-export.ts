import { statSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { browserSource } from '../browser/open-site.ts';
import { progressOn } from '../browser/progress.ts';
import { withTemporaryFolder } from '../browser/temporary-folder.ts';
import { type ExportReport, formatTable, listFaults, reportJson } from '../report/export-report.ts';
import type { Site } from '../site/site.ts';
import { writeOutFolder } from '../site/write/out-folder.ts';
import { checkInputs, checkPlaces, writeExport } from './check-places.ts';
import { chooseFormat } from './formats/index.ts';
import type { WrittenOptions } from './options.ts';

/** How the command line compiles a deck: undefined where it has errors, which it has listed then. */
export type MakeSite = (notes: boolean) => Promise<Site | undefined>;

/**
 * Writes a deck in one format. Says the table of what came of it; with a fault the old files stay as they were.
 * @returns the exit code.
 * @throws UsageError for a format that is none, a choice it does not have, and a place that another file has.
 */
export async function exportDeck(
  deck: string,
  name: string,
  written: WrittenOptions,
  make: MakeSite,
): Promise<number> {
  const { format, options } = chooseFormat(name, written);
  const output = options.output ?? `${nameOf(deck)}${format.ending}`;
  // Said before any work is done.
  await checkPlaces(deck, {
    output,
    isFolder: format.isFolder === true,
    report: options.report,
    force: options.force,
  });
  const browser = browserSource();
  return withTemporaryFolder(browser.close, async () => {
    const began = performance.now();
    // It starts while the deck is compiled; that it cannot is said by whoever waits for it.
    if (format.needsBrowser) browser().catch(() => undefined);
    const site = await make(format.withNotes(options));
    if (!site) return 1;
    checkInputs(site, [output, ...(options.report === undefined ? [] : [options.report])]);
    const write = await format.load();
    const { files, report } = await write(site, { options, browser, progress: progressOn(process.stderr) });
    const paths = files.map(({ path }) => (path === '' ? output : join(output, path)));
    if (options.report) await writeExport(resolve(options.report), reportJson(name, paths, report));
    if (!isFaultless(report)) {
      console.error(`${output} was not written.`);
      return 1;
    }
    if (format.isFolder)
      writeOutFolder(resolve(output), new Map(files.map((file) => [file.path, file.bytes])));
    else for (const { bytes } of files) await writeExport(resolve(output), bytes);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`${output}: ${report.slides} slides after ${seconds} s.`);
    return 0;
  });
}

/** Says the report's table, notices and faults. */
function isFaultless({ rows, faults, notices }: ExportReport): boolean {
  console.error(formatTable(rows));
  for (const line of listFaults(notices)) console.error(`export: ${line}`);
  for (const line of listFaults(faults)) console.error(`export: error: ${line}`);
  return faults.length === 0;
}

function nameOf(deck: string): string {
  const path = resolve(deck);
  return statSync(path, { throwIfNoEntry: false })?.isFile()
    ? basename(path, extname(path))
    : basename(path) || 'deck';
}
