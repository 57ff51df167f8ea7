import type { Box, Paint, TablePiece } from './piece.ts';
import { isSeen, paintOf } from './read-paint.ts';
import { paragraphsOf } from './read-paragraphs.ts';
import type { Reading } from './reading.ts';

/** A table with the widths its columns have on the screen; a head that only listeners meet has no row. */
export function readTable(table: HTMLTableElement, reading: Reading): TablePiece {
  const { place, scale } = reading;
  const shown = [...table.rows].filter(isSeen);
  const rows = shown.map((row) => ({
    height: row.getBoundingClientRect().height * scale,
    cells: [...row.cells].map((cell) => readCell(cell, reading)),
  }));
  const widest = shown.reduce<HTMLTableRowElement | undefined>(
    (best, row) => (!best || row.cells.length > best.cells.length ? row : best),
    undefined,
  );
  const columns = [...(widest?.cells ?? [])].map((cell) => cell.getBoundingClientRect().width * scale);
  const caption = table.caption?.textContent?.trim() ?? '';
  return { kind: 'table', box: boxOf(shown, table, place), caption, columns, rows };
}

function boxOf(rows: readonly HTMLTableRowElement[], table: HTMLTableElement, place: Reading['place']): Box {
  const whole = place(table.getBoundingClientRect());
  const [first] = rows;
  if (!first) return whole;
  const { y } = place(first.getBoundingClientRect());
  return { ...whole, y, height: whole.y + whole.height - y };
}

function readCell(cell: HTMLTableCellElement, reading: Reading): TablePiece['rows'][number]['cells'][number] {
  const style = getComputedStyle(cell);
  const times = reading.scale * cell.currentCSSZoom;
  const px = (length: string) => Number.parseFloat(length) * times;
  const row = cell.parentElement;
  const left = cell.getBoundingClientRect().left + px(style.paddingLeft) / reading.scale;
  const paragraphs = paragraphsOf(cell, reading, { left });
  // Room for a wider face, on the side where the words do not stand.
  const free = { left: 1, right: 3, center: undefined }[paragraphs[0]?.align ?? 'left'];
  const padding = [style.paddingTop, style.paddingRight, style.paddingBottom, style.paddingLeft].map(px);
  const line = (side: 'Top' | 'Bottom') => {
    const width = px(style[`border${side}Width`]);
    const paint = /none|hidden/.test(style[`border${side}Style`])
      ? undefined
      : paintOf(style[`border${side}Color`]);
    return paint && width > 0 ? { ...paint, width } : undefined;
  };
  return {
    paragraphs,
    ...{ isHead: cell.tagName === 'TH' && cell.closest('thead') !== null, span: cell.colSpan },
    padding: padding.map((room, side) => (side === free ? room / 4 : room)),
    anchor: anchorOf(style.verticalAlign),
    fill: fillOf(style) ?? (row ? fillOf(getComputedStyle(row)) : undefined),
    lines: { top: line('Top'), bottom: line('Bottom') },
  };
}

function fillOf({ backgroundColor }: CSSStyleDeclaration): Paint | undefined {
  return paintOf(backgroundColor);
}

function anchorOf(align: string): 't' | 'ctr' | 'b' {
  return align === 'middle' ? 'ctr' : align === 'bottom' ? 'b' : 't';
}
