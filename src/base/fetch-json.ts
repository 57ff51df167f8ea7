/**
 * Data in a file beside the page, by its path from there; undefined where it cannot be had. A page that is all of
 * its deck in one file holds it itself, under that path.
 */
export async function readLater<Content>(path: string, page: Document): Promise<Content | undefined> {
  const held = page.getElementById(path)?.textContent;
  if (held) return JSON.parse(held);
  try {
    const answer = await fetch(path);
    return answer.ok ? await answer.json() : undefined;
  } catch {
    return undefined;
  }
}
