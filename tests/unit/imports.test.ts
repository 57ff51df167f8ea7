import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ESTree, parseSync, Visitor } from 'vite';
import { describe, expect, test } from 'vitest';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));
/** Paths from `src`, with forward slashes on every system. */
const PATHS = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(ts|css|html)$/.test(path))
  .sort();
const texts = new Map(PATHS.map((path) => [path, readFileSync(`${SRC}/${path}`, 'utf8')]));

interface Module {
  readonly path: string;
  /** What it imports, types too: paths from `src`, or names of packages. */
  readonly imports: readonly string[];
  /** Names used that the file itself declares nowhere. */
  readonly globals: ReadonlySet<string>;
}

function readModule(path: string, text: string): Module {
  const { program, module } = parseSync(path, text);
  const requests = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.map(({ moduleRequest }) => moduleRequest?.value),
    ),
    ...module.dynamicImports.map(({ moduleRequest }) =>
      text.slice(moduleRequest.start + 1, moduleRequest.end - 1),
    ),
  ].filter((request) => request !== undefined && request !== null);
  const imports = requests.map((request) =>
    request.startsWith('.') ? posix.join(posix.dirname(path), request.replace(/\?.*/, '')) : request,
  );
  return { path, imports: [...new Set(imports)], globals: globalsOf(program) };
}

function globalsOf(program: ESTree.Program): ReadonlySet<string> {
  const used = new Map<number, string>();
  const notUses = new Set<number>();
  const declared = new Set<string>();
  const bind = (pattern: ESTree.BindingPattern | ESTree.ParamPattern | ESTree.BindingRestElement): void => {
    if (pattern.type === 'Identifier') declared.add(pattern.name);
    else if (pattern.type === 'AssignmentPattern') bind(pattern.left);
    else if (pattern.type === 'RestElement') bind(pattern.argument);
    else if (pattern.type === 'ArrayPattern') for (const part of pattern.elements) part && bind(part);
    else if (pattern.type === 'ObjectPattern')
      for (const part of pattern.properties) bind(part.type === 'RestElement' ? part : part.value);
  };
  const isNoUse = ({ computed, start }: { computed: boolean; start: number }) =>
    !computed && notUses.add(start);
  const handedToPage: ESTree.Span[] = [];
  new Visitor({
    // What is handed to a driven browser runs in its page.
    CallExpression: ({ callee, start, end }) => {
      if (
        callee.type === 'MemberExpression' &&
        !callee.computed &&
        ['evaluate', 'waitFor'].includes(callee.property.name)
      )
        handedToPage.push({ start, end });
    },
    Identifier: ({ name, start }) => used.set(start, name),
    MemberExpression: ({ computed, property: { start } }) => isNoUse({ computed, start }),
    Property: ({ computed, shorthand, key: { start } }) =>
      isNoUse({ computed: computed || shorthand, start }),
    PropertyDefinition: ({ computed, key: { start } }) => isNoUse({ computed, start }),
    MethodDefinition: ({ computed, key: { start } }) => isNoUse({ computed, start }),
    TSPropertySignature: ({ computed, key: { start } }) => isNoUse({ computed, start }),
    TSMethodSignature: ({ computed, key: { start } }) => isNoUse({ computed, start }),
    VariableDeclarator: ({ id }) => bind(id),
    FunctionDeclaration: ({ params }) => params.forEach(bind),
    FunctionExpression: ({ params }) => params.forEach(bind),
    ArrowFunctionExpression: ({ params }) => params.forEach(bind),
    TSFunctionType: ({ params }) => params.forEach(bind),
  }).visit(program);
  const free = [...used].filter(
    ([at, name]) =>
      !notUses.has(at) &&
      !declared.has(name) &&
      !handedToPage.some(({ start, end }) => start < at && at < end),
  );
  return new Set(free.map(([, name]) => name));
}

const modules = [...texts]
  .filter(([path]) => path.endsWith('.ts'))
  .map(([path, text]) => readModule(path, text));
const inside = new Map(
  modules.map((module) => [module.path, module.imports.filter((path) => texts.has(path))]),
);

/** The first circle of imports that leads back to a module, as `a → b → a`. */
function findCycle(graph: ReadonlyMap<string, readonly string[]>): string | undefined {
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): string | undefined => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path].join(' → ');
    if (done.has(path)) return undefined;
    for (const next of graph.get(path) ?? []) {
      const cycle = walk(next, [...trail, path]);
      if (cycle) return cycle;
    }
    done.add(path);
    return undefined;
  };
  for (const path of graph.keys()) {
    const cycle = walk(path, []);
    if (cycle) return cycle;
  }
  return undefined;
}

