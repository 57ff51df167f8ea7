/** How a slide stands on its sheet. */
export interface Composed {
  readonly slide: string;
  /** What a composed slide should not do. */
  readonly wrong: readonly string[];
  /** How much of its lower half it uses, as a part of 1. */
  readonly below: number;
}

/** Runs in the page: shows every slide, one after another, or the one that is named, and measures it. */
export async function measureComposed(only: string | undefined): Promise<readonly Composed[]> {
  const mayBeEmpty = ['statement', 'title', 'part', 'quotation'];
  const found: Composed[] = [];
  for (const slide of window.Reveal.getSlides()) {
    if (only !== undefined && slide.id !== only) continue;
    const { h, v } = window.Reveal.getIndices(slide);
    window.Reveal.slide(h, v);
    await document.fonts.ready;
    await Promise.all([...slide.querySelectorAll('img')].map((image) => image.decode()));
    const sheet = slide.getBoundingClientRect();
    const scale = sheet.width / 1920;
    const boxes: DOMRect[] = [];
    const small: string[] = [];
    const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const owner = node.parentElement;
      if (!node.textContent?.trim() || !owner || owner.closest('.foot, .notes, .spoken, script')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      boxes.push(...[...range.getClientRects()].filter(({ width }) => width > 0));
      const zoom = Number(slide.style.getPropertyValue('--shrink') || 1);
      const size = (Number.parseFloat(getComputedStyle(owner).fontSize) * zoom) / scale;
      if (size < 23.9) small.push(`${size.toFixed(1)} px: ${node.textContent.trim().slice(0, 40)}`);
    }
    const blocks = slide.querySelectorAll('img, pre, table');
    const ruled = [...slide.querySelectorAll('.composed-content :is(ul, ol, li, h3)')].filter(
      (element) => Number.parseFloat(getComputedStyle(element).borderTopWidth) > 0,
    );
    boxes.push(...[...blocks, ...ruled].flatMap((block) => [...block.getClientRects()]));
    const wrong = small.slice(0, 1);
    const right = Math.max(...boxes.map((box) => box.right));
    const left = Math.min(...boxes.map((box) => box.left));
    const bottom = Math.max(...boxes.map((box) => box.bottom));
    if (right > sheet.right + 1 || left < sheet.left - 1 || bottom > sheet.bottom + 1)
      wrong.push('leaves the sheet');
    if (slide.scrollHeight > slide.clientHeight + 1 || slide.scrollWidth > slide.clientWidth + 1)
      wrong.push('overflows');
    const cut = [...slide.querySelectorAll('pre')].some((pre) => pre.scrollWidth > pre.clientWidth + 1);
    if (cut) wrong.push('cuts code');
    const words = (slide.querySelector('.composed-content')?.textContent ?? '')
      .split(/\s+/)
      .filter(Boolean).length;
    const used = (right - left) / scale / 1728;
    const excused = mayBeEmpty.some((layout) => slide.classList.contains(`layout-${layout}`));
    if (words > 30 && !excused && used < 0.8) wrong.push(`uses ${Math.round(used * 100)} % of the width`);
    const empty = (sheet.bottom - bottom) / sheet.height;
    if (!excused && empty > 0.45) wrong.push(`leaves ${Math.round(empty * 1000) / 10} % empty below`);
    // The foot takes what is below; lines nearer than this stand together.
    const [end, near] = [sheet.top + sheet.height * 0.92, sheet.height * 0.045];
    const figures = [...slide.querySelectorAll('figure')].map((figure) => figure.getBoundingClientRect());
    let reached = sheet.top + sheet.height / 2;
    let below = 0;
    for (const box of [...boxes, ...figures].sort((one, other) => one.top - other.top)) {
      const from = box.top - reached < near ? reached : box.top;
      const to = Math.min(box.bottom, end);
      if (to <= from) continue;
      below += (to - from) / (sheet.height * 0.42);
      reached = to;
    }
    found.push({ slide: `${slide.id}: ${slide.className}`, wrong, below });
  }
  return found;
}
