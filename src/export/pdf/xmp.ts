import { escapeHtml } from '../../base/markup.ts';

/** What a file says of itself as XMP (ISO 16684-1). */
export interface XmpWords {
  readonly title: string;
  readonly author: string | undefined;
  readonly description: string | undefined;
  readonly keywords: string | undefined;
  readonly lang: string;
  /** ISO 8601, in UTC. */
  readonly date: string;
  readonly creator: string;
  readonly producer: string;
  /** Whether the file was proven to be PDF/UA-1, and PDF/A-3a. */
  readonly isAccessible: boolean;
  readonly isArchival: boolean;
}

/** A packet of XMP: the same words give the same bytes. */
export function writeXmp(words: XmpWords): string {
  const { title, author, description, keywords, lang, date, creator, producer } = words;
  const properties = [
    '<dc:format>application/pdf</dc:format>',
    `<dc:title><rdf:Alt>${inLanguages(title, lang)}</rdf:Alt></dc:title>`,
    author && `<dc:creator><rdf:Seq><rdf:li>${escapeHtml(author)}</rdf:li></rdf:Seq></dc:creator>`,
    description && `<dc:description><rdf:Alt>${inLanguages(description, lang)}</rdf:Alt></dc:description>`,
    `<dc:language><rdf:Bag><rdf:li>${escapeHtml(lang)}</rdf:li></rdf:Bag></dc:language>`,
    `<xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate>`,
    `<xmp:CreatorTool>${escapeHtml(creator)}</xmp:CreatorTool>`,
    `<pdf:Producer>${escapeHtml(producer)}</pdf:Producer>`,
    keywords && `<pdf:Keywords>${escapeHtml(keywords)}</pdf:Keywords>`,
    words.isAccessible && '<pdfuaid:part>1</pdfuaid:part>',
    words.isArchival && '<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>',
    words.isArchival && words.isAccessible && ACCESSIBLE_SCHEMA,
  ];
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    `<rdf:Description rdf:about=""${NAMESPACES}>`,
    ...properties.filter(Boolean),
    '</rdf:Description>',
    '</rdf:RDF>',
    '</x:xmpmeta>',
    '<?xpacket end="w"?>',
  ].join('\n');
}

const NAMESPACES = [
  ['dc', 'http://purl.org/dc/elements/1.1/'],
  ['xmp', 'http://ns.adobe.com/xap/1.0/'],
  ['pdf', 'http://ns.adobe.com/pdf/1.3/'],
  ['pdfuaid', 'http://www.aiim.org/pdfua/ns/id/'],
  ['pdfaid', 'http://www.aiim.org/pdfa/ns/id/'],
]
  .map(([name, address]) => ` xmlns:${name}="${address}"`)
  .join('');

/** PDF/A knows no property that it is not told of (ISO 19005-3, 6.6.2.3.2): the mark of PDF/UA is one. */
const ACCESSIBLE_SCHEMA = [
  '<pdfaExtension:schemas xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"',
  ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"',
  ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><rdf:Bag><rdf:li rdf:parseType="Resource">',
  '<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>',
  '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>',
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>',
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">',
  '<pdfaProperty:name>part</pdfaProperty:name>',
  '<pdfaProperty:valueType>Integer</pdfaProperty:valueType>',
  '<pdfaProperty:category>internal</pdfaProperty:category>',
  '<pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>',
  '</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>',
].join('');

/** Readers ask for the default first; that it is in the deck's language is said beside it. */
function inLanguages(text: string, lang: string): string {
  const written = escapeHtml(text);
  return `<rdf:li xml:lang="x-default">${written}</rdf:li><rdf:li xml:lang="${escapeHtml(lang)}">${written}</rdf:li>`;
}
