import type { Page } from 'playwright';

/** A drawing whose rules are written into its elements, and its words; or what Mermaid says is wrong. */
export type RawDrawing = { readonly svg: string; readonly words: string } | { readonly fault: string };

/** How a diagram is written, the id its drawing has, and the fonts its letters are set in. */
export interface ToDraw {
  readonly written: string;
  readonly id: string;
  readonly font: string;
}

declare global {
  interface Window {
    readonly mermaid: {
      readonly initialize: (options: object) => void;
      readonly render: (id: string, written: string) => Promise<{ readonly svg: string }>;
    };
  }
}

/** Draws a diagram by the Mermaid that a page holds. */
export async function drawInPage(page: Page, toDraw: ToDraw): Promise<RawDrawing> {
  const fault = await page.evaluate(async ({ written, id, font }) => {
    const plain = { htmlLabels: false };
    await document.fonts.ready;
    await Promise.all([...document.fonts].map((face) => face.load()));
    window.mermaid.initialize({
      ...{ startOnLoad: false, securityLevel: 'strict', theme: 'neutral', fontFamily: font, ...plain },
      ...{ flowchart: plain, class: plain, state: plain, suppressErrorRendering: true },
      // As wide as a sheet can show at twice its size.
      gantt: { useWidth: 840, fontSize: 15, sectionFontSize: 15, barHeight: 28, barGap: 6, leftPadding: 120 },
      ...{ deterministicIds: true, deterministicIDSeed: id },
    });
    try {
      const { svg } = await window.mermaid.render(id, written);
      document.body.innerHTML = svg;
      return '';
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }, toDraw);
  if (fault !== '') return { fault };
  await setHtmlWords(page);
  await writeRules(page);
  return frame(page, toDraw.font);
}

/** Space around a drawing, and how much larger than Mermaid's own letters it is meant to be shown. */
const MARGIN = 16;
const SCALE = 2;

/** Words set as HTML, which no picture shows, are set as they stand, line by line. */
function setHtmlWords(page: Page): Promise<void> {
  return page.evaluate(() => {
    const space = 'http://www.w3.org/2000/svg';
    for (const foreign of document.querySelectorAll('foreignObject')) {
      const lines = foreign.innerHTML.split(/<br\s*\/?>/);
      const [x, y, width, height] = [foreign.x, foreign.y, foreign.width, foreign.height].map(
        ({ baseVal }) => baseVal.value,
      );
      const text = document.createElementNS(space, 'text');
      text.setAttribute('text-anchor', 'middle');
      for (const [index, line] of lines.entries()) {
        const row = document.createElementNS(space, 'tspan');
        const plain = document.createElement('div');
        plain.innerHTML = line;
        row.textContent = plain.textContent;
        row.setAttribute('x', String((x ?? 0) + (width ?? 0) / 2));
        row.setAttribute('y', String((y ?? 0) + ((index + 0.75) * (height ?? 0)) / lines.length));
        text.append(row);
      }
      foreign.replaceWith(text);
    }
    // Without HTML, Mermaid sets these words beside their middle.
    for (const text of document.querySelectorAll('.mindmap-node text'))
      text.setAttribute('text-anchor', 'middle');
  });
}

/**
 * Writes what the drawing's style sheet says into the elements themselves, so that it looks the same wherever it is
 * shown, and nothing of it is a rule any more.
 */
function writeRules(page: Page): Promise<void> {
  return page.evaluate(() => {
    const properties = [
      ...[
        'fill',
        'fill-opacity',
        'fill-rule',
        'stroke',
        'stroke-width',
        'stroke-opacity',
        'stroke-dasharray',
      ],
      ...['stroke-linecap', 'stroke-linejoin', 'opacity', 'display', 'visibility', 'stop-color'],
      ...['font-size', 'font-weight', 'font-style', 'text-anchor', 'dominant-baseline', 'alignment-baseline'],
    ];
    const inherited = /^(fill|stroke|font|text-anchor|visibility|dominant)/;
    const usual = /^(1|inline|auto|block|baseline|rgb\(0, 0, 0\))$/;
    const rulesOf = (element: Element): readonly (readonly [string, string])[] => {
      const own = getComputedStyle(element);
      const above = element.parentElement && getComputedStyle(element.parentElement);
      const isRoot = element.tagName === 'svg';
      const rules = properties.flatMap((name) => {
        const value = own.getPropertyValue(name);
        const isNew = inherited.test(name)
          ? isRoot || above?.getPropertyValue(name) !== value
          : !isRoot && !usual.test(value);
        return value !== '' && (isNew || element.hasAttribute(name)) ? [[name, value] as const] : [];
      });
      const { transform } = element instanceof SVGElement ? element.style : { transform: '' };
      return transform === '' || transform === 'none' ? rules : [...rules, ['transform', own.transform]];
    };
    // All are read before any is written.
    const all = [...document.querySelectorAll('svg, svg *')].map(
      (element) => [element, rulesOf(element)] as const,
    );
    for (const [element, rules] of all) {
      for (const [name, value] of rules) element.setAttribute(name, value);
      for (const { name } of [...element.attributes])
        if (/^(class|style|font-family|tabindex|role|aria-.*|data-.*)$/.test(name))
          element.removeAttribute(name);
    }
  });
}

/** A light ground around the drawing, its size, and its words: its title, else all its labels. */
function frame(page: Page, font: string): Promise<RawDrawing> {
  return page.evaluate(
    ({ font: family, margin, scale }) => {
      const svg = document.querySelector('svg');
      if (!svg) return { fault: 'nothing was drawn' };
      const labels = [...svg.querySelectorAll('text')].map((text) =>
        [...(text.childElementCount > 0 ? text.children : [text])]
          .map((row) => row.textContent?.replace(/\s+/g, ' ').trim())
          .filter(Boolean)
          .join(' '),
      );
      const titles = [...svg.querySelectorAll(':scope > title, :scope > desc')].map((one) => one.textContent);
      const words = titles.length > 0 ? titles.join('. ') : [...new Set(labels)].filter(Boolean).join('; ');
      for (const gone of svg.querySelectorAll('style, script, title, desc')) gone.remove();
      const { x, y, width, height } = svg.viewBox.baseVal;
      const box = { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin };
      const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
      for (const [name, value] of Object.entries({ ...box, fill: '#fff', stroke: 'none' }))
        ground.setAttribute(name, String(value));
      svg.prepend(ground);
      svg.setAttribute('viewBox', `${box.x} ${box.y} ${box.width} ${box.height}`);
      svg.setAttribute('width', String(Math.round(box.width * scale)));
      svg.setAttribute('height', String(Math.round(box.height * scale)));
      svg.setAttribute('font-family', family);
      return { svg: new XMLSerializer().serializeToString(svg), words: words.slice(0, 1000) };
    },
    { font, margin: MARGIN, scale: SCALE },
  );
}
