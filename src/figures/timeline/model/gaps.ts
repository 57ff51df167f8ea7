/** How programs write that a cell is empty: R, pandas, databases, and workbooks whose formulas found nothing. */
const NOTHING =
  /^(?:NA|[nN]\/[aA]|NaN|null|NULL|\\N|nil|None|#N\/A!?|#REF!|#VALUE!|#NAME\?|#DIV\/0!|#NULL!)$/;

/** Whether a cell says that it holds nothing. */
export function isNothing(cell: string): boolean {
  return cell === '' || NOTHING.test(cell);
}
