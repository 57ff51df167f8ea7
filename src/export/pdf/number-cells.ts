import { PDFArray, PDFDict, type PDFDocument, type PDFObject, PDFString } from 'pdf-lib';

/**
 * The browser names table cells by how many nodes it made before them, which depends on how fast the machine was:
 * they are numbered anew, in the same order.
 */
export function numberCells({ context }: PDFDocument): void {
  const named: { readonly name: string; readonly rename: (to: PDFString) => void }[] = [];
  const take = (value: PDFObject, rename: (to: PDFString) => void): void => {
    if (value instanceof PDFString && /^node\d+$/.test(value.asString()))
      named.push({ name: value.asString(), rename });
    else if (value instanceof PDFDict)
      for (const [key, inner] of value.entries()) take(inner, (to) => value.set(key, to));
    else if (value instanceof PDFArray)
      for (const [at, inner] of value.asArray().entries()) take(inner, (to) => value.set(at, to));
  };
  for (const [ref, object] of context.enumerateIndirectObjects())
    take(object, (to) => context.assign(ref, to));
  const order = [...new Set(named.map(({ name }) => name))].sort();
  const numbers = new Map(order.map((name, index) => [name, `node${`${index + 1}`.padStart(8, '0')}`]));
  for (const { name, rename } of named) rename(PDFString.of(numbers.get(name) ?? name));
}
