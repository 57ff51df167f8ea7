/** In a page this stands for `layout/labels/label-names.ts`: each event comes with all that may be said beside its mark. */
import type { Second } from '../layout/labels/label-names.ts';
import { finenessOf, type View } from '../layout/view.ts';
import type { ToldEvent } from '../markup/tell-events.ts';

export function nameOf({ names, lasting }: ToldEvent, period: unknown, view: View): string | undefined {
  const said = period ? (lasting ?? names) : names;
  return said[finenessOf(view)] ?? said.at(-1);
}

export function secondOf({ second }: ToldEvent): Second | undefined {
  return second;
}

export function sinceOf({ since }: ToldEvent): string | undefined {
  return since;
}

export function signedTurn({ turn }: ToldEvent): string | undefined {
  return turn;
}

export function renewedTurn({ turn }: ToldEvent['milestones'][number]): string | undefined {
  return turn;
}
