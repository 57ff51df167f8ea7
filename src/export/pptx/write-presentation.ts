import type { FrontMatter } from '../../deck/front-matter.ts';
import { titleOf } from '../file-title.ts';
import { chartColumns } from './chart-columns.ts';
import { chartXml } from './chart-xml.ts';
import { LAYOUT, MASTER, NOTES_MASTER, notesXml, presentationXml, THEME } from './fixed-parts.ts';
import { OfficePackage } from './package.ts';
import type { ChartPiece, SlideSheet } from './piece.ts';
import { slideXml } from './slide-xml.ts';
import { writeWorkbook } from './workbook.ts';
import { escapeXml, HEAD } from './write-xml.ts';

/** What a presentation says besides its slides. */
export interface PresentationWords {
  readonly meta: FrontMatter;
  /** Notes of each slide; empty where it has none. */
  readonly notes: readonly string[];
  /** Numbers of slides from 0, by address inside the deck. */
  readonly addresses: ReadonlyMap<string, number>;
  /** What lies at an address of the deck. */
  readonly fileAt?: (address: string) => string | Uint8Array | undefined;
  /** Address the deck was read from, with a slash at its end. */
  readonly url: string;
}

const PRESENTATION = 'ppt/presentation.xml';
const slidePath = (index: number) => `ppt/slides/slide${index + 1}.xml`;

/** Writes slides as an Office file (ISO 29500). The same slides give the same bytes. */
export function writePresentation(sheets: readonly SlideSheet[], words: PresentationWords): Uint8Array {
  const office = new OfficePackage();
  addFixed(office, words.meta);
  const relations = sheets.map((sheet, index) => {
    addSlide(office, sheet, index, words);
    return office.relate(PRESENTATION, 'slide', slidePath(index));
  });
  office.add(PRESENTATION, presentationXml(relations), 'officeDocument');
  return office.zip();
}

function addFixed(office: OfficePackage, meta: FrontMatter): void {
  const [master, layout, notes] = [
    'ppt/slideMasters/slideMaster1.xml',
    'ppt/slideLayouts/slideLayout1.xml',
    'ppt/notesMasters/notesMaster1.xml',
  ];
  office.relate('', 'officeDocument', PRESENTATION);
  office.relate('', 'core-properties', 'docProps/core.xml');
  office.add('docProps/core.xml', coreXml(meta));
  office.add(master, MASTER, 'slideMaster');
  office.add(layout, LAYOUT, 'slideLayout');
  office.add(notes, NOTES_MASTER, 'notesMaster');
  for (const [index, owner] of [master, notes].entries()) {
    const theme = `ppt/theme/theme${index + 1}.xml`;
    office.add(theme, THEME, 'theme');
    office.relate(owner, 'theme', theme, 'rIdTheme');
  }
  office.relate(master, 'slideLayout', layout, 'rId1');
  office.relate(layout, 'slideMaster', master);
  office.relate(PRESENTATION, 'slideMaster', master, 'rIdMaster');
  office.relate(PRESENTATION, 'notesMaster', notes, 'rIdNotes');
  office.relate(PRESENTATION, 'theme', 'ppt/theme/theme1.xml', 'rIdTheme');
}

function addSlide(office: OfficePackage, sheet: SlideSheet, index: number, words: PresentationWords): void {
  const path = slidePath(index);
  let pictures = 0;
  const xml = slideXml(sheet, {
    link: (href) => linkTo(office, path, href, words),
    ground: (jpeg) => {
      const media = `ppt/media/slide${index + 1}-ground.jpg`;
      office.add(media, Buffer.from(jpeg, 'base64'));
      return office.relate(path, 'image', media);
    },
    picture: ({ drawing }, png) => {
      const media = `ppt/media/slide${index + 1}-${++pictures}`;
      office.add(`${media}.png`, Buffer.from(png, 'base64'));
      const picture = office.relate(path, 'image', `${media}.png`);
      const lines = drawing === undefined ? undefined : words.fileAt?.(drawing);
      if (lines === undefined) return { picture, drawing: undefined };
      office.add(`${media}.svg`, lines);
      return { picture, drawing: office.relate(path, 'image', `${media}.svg`) };
    },
    chart: (chart) => office.relate(path, 'chart', addChart(office, chart)),
  });
  office.add(path, xml, 'slide');
  office.relate(path, 'slideLayout', 'ppt/slideLayouts/slideLayout1.xml');
  const notes = words.notes[index];
  if (!notes) return;
  const beside = `ppt/notesSlides/notesSlide${index + 1}.xml`;
  office.add(beside, notesXml(notes), 'notesSlide');
  office.relate(path, 'notesSlide', beside);
  office.relate(beside, 'slide', path);
  office.relate(beside, 'notesMaster', 'ppt/notesMasters/notesMaster1.xml');
}

/** A chart's part with its workbook. @returns its path */
function addChart(office: OfficePackage, chart: ChartPiece): string {
  const nth = office.count('ppt/charts/') + 1;
  const [path, workbook] = [`ppt/charts/chart${nth}.xml`, `ppt/embeddings/chart${nth}.xlsx`];
  const sheet = chartColumns(chart.plot);
  office.add(path, chartXml(chart, sheet), 'chart');
  office.add(workbook, writeWorkbook(sheet.columns, chart.tables));
  office.relate(path, 'package', workbook, 'rId1');
  return path;
}

function linkTo(
  office: OfficePackage,
  from: string,
  href: string,
  { url, addresses }: PresentationWords,
): string | undefined {
  const inside = href.startsWith(url) ? /#\/?(.*)$/.exec(href)?.[1] : undefined;
  if (inside === undefined)
    return /^(https?|mailto):/.test(href) && !href.startsWith(url)
      ? `r:id="${office.relate(from, 'hyperlink', href)}"`
      : undefined;
  const target = addresses.get(inside);
  return target === undefined
    ? undefined
    : `r:id="${office.relate(from, 'slide', slidePath(target))}" action="ppaction://hlinksldjump"`;
}

function coreXml(meta: FrontMatter): string {
  const date = `${/^\d{4}-\d{2}-\d{2}$/.test(meta.date ?? '') ? meta.date : '2000-01-01'}T00:00:00Z`;
  const day = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${date}</dcterms:${name}>`;
  return (
    `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(titleOf(meta))}</dc:title><dc:creator>${escapeXml(meta.author ?? '')}</dc:creator>` +
    `<dc:description>${escapeXml(meta.description ?? '')}</dc:description><dc:language>${escapeXml(meta.lang)}</dc:language>` +
    `<cp:keywords>${escapeXml(meta.keywords ?? '')}</cp:keywords>${day('created')}${day('modified')}</cp:coreProperties>`
  );
}
