import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { UsageError } from '../base/failure.ts';
import { suggest } from '../base/nearest.ts';
import { replaceFile } from '../site/write/replace-file.ts';
import { command } from './command.ts';

/** What decks are written in besides Markdown: the same schemas that read it. */
const SCHEMAS = new Map<string, () => Promise<z.ZodType>>([
  [
    'chart',
    async () => {
      const { ShortChart } = await import('../figures/chart/model/short/spec.ts');
      const { WrittenChart } = await import('../figures/chart/model/spec.ts');
      return (await schemas()).union([ShortChart, WrittenChart]);
    },
  ],
  ['front-matter', async () => (await import('../deck/front-matter.ts')).FrontMatterSchema],
  ['sources', async () => (await schemas()).array((await import('../deck/sources/work.ts')).WorkSchema)],
  ['timeline', async () => (await import('../figures/timeline/model/timeline-schema.ts')).TimelineSchema],
]);

export const schema = command({
  name: 'schema',
  takes: '[name]',
  says: `write a JSON Schema, for editors: ${[...SCHEMAS.keys()].join(', ')}`,
  more: ['--out folder   all of them, each in a file'],
  options: { out: { type: 'string' } },
  run: async ([name, ...more], { out }) => {
    if (more.length > 0 || (name === undefined && out === undefined))
      throw new UsageError(`Name one schema, or a folder for all with --out. ${listed()}`);
    if (out === undefined) console.log(await schemaText(name ?? ''));
    else {
      const names = name === undefined ? [...SCHEMAS.keys()] : [name];
      const texts = names.map(
        async (each) => [join(out, `${each}.schema.json`), await schemaText(each)] as const,
      );
      writeSchemas(new Map(await Promise.all(texts)));
    }
    return 0;
  },
});

/** Writes all or, where a file says something else already, none. */
function writeSchemas(files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files)
    if (existsSync(path) && readFileSync(path, 'utf8') !== text)
      throw new UsageError(`"${path}" says something else: nothing was written. Move it away first.`);
  for (const [path, text] of files) replaceFile(path, text);
}

/** What checks schemas is loaded here: most commands read none. */
async function schemas() {
  return (await import('zod')).z;
}

/** What may be written, before what is left out is filled in. Rules that JSON Schema has no words for are left to `check`. */
async function schemaText(name: string): Promise<string> {
  const found = SCHEMAS.get(name);
  if (!found) throw new UsageError(`There is no schema "${name}". ${suggest(name, [...SCHEMAS.keys()])}`);
  const written = (await schemas()).toJSONSchema(await found(), { io: 'input', unrepresentable: 'any' });
  return `${JSON.stringify(written, null, 2)}\n`;
}

function listed(): string {
  return `There are ${[...SCHEMAS.keys()].join(', ')}.`;
}
