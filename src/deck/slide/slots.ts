import type { Block } from './blocks.ts';

/** The mark of a part, as `parseBlocks` leaves it: a div of this name without blocks. */
const PART = /^::(\w+)$/;

/** The blocks of a slide, those between Slidev's marks side by side. What stands before `::left::` is above both. */
export function placeSlots(blocks: readonly Block[]): readonly Block[] {
  const parts: { name: string; place: Extract<Block, { kind: 'div' }>['place']; blocks: Block[] }[] = [];
  const before: Block[] = [];
  for (const block of blocks) {
    const [, name] = block.kind === 'div' ? (PART.exec(block.name) ?? []) : [];
    if (block.kind === 'div' && name) parts.push({ name, place: block.place, blocks: [] });
    else (parts.at(-1)?.blocks ?? before).push(block);
  }
  const [first] = parts;
  if (!first) return blocks;
  const sides = parts.filter(({ name }) => name !== 'bottom' && name !== 'default');
  const isAbove = sides.length > 1;
  const columns = [...(isAbove ? [] : [{ ...first, blocks: before }]), ...sides];
  const column = ({ place, blocks: inner }: (typeof parts)[number]): Block => ({
    ...{ kind: 'div', name: 'column', place, blocks: inner },
  });
  const others = parts.filter((part) => !sides.includes(part)).flatMap(({ blocks: inner }) => inner);
  const row: Block = { kind: 'div', name: 'columns', place: first.place, blocks: columns.map(column) };
  return [...(isAbove ? before : []), row, ...others];
}
