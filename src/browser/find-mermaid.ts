import { readFileSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { z } from 'zod';
import { packageFolders } from '../fonts/installed.ts';

/** The program that draws diagrams, as text: it runs in a page of a browser, never here. */
export interface Mermaid {
  readonly version: string;
  readonly script: string;
}

const Package = z.object({
  name: z.literal('mermaid'),
  version: z.string().regex(/^\d+\.\d+\.\d+[\w.+-]*$/),
});

/**
 * The package "mermaid" from the program's installation or the folder the command runs in, read as data.
 * @param root folder of the deck: nothing in it or below it is a program to be run.
 * @returns undefined where it is not installed.
 */
export function findMermaid(
  root: string,
  folders: readonly string[] = packageFolders(),
): Mermaid | undefined {
  for (const folder of folders) {
    try {
      const real = realpathSync(join(folder, 'mermaid'));
      if (`${real}${sep}`.startsWith(`${realpathSync(root)}${sep}`)) continue;
      const { version } = Package.parse(JSON.parse(readFileSync(join(real, 'package.json'), 'utf8')));
      return { version, script: readFileSync(join(real, 'dist', 'mermaid.min.js'), 'utf8') };
    } catch {
      // Not here, or no such package: the next folder may hold it.
    }
  }
  return undefined;
}
