/** What a row of sums is called. */
export function isTotal(name: string): boolean {
  // No sum begins with a figure, as most dates do.
  return (
    !/^\d/.test(name) &&
    /^((grand |sub)?totals?|sum|summe|(ins)?gesamt|zusammen|ensemble|totaal|totale|合計|総計|計)$/i.test(name)
  );
}
