import { expect, test } from 'vitest';
import { type Block, parseBlocks } from '../../../../src/deck/slide/blocks.ts';
import { placeSlots } from '../../../../src/deck/slide/slots.ts';

/** A slide's blocks in short: the words of Markdown, divs as lists that begin with their name. */
function shape(content: string): unknown {
  const short = (block: Block): unknown =>
    block.kind === 'markdown'
      ? block.text.trim()
      : block.kind === 'div'
        ? [block.name, ...block.blocks.map(short)]
        : block.name;
  return placeSlots(parseBlocks(content, 'a.md', 1, new Map(), () => undefined)).map(short);
}

test('parts of a slide of Slidev’s stand side by side', () => {
  expect(shape('# A\n\n::right::\n\nB')).toEqual([['columns', ['column', '# A'], ['column', 'B']]]);
  expect(shape('# A\n::left::\nB\n::right::\nC\n::bottom::\nD')).toEqual([
    '# A',
    ['columns', ['column', 'B'], ['column', 'C']],
    'D',
  ]);
});

test('code, and what only looks like a part, is left alone', () => {
  expect(shape('```\n::right::\n```')).toEqual(['```\n::right::\n```']);
  expect(shape('a ::right:: b')).toEqual(['a ::right:: b']);
  expect(shape('::: right\nA\n:::')).toEqual([['right', 'A']]);
});
