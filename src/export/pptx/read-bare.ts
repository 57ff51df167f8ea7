/** Elements of the slide read last whose ground is to be taken off the screen. */
const bared: Element[] = [];

/** Marks an element as one to be shown bare. @returns its number */
export function toBeBared(element: Element): number {
  return bared.push(element) - 1;
}

/** Forgets the elements of the slide before. */
export function forgetBared(): void {
  bared.length = 0;
}

const ONLY = new CSSStyleSheet();
// What a pattern is made of stands nowhere else.
ONLY.replaceSync(
  'body *:not([data-bare], :has([data-bare]), pattern *, marker *, mask *, clipPath *) ' +
    '{ clip-path: inset(100%) !important; } [data-bare] { color: transparent !important; text-shadow: none !important; }',
);

/** Shows what an element is painted with, and what lies below it, without anything that stands in or on it. */
export async function showBare(at: number): Promise<void> {
  const element = bared[at];
  if (!element) return;
  element.setAttribute('data-bare', '');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, ONLY];
  const painted = [undefined, '::before', '::after'].map((name) => getComputedStyle(element, name));
  const urls = painted.flatMap(({ backgroundImage }) => [...backgroundImage.matchAll(/url\("([^"]*)"\)/g)]);
  await Promise.all(
    urls.map(([, src = '']) =>
      Object.assign(new Image(), { src })
        .decode()
        .catch(() => undefined),
    ),
  );
  await new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown)));
}

/** Shows everything again. */
export function endBare(): void {
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== ONLY);
  for (const element of document.querySelectorAll('[data-bare]')) element.removeAttribute('data-bare');
}
