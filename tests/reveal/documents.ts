import fc from 'fast-check';

const word = fc.constantFrom(
  'river',
  'Brücke',
  'a',
  'two words',
  '*so*',
  '**bold**',
  '`x < y`',
  'a & b',
  '~~old~~',
  'note',
  'snake_case',
  '<b>html</b>',
  '[link](https://example.org)',
  '![alt](a.png)',
  'v1.',
  'a - b',
  '#',
  '2 * 3 * 4',
  'λόγος',
  '\\*',
  '&amp;',
  '"quoted"',
);
const sentence = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
const attribute = fc.constantFrom(
  'class="fragment"',
  'class="a b"',
  'data-x',
  'data-background-color="#123456"',
  'data-fragment-index="2"',
  'data-id="own"',
  'title="some words"',
  'width="200"',
);
const attributes = fc.uniqueArray(attribute, { minLength: 1, maxLength: 3 }).map((all) => all.join(' '));
const element = attributes.map((all) => `<!-- .element: ${all} -->`);
const slide = attributes.map((all) => `<!-- .slide: ${all} -->`);
const indent = fc.constantFrom('', '  ', '    ');
const bullet = fc.constantFrom('- ', '* ', '1. ', '+ ');

const maybe = (part: fc.Arbitrary<string>, before: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: part.map((text) => before + text) },
  );

const line = fc.tuple(sentence, maybe(element, ' ')).map((parts) => parts.join(''));
const paragraph = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
const heading = fc
  .tuple(fc.integer({ min: 1, max: 6 }), line)
  .map(([size, text]) => `${'#'.repeat(size)} ${text}`);
const entry = fc.tuple(indent, bullet, line).map((parts) => parts.join(''));
const list = fc
  .tuple(
    fc.array(fc.tuple(bullet, line), { minLength: 1, maxLength: 1 }),
    fc.array(entry, { maxLength: 4 }),
    fc.constantFrom('\n', '\n\n'),
  )
  .map(([[first], rest, end]) => [(first ?? ['- ', 'a']).join(''), ...rest].join(end));
const quotation = fc
  .array(line, { minLength: 1, maxLength: 3 })
  .map((lines) => lines.map((one) => `> ${one}`).join('\n'));
const steps = fc.constantFrom('', ' [1]', ' [1-2|3]', '[2]', ' [12: 1|2,3]', ' []', ' [|1|2]');
const code = fc
  .tuple(
    fc.constantFrom('```', '~~~', '````'),
    fc.constantFrom('', 'js', 'python', 'html', 'none'),
    steps,
    fc.array(
      fc.constantFrom(
        'let a = 1;',
        '',
        '  b < c && d',
        '<p class="x">',
        '# no heading',
        '/* two',
        'lines */',
        '<!-- .slide: data-y="z" -->',
      ),
      { minLength: 1, maxLength: 5 },
    ),
  )
  .map(([mark, language, said, lines]) => [`${mark}${language}${said}`, ...lines, mark].join('\n'));
const table = fc
  .array(fc.tuple(sentence, line), { minLength: 1, maxLength: 3 })
  .map((rows) => ['| a | b |', '|---|:-:|', ...rows.map((cells) => `| ${cells.join(' | ')} |`)].join('\n'));
// A blank line after it: a fence right under HTML is part of the HTML.
const html = fc.constantFrom(
  '<div class="a">\n\n**b**\n\n</div>',
  '<div>plain</div>',
  '<p>one<br>two</p>',
  '<!-- to do -->',
  '***',
);

const ownHtml = html.map((text) => `${text}\n`);

const block = fc.oneof(paragraph, paragraph, heading, list, quotation, code, table, ownHtml, slide, element);
const blocks = fc
  .array(fc.tuple(block, fc.constantFrom('\n\n', '\n\n', '\n\n', '\n\n', '\n\n\n', '\n')), {
    minLength: 1,
    maxLength: 5,
  })
  .map((all) => all.map(([text, end], index) => text + (index === all.length - 1 ? '' : end)).join(''));
const notes = fc
  .tuple(
    fc.constantFrom('Note:', 'Notes:', 'note:'),
    fc.constantFrom(' ', '\n', '\n\n'),
    fc.oneof(paragraph, list),
  )
  .map(([mark, space, text]) => `\n\n${mark}${space}${text}`);
const whole = fc.tuple(blocks, maybe(notes, '')).map((parts) => parts.join(''));

const marks = fc.constantFrom(
  { yaml: '', between: ['\n\n---\n\n', '\n---\n', '\n\n----\n\n', '\n----\n', '\n\n--\n\n'] },
  {
    yaml: "---\nseparator: '\\r?\\n---\\r?\\n'\nverticalSeparator: '\\r?\\n----\\r?\\n'\n---\n",
    between: ['\n\n---\n\n', '\n---\n', '\n----\n', '\n\n--\n\n'],
  },
  {
    yaml: "---\nseparator: '^\\r?\\n---\\r?\\n$'\nverticalSeparator: '^\\r?\\n--\\r?\\n$'\n---\n",
    between: ['\n\n---\n\n', '\n\n--\n\n', '\n---\n'],
  },
  {
    yaml: "---\nseparator: '\\n=====\\n'\nverticalSeparator: '\\n>>>>>\\n'\n---\n",
    between: ['\n=====\n', '\n>>>>>\n', '\n\n---\n\n'],
  },
);

/** Decks as people write them and worse: every convention, in every order, under four kinds of separators. */
export const documents: fc.Arbitrary<string> = marks.chain(({ yaml, between }) =>
  fc
    .array(fc.tuple(whole, fc.constantFrom(...between)), { minLength: 1, maxLength: 5 })
    .map(
      (all) => yaml + all.map(([text, end], index) => text + (index === all.length - 1 ? '' : end)).join(''),
    ),
);
