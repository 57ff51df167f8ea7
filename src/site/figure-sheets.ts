import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Plugin, preprocessCSS, type ResolvedConfig } from 'vite';

const ALL_KINDS = /^@import "(.*)\/\*\/(\w+\.css)";$/gm;
/** Sheets for some media alone, which Vite would copy as they are. The page's HTML links them with `vite-ignore`. */
const MEDIA = ['reading.css', 'paper.css'];

/**
 * Puts the style sheets of all kinds of figures into the page's: `@import "../figures/*\/screen.css"` becomes one
 * import for every kind whose folder has such a sheet, in the order of their names.
 */
export function figureSheets(): Plugin {
  let config: ResolvedConfig;
  /** Reference of the file that each sheet for some media becomes. */
  const emitted = new Map<string, string>();
  return {
    name: 'orihon:figure-sheets',
    enforce: 'pre',
    configResolved: (resolved) => {
      config = resolved;
    },
    transform: {
      filter: { id: /\.css(?:\?|$)/, code: '/*/' },
      handler: (css, id) => nameKinds(css, dirname(id.replace(/\?.*/, ''))),
    },
    async buildStart() {
      if (config.command !== 'build') return;
      for (const name of MEDIA) {
        const path = join(config.root, name);
        const { code } = await preprocessCSS(
          nameKinds(readFileSync(path, 'utf8'), config.root),
          path,
          config,
        );
        const source = code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\n\s*/g, '\n');
        emitted.set(name, this.emitFile({ type: 'asset', name, source }));
      }
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') return;
        for (const [name, reference] of emitted)
          page.source = String(page.source).replace(`"./${name}"`, `"./${this.getFileName(reference)}"`);
      },
    },
  };
}

function nameKinds(css: string, from: string): string {
  return css.replace(ALL_KINDS, (_, folder: string, sheet: string) =>
    kindsWith(join(from, folder), sheet)
      .map((kind) => `@import "${folder}/${kind}/${sheet}";`)
      .join('\n'),
  );
}

/** Names of the folders that hold a sheet of this name. */
function kindsWith(folder: string, sheet: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, sheet)))
    .map(({ name }) => name)
    .sort();
}
