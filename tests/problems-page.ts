import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const FOLDER = 'tests/broken';

/** What each group of rules is about, by the first word of their names. */
const GROUPS: readonly (readonly [RegExp, string])[] = [
  [/^front-/, 'Front matter'],
  [
    /^(slide|directive|div|fence|code|html|empty|notes|footnote|style|language|maths|mermaid|class)/,
    'Slides',
  ],
  [/^(picture|link)/, 'Pictures and links'],
  [/^(citation|sources|amount)/, 'Sources'],
  [/^(timeline|events|book)/, 'Timelines and lists'],
  [/^(chart|csv|when|table)/, 'Charts and their tables'],
  [/^(claims|map)/, 'Claims and maps'],
  [/./, 'Others'],
];

const HEAD = `# What is said of a deck

An **error** stops \`build\` and \`export\`: going on would show something false, lose something without a trace, or let
something in. A **notice** stops nothing: the deck is shown as far as that goes, and what is left out or could be better
is said once, at the first place, with the number of the others. \`--strict\` (for \`build\`, \`export\` and \`check\`) makes
every notice an error, for decks that are published.

Each rule below is named after the deck in [tests/broken](../tests/broken) that breaks it, and shown with the words it
was told there.
`;

interface Rule {
  readonly name: string;
  readonly severity: string;
  readonly words: string;
}

/** Every rule that a deck in `tests/broken` shows, in the order of their names. */
function rules(): readonly Rule[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((file) => {
      const [first = ''] = readFileSync(join(FOLDER, file), 'utf8').split('\n');
      const [, severity = '', words = ''] = /^\S+: (error|notice): (.*)$/.exec(first) ?? [];
      return words === '' ? [] : [{ name: basename(file, '.txt'), severity, words }];
    });
}

/** `docs/problems.md` as the decks in `tests/broken` have it. */
export function writeProblemsPage(): string {
  const left = [...rules()];
  const sections = GROUPS.flatMap(([pattern, title]) => {
    const own = left.filter(({ name }) => pattern.test(name));
    for (const rule of own) left.splice(left.indexOf(rule), 1);
    const lines = own.map(({ name, severity, words }) => `| ${name} | ${severity} | ${cell(words)} |`);
    return own.length === 0
      ? []
      : [`## ${title}\n\n| rule | severity | words |\n|---|---|---|\n${lines.join('\n')}\n`];
  });
  return [HEAD, ...sections].join('\n');
}

function cell(words: string): string {
  return words.replace(/[\\`*_<[|]/g, '\\$&');
}
