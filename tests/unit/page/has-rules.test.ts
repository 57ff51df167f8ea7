import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const ROOT = 'src';
const sheets = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.css'),
);

/** The last compound of each selector that has `:has()` before it, without what stands in brackets. */
function subjectsBesideHas(css: string): readonly string[] {
  let bare = css.replace(/\/\*.*?\*\//gs, '');
  while (/\([^()]*\)/.test(bare)) bare = bare.replace(/\([^()]*\)/g, '');
  return (bare.match(/[^{};]+(?=\{)/g) ?? [])
    .flatMap((head) => head.split(','))
    .map((selector) => selector.trim().split(/[\s>+~]+/))
    .filter((compounds) => compounds.slice(0, -1).some((compound) => compound.includes(':has')))
    .flatMap((compounds) => compounds.at(-1) ?? []);
}

test.each(sheets)('no rule of %s asks "any child" beside :has(): each slide would be asked whole', (path) => {
  const subjects = subjectsBesideHas(readFileSync(`${ROOT}/${path}`, 'utf8'));
  // What begins with a type, a class, an attribute, or is one of several, is found by it.
  expect(subjects.filter((subject) => !/^(?:[\w.#[]|:(?:is|where)\b)/.test(subject))).toEqual([]);
});

/** Where a rule asks any neighbour of an element of one type, or of one of several: `h3 + *`, `h3 ~ *`. */
function anyBesideType(css: string): readonly string[] {
  return css.match(/(?<![\w.#-])(?:[a-z][\w-]*|:is\([\w\s,]+\))\s*[+~]\s*\*/g) ?? [];
}

test.each(sheets)('no rule of %s asks "any neighbour" of a type, which some :has() asks after', (path) => {
  expect(anyBesideType(readFileSync(`${ROOT}/${path}`, 'utf8'))).toEqual([]);
});

test('of any neighbour of a type is seen, too', () => {
  const css = '.a :is(h2, h3) + *, .a > ul:not(h3 ~ *, .b), .vertical + *, .a > * + *, h2 + p { margin: 0 }';
  expect(anyBesideType(css)).toEqual([':is(h2, h3) + *', 'h3 ~ *']);
});

test('such a rule is seen', () => {
  const css =
    '/* a */ .leaf:has(> .b) > :not(.b), .c:has(:is(h1, h2)) > :is(p, ul):first-child { margin: 0 }';
  expect(subjectsBesideHas(css)).toEqual([':not', ':is:first-child']);
});
