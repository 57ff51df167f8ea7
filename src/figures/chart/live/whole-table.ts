/**
 * Fetches the rows of a long table that lie in a file of their own, once. What cannot be fetched leaves the first rows
 * and the link to the file.
 */
export async function fetchRows(table: HTMLElement): Promise<void> {
  const path = table.dataset['rows'];
  if (path === undefined) return;
  const answer = await fetch(new URL(path, table.ownerDocument.baseURI)).catch(() => undefined);
  if (!answer?.ok || table.dataset['rows'] === undefined) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const whole = page.querySelector('table');
  if (!whole) return;
  delete table.dataset['rows'];
  table.replaceChildren(table.ownerDocument.importNode(whole, true));
}
