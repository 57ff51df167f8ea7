import type { Box, Paint, TablePiece } from './piece.ts';
import { rectsOf } from './read-blocks.ts';
import { isSeen, paintOf } from './read-paint.ts';
import { paragraphsOf } from './read-paragraphs.ts';
import type { Reading } from './reading.ts';
import { shareRoom, WIDER, WIDER_BOLD } from './share-room.ts';

/** A drawing before the words of a cell that a letter may stand for. */
export const SIGN = '[data-letter]';

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
  // What is drawn in a cell would stay where it is.
  const isPlain =
    !table.querySelector(`svg:not(${SIGN}), img, canvas`) &&
    rows.every(({ cells }) => cells.length === columns.length);
  const needs = columns.map((_, at) => Math.max(...shown.map((row) => needOf(row.cells[at], scale))));
  const isFirm = columns.map((_, at) => shown.some((row) => isUnbroken(row.cells[at])));
  const shared = isPlain ? shareRoom(columns, needs, isFirm) : columns;
  const given = (columns.at(-1) ?? 0) - (shared.at(-1) ?? 0);
  const caption = table.caption?.textContent?.trim() ?? '';
  return {
    kind: 'table',
    box: boxOf(shown, table, place),
    caption,
    columns: shared,
    rows: given > 0 ? rows.map((row) => ({ ...row, cells: row.cells.map(withoutFilling(given)) })) : rows,
  };
}

type Cell = TablePiece['rows'][number]['cells'][number];

/** The last cell of a row with so much less of the room that fills its table. */
function withoutFilling(given: number) {
  return (cell: Cell, at: number, { length }: readonly Cell[]): Cell => {
    const [top = 0, right = 0, bottom = 0, left = 0] = cell.padding;
    return at === length - 1 ? { ...cell, padding: [top, Math.max(0, right - given), bottom, left] } : cell;
  };
}

function isUnbroken(cell: HTMLTableCellElement | undefined): boolean {
  return cell !== undefined && /nowrap|pre\b/.test(getComputedStyle(cell).whiteSpace);
}

/** px between columns that are near. */
const BETWEEN = 36;

/** Width that a cell needs for words of one line in a wider face, px on the sheet; what breaks keeps what it has. */
function needOf(cell: HTMLTableCellElement | undefined, scale: number): number {
  if (!cell) return 0;
  const rects = rectsOf(cell);
  const [top, bottom] = [
    Math.min(...rects.map((rect) => rect.bottom)),
    Math.max(...rects.map((rect) => rect.top)),
  ];
  if (rects.length === 0) return 0;
  if (top <= bottom) return cell.getBoundingClientRect().width * scale;
  const wide = Math.max(...rects.map(({ right }) => right)) - Math.min(...rects.map(({ left }) => left));
  const { paddingLeft, paddingRight } = getComputedStyle(cell);
  const isBold = [cell, ...cell.querySelectorAll('*')].some(isSetBold);
  const [left = 0, right = 0] = [paddingLeft, paddingRight].map(
    (one) => Number.parseFloat(one) * cell.currentCSSZoom,
  );
  // The last one fills its table.
  const after = cell.nextElementSibling ? right : Math.min(right, BETWEEN / scale);
  return (wide * (isBold ? WIDER_BOLD : WIDER) + left + after) * scale;
}

/** Whether an element sets words of its own in bold. */
function isSetBold(element: Element): boolean {
  const isBold = Number(getComputedStyle(element).fontWeight) >= 600;
  return isBold && [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
}

function boxOf(rows: readonly HTMLTableRowElement[], table: HTMLTableElement, place: Reading['place']): Box {
  const whole = place(table.getBoundingClientRect());
  const [first] = rows;
  if (!first) return whole;
  const { y } = place(first.getBoundingClientRect());
  return { ...whole, y, height: whole.y + whole.height - y };
}

function readCell(cell: HTMLTableCellElement, reading: Reading): Cell {
  const style = getComputedStyle(cell);
  const times = reading.scale * cell.currentCSSZoom;
  const px = (length: string) => Number.parseFloat(length) * times;
  const row = cell.parentElement;
  const left = cell.getBoundingClientRect().left + px(style.paddingLeft) / reading.scale;
  const right = cell.getBoundingClientRect().right - px(style.paddingRight) / reading.scale;
  const paragraphs = paragraphsOf(cell, reading, { left, right });
  const sign = signOf(cell, reading);
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
    paragraphs: sign ? paragraphs.map((one, at) => (at === 0 ? { ...one, ...sign } : one)) : paragraphs,
    ...{ isHead: cell.tagName === 'TH' && cell.closest('thead') !== null, span: cell.colSpan },
    padding: padding.map((room, side) =>
      side === free ? room / 4 : side === 3 && sign ? Math.max(0, room - sign.margin) : room,
    ),
    anchor: anchorOf(style.verticalAlign),
    fill: fillOf(style) ?? (row ? fillOf(getComputedStyle(row)) : undefined),
    lines: { top: line('Top'), bottom: line('Bottom') },
  };
}

/** The sign before the words of a cell, as the mark of an entry: where rows grow it goes with them. */
function signOf(
  cell: HTMLTableCellElement,
  { scale }: Reading,
): { readonly bullet: string; readonly margin: number; readonly hang: number } | undefined {
  const drawn = cell.querySelector<SVGElement>(SIGN);
  const bullet = drawn?.dataset['letter'];
  if (!drawn || !bullet) return undefined;
  const words = Math.min(...rectsOf(cell).map(({ left }) => left));
  const margin = Math.max(0, words - drawn.getBoundingClientRect().left) * scale;
  return { bullet, margin, hang: margin };
}

function fillOf({ backgroundColor }: CSSStyleDeclaration): Paint | undefined {
  return paintOf(backgroundColor);
}

function anchorOf(align: string): 't' | 'ctr' | 'b' {
  return align === 'middle' ? 'ctr' : align === 'bottom' ? 'b' : 't';
}
