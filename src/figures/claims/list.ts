import { attributes, escapeHtml } from '../../base/markup.ts';
import { polishText } from '../../deck/slide/typography.ts';
import { type ClaimRow, type Claims, FINDINGS, type Finding } from './parse.ts';
import { signInCell, signOf } from './render.ts';

/** Signs that count how many claims fare how, and under them all claims in two columns, in their own order. */
export function renderList({ rows, headings, findings }: Claims, lang: string): string {
  const text = (words: string) => polishText(words, lang) ?? escapeHtml(words);
  const half = Math.ceil(rows.length / 2);
  const head = `<thead class="spoken"><tr><th scope="col">${text(headings.claim)}</th><th scope="col">${text(headings.finding)}</th></tr></thead>`;
  const row = ({ claim, finding, accent }: ClaimRow, number: number) =>
    `<tr${attributes({ class: accent ? 'claims-accent' : undefined })}>` +
    `<th scope="row"><span class="claims-number">${number}</span> ${text(claim)}</th>` +
    `<td><strong>${signInCell(finding)}${text(findings[finding])}</strong></td></tr>`;
  const column = (from: number, to: number) => {
    const body = rows.slice(from, to).map((one, index) => row(one, from + index + 1));
    return body.length === 0 ? '' : `<table>${head}<tbody>${body.join('\n')}</tbody></table>`;
  };
  return `<div class="claims claims-list">
${renderTally(rows, (finding) => text(findings[finding]))}
${column(0, half)}
${column(half, rows.length)}
</div>`;
}

/** A sign for each claim, those of a kind together: "✓✓✓✓ 4 Confirmed". */
function renderTally(rows: readonly ClaimRow[], name: (finding: Finding) => string): string {
  const groups = FINDINGS.flatMap((key) => {
    const own = rows.filter(({ finding }) => finding === key);
    const [first] = own;
    if (!first) return [];
    const signs = own.map(({ finding }) => signOf(finding)).join('');
    return [`${signs}<small><b>${own.length}</b> ${name(first.finding)}`];
  });
  // A listener hears where one ends.
  const pause = '<span class="spoken">,</span>';
  return `<p class="claims-tally"><span>${groups.join(`${pause}</small></span>\n<span>`)}</small></span></p>`;
}
