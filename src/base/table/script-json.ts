/**
 * A value as scripts write it, as JSON has it: `var events = [{ start: '1914', title: "A war" }, ];` without its name,
 * comments and spare commas, with keys and strings in quotation marks. Lines keep their numbers.
 */
export function fromScript(text: string): string {
  return text
    .replace(TOKEN, (found, comma?: string, key?: string, colon?: string) => {
      if (found.startsWith('//') || found.startsWith('/*')) return blank(found);
      if (comma !== undefined) return ' ';
      if (key !== undefined) return `"${key}"${colon ?? ''}`;
      return found.startsWith("'") ? quoted(found) : found;
    })
    .replace(NAMED, blank)
    .replace(/;\s*$/, '');
}

const NAMED = /^\uFEFF?\s*(?:export\s+default\s+|(?:(?:export\s+)?(?:var|let|const)\s+)?[\w.$]+\s*=\s*)/;

/** Strings, comments, a comma before a closing bracket, and a key without quotation marks. */
const TOKEN =
  /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\[\s\S])*'|\/\/[^\n]*|\/\*[\s\S]*?\*\/|(,)(?=\s*(?:(?:\/\/[^\n]*|\/\*[\s\S]*?\*\/)\s*)*[}\]])|(?<=[{,\s])([\p{L}_$][\w$]*)(\s*:)/gu;

const blank = (found: string): string => found.replace(/[^\n]/g, ' ');

function quoted(single: string): string {
  const inner = single
    .slice(1, -1)
    .replace(/\\'/g, "'")
    .replace(/(?<!\\)"/g, '\\"');
  return `"${inner}"`;
}
