import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSite } from '../../src/site/build.ts';
import { makeSite } from '../../src/site/site.ts';

type Pick = (below: number) => number;

/** Whole numbers from 0 up to a bound, by a generator of Lehmer's kind. */
function dice(seed: number): Pick {
  let state = (seed * 48_271 + 11) % 2_147_483_647;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const WORDS =
  'a of the harbour light between arithmetic constitutional 1944 tide is measured by no one who rows home'.split(
    ' ',
  );

/** Pictures of four shapes. */
const SHAPES = [
  ['wide', 1800, 700],
  ['broad', 1500, 1000],
  ['square', 900, 900],
  ['tall', 700, 1100],
] as const;

/** Slides of every kind of content, with 1 to 40 words a block: as many decks of three slides as there are seeds. */
export function composedSlides(seeds: readonly number[], most = Number.POSITIVE_INFINITY): string {
  return seeds
    .flatMap((seed) => {
      const pick = dice(seed);
      return [0, 1, 2].map(() => slide(pick));
    })
    .slice(0, most)
    .join('\n\n---\n\n');
}

function slide(pick: Pick): string {
  const words = (most: number) =>
    Array.from({ length: 1 + pick(most) }, () => WORDS[pick(WORDS.length)]).join(' ');
  const list = (most: number, each: number) =>
    Array.from({ length: 1 + pick(most) }, () => `- ${words(each)}`).join('\n');
  const picture = (caption = '') =>
    `![What it shows](${SHAPES[pick(SHAPES.length)]?.[0]}.svg${caption && ` "${caption}"`})`;
  const row = (cells: number) => `| ${Array.from({ length: cells }, () => words(4)).join(' | ')} |`;
  const code = () =>
    `\`\`\`js\n${Array.from({ length: 1 + pick(12) }, () => `let x = "${words(6)}";`).join('\n')}\n\`\`\``;
  const table = () => {
    const cells = 2 + pick(4);
    const rows = Array.from({ length: 1 + pick(8) }, () => row(cells));
    return [row(cells), `|${'---|'.repeat(cells)}`, ...rows].join('\n');
  };
  const kinds = [
    () => words(40),
    () => `${words(40)}\n\n${words(40)}`,
    () => list(12, 12),
    () => list(6, 6),
    () => `${words(20)}\n\n${list(6, 12)}`,
    () =>
      Array.from({ length: 2 + pick(3) }, () => `- ${words(4)}\n  - ${words(4)}\n  - ${words(6)}`).join('\n'),
    table,
    code,
    () => `${words(30)}\n\n${code()}`,
    () => Array.from({ length: 2 + pick(3) }, () => `### ${words(3)}\n\n${words(30)}`).join('\n\n'),
    () => `${list(4, 6)}\n\n<!-- -->\n\n${list(4, 6)}`,
    () => picture('A caption'),
    () => `${picture()}\n\n${words(40)}`,
    () => Array.from({ length: 2 + pick(3) }, () => picture('Caption')).join('\n'),
    () => `> ${words(40)}\n\n${words(4)}`,
    () => `${words(40)}\n\n${table()}`,
  ];
  const content = (kinds[pick(kinds.length)] ?? kinds[0])?.() ?? '';
  return pick(10) === 0 ? content : `## ${words(8)}\n\n${content}`;
}

/** Builds a site of such slides in a folder of its own. */
export async function buildComposed(
  folder: string,
  seeds: readonly number[],
  most?: number,
): Promise<string> {
  const deck = join(folder, 'deck');
  mkdirSync(deck);
  writeFileSync(
    join(deck, 'talk.md'),
    `---\ntitle: All kinds\nsources: none\n---\n${composedSlides(seeds, most)}\n`,
  );
  for (const [name, width, height] of SHAPES)
    writeFileSync(
      join(deck, `${name}.svg`),
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#789"/></svg>`,
    );
  const { site, problems } = await makeSite(deck, { notes: false });
  if (!site) throw new Error(JSON.stringify(problems, null, 1));
  await buildSite(site, join(folder, 'site'));
  return join(folder, 'site');
}
