import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Modules by the ends of their paths, and what stands for each in the page. */
const IN_PAGE = new Map([
  ['/words/choose-words.ts', at('../base/words/in-page.ts')],
  ['/model/date.ts', at('../figures/timeline/live/told-dates.ts')],
  ['/label-names.ts', at('../figures/timeline/live/told-names.ts')],
  ['/closer-only.ts', at('../figures/timeline/live/only-closer.ts')],
]);

/** In the page, words and dates are those that come with what it draws, and not tables and rules of all languages. */
export function pageModules(): Plugin {
  return {
    name: 'page-modules',
    enforce: 'pre',
    resolveId: (source) => {
      for (const [end, path] of IN_PAGE) if (source.endsWith(end)) return path;
      return undefined;
    },
  };
}
