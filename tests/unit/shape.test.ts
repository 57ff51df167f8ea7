import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ESTree, parseSync, Visitor } from 'vite';
import { expect, test } from 'vitest';

const SRC = fileURLToPath(new URL('../../src/', import.meta.url));
const PATHS = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(ts|css|html)$/.test(path));

/** Functions longer than sixty lines, each with why it is whole. */
const LONG: Readonly<Record<string, string>> = {
};

/** Names that several files share, each with the one thing it means wherever it stands. */
const SHARED: Readonly<Record<string, string>> = {
};

/** Longest functions of a file, as `file name: lines`. */
function longIn(path: string): readonly string[] {
  const text = readFileSync(SRC + path, 'utf8');
  const lineOf = (at: number) => text.slice(0, at).split('\n').length;
  const found: string[] = [];
  const see = ({ id, body, start, end }: ESTree.Function | ESTree.ArrowFunctionExpression) => {
    const lines = lineOf(end) - lineOf(start) + 1;
    if (body && lines > 60) found.push(`${path} ${id?.name ?? 'unnamed'}`);
  };
  new Visitor({
    FunctionDeclaration: see,
    FunctionExpression: see,
    ArrowFunctionExpression: see,
  }).visit(parseSync(path, text).program);
  return found;
}

test('a function of more than sixty lines is named here with its reason', () => {
  const long = PATHS.filter((path) => path.endsWith('.ts')).flatMap(longIn);
  expect(long.sort()).toEqual(Object.keys(LONG).sort());
});

test('a name that several files share means one thing, told here', () => {
  const names = PATHS.map((path) => basename(path));
  const shared = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  expect([...shared].sort()).toEqual(Object.keys(SHARED).sort());
});
