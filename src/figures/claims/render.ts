import { attributes, escapeHtml } from '../../base/markup.ts';
import { wordsOf } from '../../base/words/choose-words.ts';
import { polishText } from '../../deck/slide/typography.ts';
import type { Bibliography, NumberedSource } from '../../deck/sources/sources.ts';
import type { ClaimRow, Claims, Finding } from './parse.ts';

/** Strokes of each finding's sign in a square of 24: a check; a ring, half filled and filled, the further off
 * the claim is; a cross; a dash. */
const SIGNS: Readonly<Record<Finding, string>> = {
  confirmed: '<path d="M3 13.5 9 19.5 21 5"/>',
  nuance: '<circle cx="12" cy="12" r="9"/>',
  imprecise: '<circle cx="12" cy="12" r="9"/><path class="claims-half" d="M12 3a9 9 0 0 0 0 18z"/>',
  contradicted: '<circle class="claims-half" cx="12" cy="12" r="9"/>',
  'not-found': '<path d="M4 4 20 20M20 4 4 20"/>',
  opinion: '<path d="M4 12h16"/>',
};

/** The letter most like each sign, where words go with it that no drawing follows. */
const LETTERS: Readonly<Record<Finding, string>> = {
  ...{ confirmed: '✓', nuance: '○', imprecise: '◐', contradicted: '●', 'not-found': '✕', opinion: '–' },
};

/** The sign of a finding, which its word says too. */
export function signOf(finding: Finding, more = ''): string {
  return `<svg viewBox="0 0 24 24" aria-hidden="true"${more}>${SIGNS[finding]}</svg>`;
}

/** The sign at the head of a cell, which a letter stands for in other programs: there rows grow, and words move. */
export function signInCell(finding: Finding): string {
  return signOf(finding, ` data-letter="${LETTERS[finding]}"`);
}

/** A table: words checked, what the documents say, with their sources, finding. */
export function renderClaims(claims: Claims, bibliography: Bibliography, lang: string): string {
  const text = (words: string) => polishText(words, lang) ?? escapeHtml(words);
  const { claim, documents, finding } = claims.headings;
  const rows = claims.rows.map((row) => renderRow(row, claims, bibliography, lang));
  return [
    `<table class="claims claims-of-${claims.rows.length}">`,
    `<thead><tr><th scope="col">${text(claim)}</th><th scope="col">${text(documents)}</th>`,
    `<th scope="col"><span class="spoken">${text(finding)}</span></th></tr></thead>`,
    `<tbody>${rows.join('\n')}</tbody>`,
    '</table>',
  ].join('\n');
}

function renderRow(row: ClaimRow, { findings }: Claims, bibliography: Bibliography, lang: string): string {
  const text = (words: string) => polishText(words, lang) ?? escapeHtml(words);
  const told = wordsOf(lang)[row.sources.length === 1 ? 'source' : 'sources'];
  const sources = row.sources
    .flatMap((id) => bibliography.entry(id) ?? [])
    .sort((a, b) => a.number - b.number)
    .map((entry) => renderSource(entry, text));
  return (
    `<tr${attributes({ class: row.accent ? 'claims-accent' : undefined })}>` +
    `<th scope="row" class="display">${text(row.claim)}</th><td>${text(row.documents ?? '')}` +
    (sources.length > 0
      ? `<p class="claims-sources"><span class="spoken">${escapeHtml(told)}: </span>${sources.join('; ')}</p>`
      : '') +
    `</td><td><strong>${signInCell(row.finding)}${text(findings[row.finding])}</strong></td></tr>`
  );
}

function renderSource({ number, source }: NumberedSource, text: (words: string) => string): string {
  const shown = `<b>${number}</b> ${text(source['title-short'] ?? source.title)}`;
  return source.URL
    ? `<a${attributes({ href: source.URL, target: '_blank', rel: 'noopener' })}>${shown}</a>`
    : shown;
}
