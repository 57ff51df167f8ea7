import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { main } from '../../src/cli.ts';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'orihon cli '));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Said {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command as a user does, in a process of its own. */
function orihon(...words: string[]): Said {
  const { GITHUB_ACTIONS: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/orihon.mjs', ...words], {
    encoding: 'utf8',
    env,
  });
  return { code: status, stdout, stderr };
}

/** Runs what the command runs, without the second it takes to start. */
async function run(words: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Said> {
  const said = { stdout: '', stderr: '' };
  vi.stubEnv('GITHUB_ACTIONS', env['GITHUB_ACTIONS']);
  const out = vi.spyOn(console, 'log').mockImplementation((text) => {
    said.stdout += `${text}\n`;
  });
  const error = vi.spyOn(console, 'error').mockImplementation((text) => {
    said.stderr += `${text}\n`;
  });
  try {
    const code = await main(words);
    return { code, ...said };
  } finally {
    out.mockRestore();
    error.mockRestore();
    vi.unstubAllEnvs();
  }
}

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('check', () => {
  test('finds nothing wrong with a right deck, and exits with 0', async () => {
    const { code, stdout } = await run(['check', 'tests/decks/small', '--quick']);
    expect(stdout).toMatch(/^0 errors, \d+ notices\.$/m);
    expect(code).toBe(0);
  });

  test('lists every problem of a broken deck at once, each with its place, and exits with 1', () => {
    const deck = write(
      'broken.md',
      [
        '<!-- .slide: id="one" -->',
        '# One',
        '',
        'A claim [@nobody] and ![a picture](missing.png)',
        '',
        '---',
        "<!-- .slide: id='two' -->",
        '## Two',
        '',
        '[to three](#/thre)',
        '',
        '::: leaf',
        'text',
        '',
        '---',
        '<!-- .slide: id="one" -->',
        '## Three ก',
        '',
      ].join('\n'),
    );
    const { code, stderr } = orihon('check', deck);
    expect(code).toBe(1);
    const found = [...stderr.matchAll(/broken\.md:(\d+:\d+): (?:error|notice): ([^.]+)/g)];
    expect(found.map(([, place, what]) => `${place} ${what}`)).toEqual([
      '4:11 unknown source "nobody"',
      '4:36 there is no picture "missing',
      '7:1 the ',
      '10:12 the link #/thre leads nowhere',
      '12:1 "::: leaf" is never closed',
      '16:1 the id "one" is used twice (first in broken',
      "17:10 no face at hand holds these Thai letters: 'ก' (U+0E01)",
    ]);
  });
});

describe('what check says to programs', () => {
  /** Runs check on a deck with one error. */
  const check = (env: NodeJS.ProcessEnv, ...options: string[]) =>
    run(['check', write('one, 100%.md', '# One\n\nA claim [@nobody]\n'), ...options], env);

  test('is JSON, and nothing else, where that is asked for', async () => {
    const { stdout, code } = await check({ GITHUB_ACTIONS: 'true' }, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      errors: 1,
      notices: 0,
      problems: [
        {
          file: expect.stringMatching(/one, 100%\.md$/),
          line: 3,
          column: 11,
          severity: 'error',
          what: 'unknown source "nobody"',
          fix: 'There is none so far. Works are listed in sources.yaml.',
        },
      ],
    });
  });

  test.each([
    ['asked for', {}, ['--github']],
    ['run there', { GITHUB_ACTIONS: 'true' }, []],
  ] as const)('are annotations in GitHub’s format where %s', async (_, env, options) => {
    expect((await check(env, ...options)).stdout).toMatch(
      /^::error file=[^:,]*one%2C 100%25\.md,line=3,col=11::unknown source "nobody"\. There is none/m,
    );
  });

  test('for people shows the lines around each problem, without colour where nobody sees it', async () => {
    const { stderr, stdout } = await check({});
    expect(stdout).not.toContain('::error');
    expect(stderr).toContain('> 3 | A claim [@nobody]\n    |           ^');
    expect(stderr).not.toContain('\u001b');
  });
});

/** Two events of one day, which one mark stands for. */
const TWO_AT_ONCE = `title: Twice
from: "1800"
to: "1899"
lanes: [{ id: town, name: Town }]
eras: [{ id: all, from: "1800", name: All, years: "1800–99" }]
events:
${['one', 'two']
  .map(
    (id) =>
      `  - { id: ${id}, lane: town, date: "1844-02-01", title: T, label: T, parties: [A], kind: k, summary: S., significance: 2, mark: signed }`,
  )
  .join('\n')}
`;

describe('options', () => {
  test.each([
    [['export', '--steps', '--format', 'png'], '--steps goes with --format pdf, not with png.'],
    [['build', '--format', 'html'], '"build" has no option --format.'],
    [['export', '--format', 'png', '--output', 'p', '--report', 'p/r.json'], '"p" is for pictures alone'],
  ])('that mean nothing where they stand are refused: %j', async (words, said) => {
    const { code, stderr } = await run(words);
    expect(stderr).toContain(said);
    expect(code).toBe(2);
  });
});

describe('build', () => {
  test('says what it drew together, and writes a page with relative addresses into the folder asked for', () => {
    const deck = join(folder, 'small');
    mkdirSync(deck);
    write('small/1.md', '# A title\n\n---\n\n## Another\n\n```timeline\n```\n');
    write('small/timeline.yaml', TWO_AT_ONCE);
    const out = join(folder, 'site out');
    const { code, stdout, stderr } = orihon('build', deck, '--out', out);
    expect(stdout).toContain('2 slides');
    expect(stderr).toMatch(
      /^\S.*timeline\.yaml:\d+:\d+: notice: "one" and "two" lie so near on the overview/m,
    );
    expect(code).toBe(0);
    const page = readFileSync(join(out, 'index.html'), 'utf8');
    expect(
      [...page.matchAll(/(?:href|src)="([^"#]+)"/g)].every(([, url]) => /^(\.\/|\?)/.test(url ?? '')),
    ).toBe(true);
  });

  test('writes nothing where the deck has an error', async () => {
    const deck = write('wrong.md', '# A title\n\n[@nobody]\n');
    const out = join(folder, 'nothing');
    expect((await run(['build', deck, '--out', out])).code).toBe(1);
    expect(readdirSync(folder)).not.toContain('nothing');
  });
});

describe('a command that is none', () => {
  test.each([
    [['biuld'], 2, 'Did you mean "build"?'],
    [['build', '--oot', 'x'], 2, '--oot'],
    [['check', 'slides', 'docs'], 2, 'One deck at a time; not understood: docs'],
    [['check', 'no-such-folder'], 1, 'no deck'],
  ])('says what there is: %j', async (words, code, said) => {
    expect(await run(words)).toMatchObject({ code, stderr: expect.stringContaining(said) });
  });
});
