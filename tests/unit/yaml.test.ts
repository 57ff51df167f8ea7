import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { formatProblem, type Problem } from '../../src/deck/problem.ts';
import { readYaml, type YamlText } from '../../src/deck/yaml.ts';

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
    ['a: "x', 'a.yaml:1:6: error: YAML: Missing closing "quote. Mend the syntax here.'],
    ['a: 1\na: 2', 'a.yaml:2:1: error: YAML: Map keys must be unique. Mend the syntax here.'],
    ['a:\n\t- 1', 'a.yaml:2:1: error: YAML: Tabs are not allowed as indentation. Mend the syntax here.'],
    [
      'a: b: c',
      'a.yaml:1:4: error: YAML: Nested mappings are not allowed in compact mappings. Mend the syntax here.',
    ],
  ])('of %j has its place', (text, message) => {
    const { located, problems } = read(z.unknown(), text);
    expect(located).toBeUndefined();
    expect(problems).toContain(message);
  });

  test('is an alias without an anchor', () => {
    expect(read(z.unknown(), 'a: *b').problems).toEqual([
      'a.yaml:1:1: error: YAML: Unresolved alias (the anchor must be set before the alias): b. Write the values out.',
    ]);
  });

  test('is a small text that would unfold into a huge one', () => {
    const levels = Array.from({ length: 9 }, (_, level) => {
      const inner = level === 0 ? '"lol"' : `*a${level - 1}`;
      return `a${level}: &a${level} [${Array(9).fill(inner).join(', ')}]`;
    });
    expect(read(z.unknown(), levels.join('\n')).problems).toEqual([
      'a.yaml:1:1: error: YAML: Excessive alias count indicates a resource exhaustion attack. Write the values out.',
    ]);
  });
});

describe('a problem with a value', () => {
  test.each<readonly [string, string, z.ZodType, string]>([
    [
      'a missing key',
      '- year: 1969',
      Events,
      '1:3: error: "0.id" is missing. Write text (in quotes if it looks like a number) here.',
    ],
    [
      'a number for text',
      '- id: 1969',
      Events,
      '1:7: error: "0.id" is 1969. Write text (in quotes if it looks like a number) here.',
    ],
    ['a fraction', '- id: a\n  year: 1.5', Events, '2:9: error: "0.year" is 1.5. Write a whole number here.'],
    [
      'a number out of range',
      '- id: a\n  year: 3000',
      Events,
      '2:9: error: "0.year" is 3000. Too big: expected number to be <=2100.',
    ],
    [
      'a word like a known one',
      '- id: a\n  rank: mayor',
      Events,
      '2:9: error: "0.rank" is "mayor". Did you mean "major"?',
    ],
    [
      'a word like none',
      '- id: a\n  rank: 1',
      Events,
      '2:9: error: "0.rank" is 1. Known here: major, minor.',
    ],
    ['a block for a list', 'id: a', Events, '1:1: error: this is {"id":"a"}. Write a list here.'],
    ['nothing at all', '', Events, '1:1: error: this is null. Write a list here.'],
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
      '1:6: error: "0" is a value that holds itself. Write a block of keys here.',
    ],
  ])('says what is wrong and what would be right: %s', (_, text, schema, message) => {
    const { located, problems } = read(schema, text);
    expect(located).toBeUndefined();
    expect(problems).toEqual([`a.yaml:${message}`]);
  });

  test('shows no more of a long value than helps to find it', () => {
    const { problems } = read(Events, `- id: [${'x'.repeat(500)}]`);
    expect(problems[0]).toMatch(/^a\.yaml:1:7: error: "0\.id" is \["x{77}…\. Write text/);
  });

  test('does not hide the next one', () => {
    expect(read(Events, '- id: 1\n- id: 2\n  rank: x\n').problems).toEqual([
      'a.yaml:1:7: error: "0.id" is 1. Write text (in quotes if it looks like a number) here.',
      'a.yaml:2:7: error: "1.id" is 2. Write text (in quotes if it looks like a number) here.',
      'a.yaml:3:9: error: "1.rank" is "x". Known here: major, minor.',
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
      'a.yaml:1:24: error: "label.text" is 5. Write text (in quotes if it looks like a number) here.',
      'a.yaml:1:10: error: unknown key "txt". Did you mean "text"?',
    ]);
  });

  test('all forms are named where it has none of them', () => {
    expect(read(Label, 'label: 5').problems).toEqual([
      'a.yaml:1:8: error: "label" is 5. Write text (in quotes if it looks like a number) or a block of keys here.',
    ]);
  });
});
