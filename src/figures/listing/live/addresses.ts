import type { MakeAddresses, Stage } from '../../../deck/live-figure.ts';

/** The row of an index that is marked. */
let marked: HTMLElement | undefined;

/** Names of events that an index lists: the page with the row is opened, the row marked and focused. */
export const addresses: MakeAddresses = (stage) => ({
  open: async (name, rank) => rank === 'row' && openRow(stage, name),
  names: async () => {
    const rows = [...document.querySelectorAll<HTMLElement>('[data-listed]')];
    const held = (await stage.laterParts()).flatMap(({ text }) => [
      ...text.matchAll(/ data-listed="([^"]*)"/g),
    ]);
    return [...rows.map(({ dataset }) => dataset['listed'] ?? ''), ...held.map(([, event = '']) => event)];
  },
  leave: () => leaveRow(stage),
});

async function openRow(stage: Stage, event: string): Promise<boolean> {
  const row = await rowOf(stage, event);
  const slide = row?.closest('section');
  if (!row || !slide) return false;
  leaveRow(stage);
  stage.goTo(slide);
  marked = row;
  row.classList.add('named');
  row.tabIndex = -1;
  row.focus({ preventScroll: true });
  stage.holdAddress(event);
  return true;
}

/** Takes the mark away, and gives the slide its own address again; says whether there was any. */
function leaveRow(stage: Stage): boolean {
  if (!marked) return false;
  marked.classList.remove('named');
  marked.removeAttribute('tabindex');
  marked = undefined;
  stage.holdAddress(undefined);
  return true;
}

async function rowOf(stage: Stage, event: string): Promise<HTMLElement | undefined> {
  const find = (root: ParentNode) =>
    root.querySelector<HTMLElement>(`[data-listed="${CSS.escape(event)}"]`) ?? undefined;
  const row = find(document);
  if (row) return row;
  const parts = await stage.laterParts();
  const page = parts.find(({ text }) => text.includes(` data-listed="${event}"`));
  if (!page) return undefined;
  await stage.fillLater(page.slide);
  return find(page.slide);
}
