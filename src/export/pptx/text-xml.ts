import type { Paragraph, Run, TextPiece } from './piece.ts';
import { escapeXml, fill, frame, points, units } from './write-xml.ts';

/** The theme's faces, by the names the deck's style sheets have. */
export const FACES = { heading: 'Newsreader', body: 'Archivo' } as const;

/** What office programs call them as wide as the screen has them. */
export const THEME_FACES = { heading: 'Newsreader', body: 'Archivo SemiCondensed' } as const;

/** What no program has under this name stands for a face whose letters are all as wide; Courier New is one everywhere. */
const EQUALLY_WIDE = /^(ui-)?monospace$/;

/** Makes a relation to where a link leads and gives its attributes; undefined where it leads nowhere. */
export type Link = (href: string) => string | undefined;

/** A text box, or the slide's title. */
export function textXml(piece: TextPiece, id: number, link: Link): string {
  const { box, isTitle, paragraphs, isVertical, isOneLine } = piece;
  const words = paragraphs.map(({ runs }) => runs.map(({ text }) => text).join('')).join(' ');
  const name = escapeXml(isTitle ? 'Title' : words.slice(0, 40).trim() || 'Text');
  const kind = isTitle
    ? '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr>'
    : BOX;
  // A line that another face makes longer is not to break where the screen has one. One that runs down would be moved.
  const wrap = isOneLine && !isTitle && !isVertical ? 'none' : 'square';
  const body = `<a:bodyPr wrap="${wrap}" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"${isVertical ? ' vert="eaVert"' : ''}>${isOneLine && !isTitle ? '<a:noAutofit/>' : '<a:normAutofit/>'}</a:bodyPr>`;
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/>${kind}</p:nvSpPr>` +
    `<p:spPr>${frame(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>` +
    `<p:txBody>${body}<a:lstStyle/>${paragraphsXml(paragraphs, link)}</p:txBody></p:sp>`
  );
}

const BOX = '<p:cNvSpPr txBox="1"/><p:nvPr/>';

export function paragraphsXml(paragraphs: readonly Paragraph[], link: Link): string {
  return paragraphs.length === 0
    ? '<a:p><a:endParaRPr/></a:p>'
    : paragraphs.map((paragraph) => paragraphXml(paragraph, link)).join('');
}

function paragraphXml(paragraph: Paragraph, link: Link): string {
  const { runs, align, bullet, level, before, leading, rtl, margin, hang } = paragraph;
  const place = ` marL="${units(margin)}" indent="${bullet ? -units(Math.min(margin, hang)) : 0}"`;
  const sides = { left: 'l', center: 'ctr', right: 'r' } as const;
  const [, number, dot] = /^(\d+)(\.?)$/.exec(bullet ?? '') ?? [];
  const mark = !bullet
    ? '<a:buNone/>'
    : number
      ? `<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabic${dot ? 'Period' : 'Plain'}" startAt="${number}"/>`
      : `<a:buFont typeface="Arial"/><a:buChar char="${escapeXml(bullet)}"/>`;
  return (
    `<a:p><a:pPr lvl="${Math.min(level, 8)}"${place} algn="${sides[align]}"${rtl ? ' rtl="1"' : ''}>` +
    `<a:lnSpc><a:spcPts val="${points(leading)}"/></a:lnSpc><a:spcBef><a:spcPts val="${points(before)}"/></a:spcBef>` +
    `${mark}</a:pPr>${runs.map((run) => runXml(run, link)).join('')}</a:p>`
  );
}

/** A link has the colour of its run, as on the page, and not the theme's for links. */
const OWN_COLOUR =
  '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr ' +
  'xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext></a:extLst>';

/** A link is a run for each word: LibreOffice breaks lines between runs of a link, and within one through its words. */
function runXml(run: Run, link: Link): string {
  const { text, size, colour, bold, italic, struck, face, lang, href, baseline, highlight } = run;
  const flags = `${bold ? ' b="1"' : ''}${italic ? ' i="1"' : ''}${struck ? ' strike="sngStrike"' : ''}${baseline ? ` baseline="${baseline}"` : ''}`;
  const target = href && link(href);
  const own = EQUALLY_WIDE.test(face) ? 'Courier New' : escapeXml(face);
  const name = face === FACES.heading ? '+mj-lt' : face === FACES.body ? '+mn-lt' : own;
  const other = name.startsWith('+') ? '' : `<a:ea typeface="${name}"/><a:cs typeface="${name}"/>`;
  const properties =
    `<a:rPr lang="${escapeXml(lang || 'en')}" sz="${Math.max(100, points(size))}"${flags}>` +
    `${fill({ colour, opacity: 1 })}${highlight ? `<a:highlight><a:srgbClr val="${highlight}"/></a:highlight>` : ''}<a:latin typeface="${name}"/>${other}` +
    `${target ? `<a:hlinkClick ${target}>${OWN_COLOUR}</a:hlinkClick>` : ''}</a:rPr>`;
  const parts = target ? text.split(/(?<=\s)(?=\S)/) : [text];
  return parts.map((part) => `<a:r>${properties}<a:t>${escapeXml(part)}</a:t></a:r>`).join('');
}
