import type { SitePage } from '../browser/drive/page.ts';

/** Goes to a slide, past its last step, and waits until its pictures and charts stand. */
export function showSlide(page: SitePage, id: string): Promise<void> {
  return page.evaluate(async (slide) => {
    const section = document.getElementById(slide);
    if (!section) throw new Error(`There is no slide "${slide}".`);
    const { h, v } = window.Reveal.getIndices(section);
    window.Reveal.slide(h, v, Number.MAX_SAFE_INTEGER);
    // The button for a film's sound comes when the browser keeps it silent, maybe after the slide stands.
    if (!document.documentElement.hasAttribute('data-pictured')) {
      document.documentElement.setAttribute('data-pictured', '');
      const quiet = new CSSStyleSheet();
      quiet.replaceSync('.r-media-play-button { display: none !important }');
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, quiet];
    }
    // Off the screen nothing can be pressed.
    for (const tools of section.querySelectorAll<HTMLElement>('.chart-tools'))
      tools.style.visibility = 'hidden';
    // Nor can what is folded away be opened.
    for (const folded of section.querySelectorAll<HTMLDetailsElement>('details:not(.chart-save)'))
      folded.open = true;
    await Promise.all(
      [...section.querySelectorAll('img')].map((image) => image.decode().catch(() => undefined)),
    );
    await document.fonts.ready;
    // Charts are drawn in answer to the move; what is drawn is shown with the frame after the next.
    await new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown)));
  }, id);
}
