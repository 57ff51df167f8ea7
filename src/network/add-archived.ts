import type { ArchivedCopy } from './wayback.ts';

/**
 * Adds `archived` to works of a `sources.yaml`, each as a line of its own after the work's address. All else stays as
 * it is written: comments, order, blanks and quotes.
 */
export function addArchived(yaml: string, copies: ReadonlyMap<string, ArchivedCopy>): string {
  const lines = yaml.split('\n');
  const written: string[] = [];
  let id: string | undefined;
  for (const line of lines) {
    written.push(line);
    const begins = /^(\s*)-\s/.test(line);
    if (begins) id = undefined;
    id = /^\s*(?:-\s+)?id:\s*["']?([^"'#]+?)["']?\s*(?:#.*)?$/.exec(line)?.[1] ?? id;
    const address = /^(\s*)(-\s+)?URL:\s/.exec(line);
    const copy = id === undefined ? undefined : copies.get(id);
    if (!address || !copy) continue;
    const indent = (address[1] ?? '') + ' '.repeat(address[2]?.length ?? 0);
    written.push(`${indent}archived: { url: ${JSON.stringify(copy.url)}, date: ${copy.date} }`);
  }
  return written.join('\n');
}
