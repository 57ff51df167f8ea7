import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { UsageError } from '../base/failure.ts';
import { suggest } from '../base/nearest.ts';
import { FrontMatterSchema } from '../deck/front-matter.ts';
import { WorkSchema } from '../deck/sources/work.ts';
import { ShortChart } from '../figures/chart/model/short/spec.ts';
import { WrittenChart } from '../figures/chart/model/spec.ts';
import { TimelineSchema } from '../figures/timeline/model/timeline-schema.ts';
import { replaceFile } from '../site/write/replace-file.ts';
import { command } from './command.ts';

/** What decks are written in besides Markdown: the same schemas that read it. */
const SCHEMAS: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ['chart', z.union([ShortChart, WrittenChart])],
  ['front-matter', FrontMatterSchema],
  ['sources', z.array(WorkSchema)],
  ['timeline', TimelineSchema],
]);

export const schema = command({
  name: 'schema',
  takes: '[name]',
  says: `write a JSON Schema, for editors: ${[...SCHEMAS.keys()].join(', ')}`,
  more: ['--out folder   all of them, each in a file'],
  options: { out: { type: 'string' } },
  run: ([name, ...more], { out }) => {
    if (more.length > 0 || (name === undefined && out === undefined))
      throw new UsageError(`Name one schema, or a folder for all with --out. ${listed()}`);
    if (out === undefined) console.log(schemaText(name ?? ''));
    else {
      const names = name === undefined ? [...SCHEMAS.keys()] : [name];
      writeSchemas(new Map(names.map((each) => [join(out, `${each}.schema.json`), schemaText(each)])));
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

/** What may be written, before what is left out is filled in. Rules that JSON Schema has no words for are left to `check`. */
function schemaText(name: string): string {
  const found = SCHEMAS.get(name);
  if (!found) throw new UsageError(`There is no schema "${name}". ${suggest(name, [...SCHEMAS.keys()])}`);
  return `${JSON.stringify(z.toJSONSchema(found, { io: 'input', unrepresentable: 'any' }), null, 2)}\n`;
}

function listed(): string {
  return `There are ${[...SCHEMAS.keys()].join(', ')}.`;
}
