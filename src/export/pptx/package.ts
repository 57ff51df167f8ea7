import { strToU8, type Zippable, zipSync } from 'fflate';
import { escapeXml, HEAD } from './write-xml.ts';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const KINDS = {
  theme: 'application/vnd.openxmlformats-officedocument.theme+xml',
  slide: 'application/vnd.openxmlformats-officedocument.presentationml.slide+xml',
  slideLayout: 'application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml',
  slideMaster: 'application/vnd.openxmlformats-officedocument.presentationml.slideMaster+xml',
  notesMaster: 'application/vnd.openxmlformats-officedocument.presentationml.notesMaster+xml',
  notesSlide: 'application/vnd.openxmlformats-officedocument.presentationml.notesSlide+xml',
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
  officeDocument: 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
} as const;

export type PartKind =
  | keyof typeof KINDS
  | 'image'
  | 'package'
  | 'hyperlink'
  | 'core-properties'
  | 'extended-properties';

/** The parts of an Office file, and how they name one another. */
export class OfficePackage {
  readonly #parts = new Map<string, Uint8Array>();
  readonly #kinds = new Map<string, string>();
  readonly #relations = new Map<string, string[]>();

  /** Adds a part. @param path from the root, without a slash before it */
  add(path: string, content: string | Uint8Array, kind?: keyof typeof KINDS): void {
    this.#parts.set(path, typeof content === 'string' ? strToU8(content) : content);
    if (kind) this.#kinds.set(path, KINDS[kind]);
  }

  /** How many parts lie in a folder. */
  count(folder: string): number {
    return [...this.#parts.keys()].filter((path) => path.startsWith(folder)).length;
  }

  /**
   * Says that a part has to do with another, or with an address outside.
   * @param from path of a part; empty for the package itself
   * @returns the id by which the part names it
   */
  relate(from: string, kind: PartKind, to: string, id?: string): string {
    const known = this.#relations.get(from) ?? [];
    this.#relations.set(from, known);
    const name = id ?? `rId${known.length + 1}`;
    const isOutside = kind === 'hyperlink';
    const type = kind === 'core-properties' ? CORE : `${RELATIONS}/${kind}`;
    const target = isOutside ? to : `/${to}`;
    const written = `<Relationship Id="${name}" Type="${type}" Target="${escapeXml(target)}"${isOutside ? ' TargetMode="External"' : ''}/>`;
    const same = known.findIndex(
      (one) => one.slice(one.indexOf(' Type')) === written.slice(written.indexOf(' Type')),
    );
    if (same >= 0) return /Id="([^"]*)"/.exec(known[same] ?? '')?.[1] ?? name;
    known.push(written);
    return name;
  }

  /** The file; the same parts give the same bytes. */
  zip(): Uint8Array {
    const files: Zippable = { '[Content_Types].xml': strToU8(this.#contentTypes()) };
    for (const [from, relations] of this.#relations) {
      const slash = from.lastIndexOf('/') + 1;
      const path = `${from.slice(0, slash)}_rels/${from.slice(slash)}.rels`;
      files[path] = strToU8(
        `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
      );
    }
    for (const [path, bytes] of this.#parts)
      files[path] = /\.(png|jpg|xlsx)$/.test(path) ? [bytes, { level: 0 }] : bytes;
    return zipSync(files, { mtime: new Date(2000, 0, 1), level: 6 });
  }

  #contentTypes(): string {
    const overrides = [...this.#kinds].map(
      ([path, kind]) => `<Override PartName="/${escapeXml(path)}" ContentType="${kind}"/>`,
    );
    return (
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>' +
      '<Default Extension="jpg" ContentType="image/jpeg"/><Default Extension="svg" ContentType="image/svg+xml"/>' +
      '<Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>' +
      `<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` +
      `${overrides.join('')}</Types>`
    );
  }
}

const CORE = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';
