import { THEME_FACES } from './text-xml.ts';
import { escapeXml, HEAD, NAMESPACES } from './write-xml.ts';

const EMPTY_TREE = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>';
const COLOURS =
  'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" ' +
  'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"';

function placeholder(id: number, type: string, name: string, box: string): string {
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>` +
    `<p:nvPr><p:ph type="${type}"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>${box}</a:xfrm>` +
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>' +
    '<a:p><a:endParaRPr/></a:p></p:txBody></p:sp>'
  );
}

const TITLE = placeholder(
  2,
  'title',
  'Title',
  '<a:off x="609600" y="495300"/><a:ext cx="10972800" cy="1143000"/>',
);
const BODY = placeholder(
  3,
  'body',
  'Text',
  '<a:off x="609600" y="1663700"/><a:ext cx="10972800" cy="4572000"/>',
);
const LEVELS = Array.from(
  { length: 9 },
  (_, level) =>
    `<a:lvl${level + 1}pPr><a:defRPr sz="1700"><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl${level + 1}pPr>`,
).join('');

export const MASTER =
  `${HEAD}<p:sldMaster ${NAMESPACES}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>` +
  `<p:spTree>${EMPTY_TREE}${TITLE}${BODY}</p:spTree></p:cSld><p:clrMap ${COLOURS}/>` +
  '<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst><p:txStyles>' +
  '<p:titleStyle><a:lvl1pPr><a:defRPr sz="3200"><a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr></p:titleStyle>' +
  `<p:bodyStyle>${LEVELS}</p:bodyStyle><p:otherStyle>${LEVELS}</p:otherStyle></p:txStyles></p:sldMaster>`;

export const LAYOUT =
  `${HEAD}<p:sldLayout ${NAMESPACES} type="titleOnly" preserve="1"><p:cSld name="Title and anything">` +
  `<p:spTree>${EMPTY_TREE}${TITLE}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`;

export const NOTES_MASTER =
  `${HEAD}<p:notesMaster ${NAMESPACES}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>` +
  `<p:spTree>${EMPTY_TREE}${placeholder(2, 'body', 'Notes', '<a:off x="685800" y="4400550"/><a:ext cx="5486400" cy="3600450"/>')}` +
  `</p:spTree></p:cSld><p:clrMap ${COLOURS}/></p:notesMaster>`;

/** Colours of the theme, light: paper and leaf, ink, the accent, and what series of charts have. */
const SCHEME: readonly (readonly [string, string])[] = [
  ['dk1', '1A1C20'],
  ['lt1', 'FFFFFF'],
  ['dk2', '42454B'],
  ['lt2', 'EDE9DF'],
  ['accent1', '1B53B1'],
  ['accent2', 'C4480F'],
  ['accent3', '177E78'],
  ['accent4', '6E4A00'],
  ['accent5', '8E3A7F'],
  ['accent6', '34373E'],
  ['hlink', '1B53B1'],
  ['folHlink', '5A5C61'],
];

const FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const EFFECT = '<a:effectStyle><a:effectLst/></a:effectStyle>';

export const THEME =
  `${HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Orihon"><a:themeElements>` +
  `<a:clrScheme name="Paper">${SCHEME.map(([name, colour]) => `<a:${name}><a:srgbClr val="${colour}"/></a:${name}>`).join('')}</a:clrScheme>` +
  `<a:fontScheme name="Orihon"><a:majorFont><a:latin typeface="${THEME_FACES.heading}" panose="02020503060305020203" pitchFamily="18"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont>` +
  `<a:minorFont><a:latin typeface="${THEME_FACES.body}" panose="020B0503020202020204" pitchFamily="34"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme>` +
  `<a:fmtScheme name="Flat"><a:fillStyleLst>${FILL.repeat(3)}</a:fillStyleLst>` +
  `<a:lnStyleLst>${`<a:ln w="9525">${FILL}</a:ln>`.repeat(3)}</a:lnStyleLst>` +
  `<a:effectStyleLst>${EFFECT.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${FILL.repeat(3)}</a:bgFillStyleLst>` +
  '</a:fmtScheme></a:themeElements></a:theme>';

/** The notes of a slide. */
export function notesXml(notes: string): string {
  const lines = notes
    .split('\n')
    .map((line) => `<a:p><a:r><a:rPr lang="en"/><a:t>${escapeXml(line)}</a:t></a:r></a:p>`);
  return (
    `${HEAD}<p:notes ${NAMESPACES}><p:cSld><p:spTree>${EMPTY_TREE}` +
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>' +
    '<p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>' +
    `${lines.join('')}</p:txBody></p:sp></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`
  );
}

export function presentationXml(slides: readonly string[]): string {
  const list = slides.map((relation, index) => `<p:sldId id="${256 + index}" r:id="${relation}"/>`).join('');
  return (
    `${HEAD}<p:presentation ${NAMESPACES}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rIdMaster"/></p:sldMasterIdLst>` +
    '<p:notesMasterIdLst><p:notesMasterId r:id="rIdNotes"/></p:notesMasterIdLst>' +
    `<p:sldIdLst>${list}</p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`
  );
}
