import type { Range } from '../layout/range.ts';
import { tellSigns } from '../layout/tell-signs.ts';
import { signsShown } from './shown-signs.ts';

/** What the foot says of the figure itself. */
const kept = new WeakMap<HTMLElement, string>();

/**
 * Says in the foot of the slide what a closer look is drawn with and nothing else, for as long as it stands in the place
 * of its figure.
 */
export async function explainCloser(figure: HTMLElement, drawing: HTMLElement, range: Range): Promise<void> {
  const key = figure.closest('section')?.querySelector('.foot .key');
  if (!key) return;
  const { wholeOf } = await import('./closer.ts');
  const whole = await wholeOf(figure);
  if (!whole || !drawing.isConnected) return;
  const own = kept.get(figure) ?? key.innerHTML;
  kept.set(figure, own);
  const idsOf = (signs: string) => {
    const marks = [...drawing.querySelectorAll<SVGElement>(`g.mark:has(:is(${signs}))`)];
    return new Set(marks.map(({ dataset }) => dataset['event']));
  };
  const shown = signsShown(whole.signs, whole.timeline.events, {
    range,
    points: idsOf('.dot, .ring, .point'),
    bars: idsOf('.bar, .outline, .hatch-edge, .fade-1'),
    named: new Set([...drawing.querySelectorAll('.quiet')].map(({ textContent }) => textContent)),
    notched: drawing.querySelector('.notch') !== null,
  });
  key.innerHTML = tellSigns(shown);
  const seen = new MutationObserver(() => {
    if (figure.hidden) return;
    key.innerHTML = own;
    seen.disconnect();
  });
  seen.observe(figure, { attributeFilter: ['hidden'] });
}
