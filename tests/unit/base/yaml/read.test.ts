import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { formatProblem, type Problem } from '../../../../src/base/problem.ts';
import { readYaml, type YamlText } from '../../../../src/base/yaml/read.ts';

/** Reads YAML that stands in `a.yaml`, and gives the problems as an author sees them. */
function read<T>(schema: z.ZodType<T>, text: string, at: Partial<YamlText> = {}) {
  const problems: Problem[] = [];
  const located = readYaml({ file: 'a.yaml', text, firstLine: 1, ...at }, schema, (problem) =>
    problems.push(problem),
  );
  return { located, problems: problems.map(formatProblem) };
}

const Event = z.strictObject({
  id: z.string(),
  year: z.int().max(2100).optional(),
  rank: z.enum(['major', 'minor']).default('minor'),
  tags: z.array(z.strictObject({ name: z.string() })).optional(),
});
const Events = z.array(Event);

describe('right YAML', () => {
  test('gives the checked value without a word', () => {
    const { located, problems } = read(Events, '- id: a\n  year: 1969\n');
    expect(located?.value).toEqual([{ id: 'a', year: 1969, rank: 'minor' }]);
    expect(problems).toEqual([]);
  });

  test('knows the place of every part, and of the nearest parent of what is not written', () => {
    const { located } = read(Events, '- id: a\n- id: b\n  year: 1969\n');
    expect(located?.placeOf([1, 'year'])).toEqual({ file: 'a.yaml', line: 3, column: 9 });
    expect(located?.placeOf([1, 'rank'])).toEqual({ file: 'a.yaml', line: 2, column: 3 });
    expect(located?.placeOf([7, 'rank'])).toEqual({ file: 'a.yaml', line: 1, column: 1 });
  });

  test('in a fence has its places in the file the fence stands in', () => {
    const { located } = read(Events, '- id: a\n  year: 1969\n', { firstLine: 10, indent: 2 });
    expect(located?.placeOf([0, 'year'])).toEqual({ file: 'a.yaml', line: 11, column: 11 });
  });

  test('may have numbers for keys', () => {
    const { located } = read(z.record(z.string(), z.number()), '1969: 5\n1970: 6\n');
    expect(located?.placeOf(['1970'])).toEqual({ file: 'a.yaml', line: 2, column: 7 });
  });

  test('keeps a date as the text it was written as', () => {
    expect(read(z.string(), '1969-07-20').located?.value).toBe('1969-07-20');
  });

  test('repeats a value by an alias, whose places are those of its anchor', () => {
    const { located } = read(Events, '- &first\n  id: a\n  year: 1969\n- *first\n');
    expect(located?.value).toHaveLength(2);
    expect(located?.placeOf([1, 'year'])).toEqual({ file: 'a.yaml', line: 3, column: 9 });
  });
});

describe('a problem with the syntax', () => {
  test.each([
    ['a: "x', 'a.yaml:1:6: error: a quote is opened and never closed. Write " at the end of the text.'],
    ['a: 1\na: 2', 'a.yaml:2:1: error: this key stands twice in its block. Keep one of them.'],
    ['a:\n\t- 1', 'a.yaml:2:1: error: this line is indented by a tab. Use spaces.'],
    [
      'a: b: c',
      'a.yaml:1:4: error: there is a second colon in this line. Put text that holds a colon in quotes: key: "first: second".',
    ],
  ])('of %j has its place', (text, message) => {
    const { located, problems } = read(z.unknown(), text);
    expect(located).toBeUndefined();
    expect(problems).toContain(message);
  });

  test('is an alias without an anchor', () => {
    expect(read(z.unknown(), 'a: *b').problems).toEqual([
      'a.yaml:1:4: error: "*b" stands for nothing. Put text that begins with * in quotes, or write "&name" before what it stands for.',
    ]);
  });

  test('is a small text that would unfold into a huge one', () => {
    const levels = Array.from({ length: 9 }, (_, level) => {
      const inner = level === 0 ? '"lol"' : `*a${level - 1}`;
      return `a${level}: &a${level} [${Array(9).fill(inner).join(', ')}]`;
    });
    expect(read(z.unknown(), levels.join('\n')).problems).toEqual([
      'a.yaml:1:1: error: this unfolds into far more than is written. Write the values out, without * and &.',
    ]);
  });
});

