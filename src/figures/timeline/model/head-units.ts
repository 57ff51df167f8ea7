import { plainHead } from './column-heads.ts';

/** What a head says of the bare numbers under it, and what is written behind one for it. */
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:ma|mya|myr|million years(?: ago)?|millions of years(?: ago)?)\b/, ' Ma'],
  [/\b(?:ka|kya|kyr|thousand years(?: ago)?)\b/, ' ka'],
  [/\b(?:ga|gya|gyr|billion years(?: ago)?)\b/, ' Ga'],
  [/\b(?:before (?:the )?present|years ago|bp|ybp)\b/, ' years ago'],
  [/\b(?:bce?|before christ)\b/, ' BC'],
  [/\b(?:ah|hijri|hijra)\b/, ' AH'],
];

const unitOf = (head: string): string | undefined => {
  const plain = plainHead(head).replace(/[()[\]]/g, ' ');
  // A head that names both eras, or one of them beside the present, says nothing of its numbers.
  if (/\b(?:ad|ce)\b/.test(plain)) return undefined;
  return UNITS.find(([words]) => words.test(plain))?.[1];
};

/** Whether a head says how the numbers under it are counted: `Start (Ma)`, `Year BC`. */
export function hasUnit(head: string): boolean {
  return unitOf(head) !== undefined;
}

/** A bare number with the unit that its head says: `66` under `Age (Ma)` is `66 Ma`, `44` under `BC` is `44 BC`. */
export function withUnit(cell: string, head: string): string {
  const unit = /^\d[\d,]*(?:\.\d+)?$/.test(cell) ? unitOf(head) : undefined;
  if (unit === undefined) return cell;
  // No years ago is now.
  if (/^[0.]+$/.test(cell)) return / (?:BC|AH)$/.test(unit) ? cell : '..';
  const whole = /^ (?:BC|AH|years ago)$/.test(unit) ? cell.replace(/\.0+$/, '') : cell;
  return (/^\d{5,}$/.test(whole) ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole) + unit;
}