/** Rooms from the ground up: imports go to the same floor or down. A figure imports no other figure's layout. */
const FLOORS: readonly (readonly string[])[] = [
  ['base', 'fonts'],
  ['report', 'deck'],
  ['figures/<kind>'],
  ['figures/index.ts'],
  ['page'],
  ['site'],
  ['browser'],
  ['check', 'export', 'network'],
  ['commands'],
  ['cli.ts', 'api.ts'],
];

function floorOf(path: string): number {
  const [room = ''] = path.split('/');
  const named = room === 'figures' && path !== 'figures/index.ts' ? 'figures/<kind>' : room;
  return FLOORS.findIndex((rooms) => rooms.includes(named) || rooms.includes(path));
}

describe('in src', () => {
  test('imports are found at all', () => {
    expect(inside.get('deck/sources/sources.ts')).toEqual([
      'base/problem.ts',
      'base/yaml/read.ts',
      'deck/sources/work.ts',
    ]);
    expect([...inside.values()].flat().length).toBeGreaterThan(modules.length);
  });

  test('every file that is imported is there', () => {
    const missing = modules.flatMap(({ path, imports }) =>
      imports
        .filter((to) => /\.(ts|css|html)$/.test(to) && !/^(\.\.|[^.]*\.js)\//.test(to) && !texts.has(to))
        .map((to) => `${path} → ${to}`),
    );
    expect(missing).toEqual([]);
  });

  test('no import leads in a circle', () => {
    expect(findCycle(inside)).toBeUndefined();
  });

  test('imports lead down the straight line only', () => {
    expect(PATHS.filter((path) => floorOf(path) < 0)).toEqual([]);
    const up = [...inside].flatMap(([path, imports]) =>
      imports.filter((to) => floorOf(to) > floorOf(path)).map((to) => `${path} → ${to}`),
    );
    expect(up).toEqual([]);
  });

  test('only what writes sites, drives browsers, makes fonts or reads a folder knows Node', () => {
    const allowed =
      /^(site|browser|check|export|network|commands|fonts|report)\/|^(cli|deck\/read|base\/(disk-cache|packed|pattern)|api)\.ts$/;
    const others = modules.filter(
      ({ path, imports }) => !allowed.test(path) && imports.some((to) => to.startsWith('node:')),
    );
    expect(others.map(({ path }) => path)).toEqual([]);
  });

  test('only the page, what is live of a figure, and what measures slides know the document', () => {
    const others = modules.filter(
      ({ path, globals }) =>
        !/^page\/|^check\/measure-slide\.ts$|^export\/pptx\/read-|^figures\/[a-z]+\/live\//.test(path) &&
        (globals.has('document') || globals.has('window')),
    );
    expect(others.map(({ path }) => path)).toEqual([]);
  });

  test('nothing names the subject of a deck', () => {
    const subject = /\b(Japan|Tokyo|Britain|British|alliances?|yen)\b|1902/i;
    const named = [...texts].flatMap(([path, text]) =>
      text
        .split('\n')
        .flatMap((line, index) => (subject.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
    );
    expect(named).toEqual([]);
  });

  test('no file is longer than 250 lines', () => {
    const long = [...texts].map(([path, text]) => [path, text.trimEnd().split('\n').length] as const);
    expect(long.filter(([, lines]) => lines > 250)).toEqual([]);
  });
});

describe('the reader of imports', () => {
  const read = (text: string) => readModule('deck/a.ts', text);

  test('sees imports of values, types and styles, re-exports and imports when needed', () => {
    const { imports } = read(
      "import { b } from './b.ts';\nimport type { C } from '../c.ts';\nimport './d.css';\nexport * from './e.ts';\nawait import('./f.ts');\nimport 'node:fs';\n// import './g.ts'",
    );
    expect(imports).toEqual(['deck/b.ts', 'c.ts', 'deck/d.css', 'node:fs', 'deck/e.ts', 'deck/f.ts']);
  });

  test('sees a use of the document, and not a word, a property or a name of its own', () => {
    expect(read('document.title;').globals).toContain('document');
    expect(read('const all = { window };').globals).toContain('window');
    expect(read("// document\na.document; const b = { document: 'window' };").globals).not.toContain(
      'document',
    );
    expect(read('const document = parse(); document.toJS();').globals).not.toContain('document');
    expect(read('const f = ({ document }: P) => document.body;').globals).not.toContain('document');
    expect(read('page.evaluate(() => document.title);').globals).not.toContain('document');
  });

  test('sees a circle', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['b']],
    ]);
    expect(findCycle(graph)).toBe('b → c → b');
  });
});