describe('a problem with a value', () => {
  test.each<readonly [string, string, z.ZodType, string]>([
    ['a missing key', '- year: 1969', Events, '1:3: error: "id" is missing. Write text here.'],
    ['a number for text', '- id: 1969', Events, '1:7: error: "id" is 1969. Put it in quotes: "1969".'],
    ['a fraction', '- id: a\n  year: 1.5', Events, '2:9: error: "year" is 1.5. Write a whole number here.'],
    [
      'a number out of range',
      '- id: a\n  year: 3000',
      Events,
      '2:9: error: "year" is 3000. Write a number up to 2100.',
    ],
    [
      'a word like a known one',
      '- id: a\n  rank: mayor',
      Events,
      '2:9: error: "rank" is "mayor". Did you mean "major"?',
    ],
    ['a word like none', '- id: a\n  rank: 1', Events, '2:9: error: "rank" is 1. Known here: major, minor.'],
    ['a block for a list', 'id: a', Events, '1:1: error: this is a block of keys. Write a list here.'],
    ['nothing at all', '', Events, '1:1: error: this is empty. Write a list here.'],
    [
      'a missing choice',
      '{}',
      z.strictObject({ rank: z.enum(['major', 'minor']) }),
      '1:1: error: "rank" is missing. Known here: major, minor.',
    ],
    [
      'a word for a switch',
      'on: yes',
      z.strictObject({ on: z.boolean() }),
      '1:5: error: "on" is "yes". Write true or false here.',
    ],
    [
      'a wrong form',
      'a: x',
      z.strictObject({ a: z.string().regex(/^\d+$/, 'Write digits only') }),
      '1:4: error: "a" is "x". Write digits only.',
    ],
    [
      'no number',
      'a: .nan',
      z.strictObject({ a: z.number() }),
      '1:4: error: "a" is NaN. Write a number here.',
    ],
    [
      'a value under a number',
      '1969: x',
      z.record(z.string(), z.number()),
      '1:7: error: "1969" is "x". Write a number here.',
    ],
    [
      'a value that holds itself',
      '- &a [*a]',
      Events,
      '1:6: error: this is a list of 1. Write a block of keys here.',
    ],
  ])('says what is wrong and what would be right: %s', (_, text, schema, message) => {
    const { located, problems } = read(schema, text);
    expect(located).toBeUndefined();
    expect(problems).toEqual([`a.yaml:${message}`]);
  });

  test('shows no more of a long value than helps to find it', () => {
    const { problems } = read(Events, `- id: a\n  rank: ${'x'.repeat(500)}`);
    expect(problems[0]).toMatch(/^a\.yaml:2:9: error: "rank" is "x{78}…\. Known here/);
  });

  test('does not hide the next one', () => {
    expect(read(Events, '- id: 1\n- id: 2\n  rank: x\n').problems).toEqual([
      'a.yaml:1:7: error: "id" is 1. Put it in quotes: "1".',
      'a.yaml:2:7: error: "id" is 2. Put it in quotes: "2".',
      'a.yaml:3:9: error: "rank" is "x". Known here: major, minor.',
    ]);
  });
});

describe('an unknown key', () => {
  test('has the place of the key itself, and the nearest known one', () => {
    expect(read(Events, '- id: a\n  yaer: 1969').problems).toEqual([
      'a.yaml:2:3: error: unknown key "yaer". Did you mean "year"?',
    ]);
  });

  test('gets the list of known ones where none is near', () => {
    expect(read(Events, '- id: a\n  place: x').problems).toEqual([
      'a.yaml:2:3: error: unknown key "place". Known here: id, year, rank, tags.',
    ]);
  });

  test('may be a number, and may stand deep inside', () => {
    expect(read(Events, '- id: a\n  tags: [{ name: x, 1969: y }]').problems).toEqual([
      'a.yaml:2:21: error: unknown key "1969". Known here: name.',
    ]);
  });

  test('is found among the values of a record', () => {
    const schema = z.record(z.string(), z.strictObject({ title: z.string() }));
    expect(read(schema, 'a:\n  titel: x').problems).toContain(
      'a.yaml:2:3: error: unknown key "titel". Did you mean "title"?',
    );
  });
});

describe('where a value may have one of several forms', () => {
  const Shape = z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('dot'), name: z.string() }),
    z.strictObject({ kind: z.literal('span'), until: z.number() }),
  ]);

  test('known keys are those of the form it says it has', () => {
    expect(read(Shape, 'kind: dot\nname: x\nuntil: 2').problems).toEqual([
      'a.yaml:3:1: error: unknown key "until". Known here: kind, name.',
    ]);
  });

  const Label = z.strictObject({ label: z.union([z.string(), z.strictObject({ text: z.string() })]) });

  test('the findings are about the form it was meant to have', () => {
    expect(read(Label, 'label: { txt: x, text: 5 }').problems).toEqual([
      'a.yaml:1:24: error: "text" is 5. Put it in quotes: "5".',
      'a.yaml:1:10: error: unknown key "txt". Did you mean "text"?',
    ]);
  });

  test('all forms are named where it has none of them', () => {
    expect(read(Label, 'label: 5').problems).toEqual([
      'a.yaml:1:8: error: "label" is 5. Put it in quotes: "5".',
    ]);
  });
});

describe('far too much', () => {
  test('of wrong values the first hundred are told, and how many there are', () => {
    const { problems } = read(Events, '- 1\n'.repeat(5000));
    expect(problems).toHaveLength(101);
    expect(problems).toContainEqual(expect.stringContaining('5000 values are wrong'));
  });

  test('a million values are refused before they are read', () => {
    const { problems } = read(Events, `[${'0,'.repeat(1_000_001)}]`);
    expect(problems).toEqual([
      expect.stringContaining('a.yaml:1:1: error: this holds over 1,000,000 values'),
    ]);
  });
});
