/** The block that words stand in; what is set inline belongs to what is around it. */
export function blockOf(element: HTMLElement, root: HTMLElement): HTMLElement {
  let block = element;
  while (
    block !== root &&
    block.parentElement &&
    /^(inline|contents|ruby)/.test(getComputedStyle(block).display)
  )
    block = block.parentElement;
  return block;
}

/** Where on the screen the letters of a text lie, a line each. */
export function rectsOf(text: Node): readonly DOMRect[] {
  const range = document.createRange();
  range.selectNodeContents(text);
  return [...range.getClientRects()];
}

/** What a block's text stands together with: its list, or the entries of its list in the same column. */
export function withOthers(block: HTMLElement, root: HTMLElement): HTMLElement {
  const entry = entryOf(block);
  const list = entry?.parentElement;
  if (!entry || !list || !root.contains(list)) return block;
  if (isPlainList(list)) return outermost(list, root);
  const left = entry.getBoundingClientRect().left;
  if (!isLine(entry)) return block;
  let first = entry;
  for (
    let before = block.previousElementSibling;
    before instanceof HTMLElement && isLine(before) && before.getBoundingClientRect().left === left;
    before = before.previousElementSibling
  )
    first = before;
  return first;
}

/** The entry of a list that a block is one of the lines of: itself, or what it stands in. */
function entryOf(block: HTMLElement): HTMLElement | undefined {
  let one: HTMLElement | null = block;
  while (one && one.tagName !== 'LI' && isLine(one)) one = one.parentElement;
  return one?.tagName === 'LI' ? one : undefined;
}

function isLine(entry: Element): boolean {
  const { position, display } = getComputedStyle(entry);
  // Relative ones stand where they would, and hold what is set beside them.
  return /^(static|relative)$/.test(position) && (display === 'list-item' || display === 'block');
}

/** Lists whose entries are lines of text one below another. */
function isPlainList(list: HTMLElement): boolean {
  const [first] = list.children;
  const left = first?.getBoundingClientRect().left;
  return (
    [...list.children].every((entry) => entry.getBoundingClientRect().left === left && isLine(entry)) &&
    getComputedStyle(list).display === 'block'
  );
}

function outermost(list: HTMLElement, root: HTMLElement): HTMLElement {
  const above = list.parentElement?.closest<HTMLElement>('ul, ol');
  return above && root.contains(above) && isPlainList(above) ? outermost(above, root) : list;
}
