const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text made safe for element content and for double-quoted attribute values. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

/** Attributes as markup, with a leading space each; undefined leaves one out, true writes it bare. */
export function attributes(values: Readonly<Record<string, string | number | boolean | undefined>>): string {
  let all = '';
  for (const [name, value] of Object.entries(values))
    if (value === true) all += ` ${name}`;
    else if (value !== undefined && value !== false) all += ` ${name}="${escapeHtml(String(value))}"`;
  return all;
}

/** Lines of code that is marked up by spans, each whole: one that crosses a line end is closed there and opened anew. */
export function linesOfMarkup(html: string): readonly string[] {
  const open: string[] = [];
  return html.split('\n').map((line) => {
    const before = open.join('');
    for (const [tag] of line.matchAll(/<span[^>]*>|<\/span>/g)) {
      if (tag === '</span>') open.pop();
      else open.push(tag);
    }
    return `${before}${line}${'</span>'.repeat(open.length)}`;
  });
}
