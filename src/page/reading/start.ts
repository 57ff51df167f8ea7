import type { InArticle } from '../../deck/live-figure.ts';
import { fillLater } from '../figures/later.ts';
import { readSheets } from '../which-view.ts';
import { hangCode } from './hang-code.ts';
import { keepColumns } from './keep-columns.ts';
import { nameCells } from './name-cells.ts';
import { keepPlace } from './scroll-position.ts';
import { boxWideTables } from './wide-tables.ts';

/** What kinds of figures do in an article, by paths that name their folders. */
const KINDS = import.meta.glob<{ inArticle: () => InArticle }>('../../figures/*/live/article.ts');

/** Turns the page's slides into an article: the same sections, with nothing of the stage left on them. */
export async function startReading(): Promise<void> {
  await sheetsArrived();
  const [kinds] = await Promise.all([loadKinds(), fillLater()]);
  for (const section of document.querySelectorAll('.slides section')) {
    // Headings lead through an article; thirty named regions would only be in the way.
    for (const name of ['role', 'aria-roledescription', 'aria-label']) section.removeAttribute(name);
  }
  nameCells();
  hangCode();
  document.querySelector('main')?.removeAttribute('aria-roledescription');
  const figures = kinds.map(({ inArticle }) => inArticle());
  const fitTables = () => {
    boxWideTables();
    keepColumns();
  };
  const fit = () => {
    for (const figure of figures) figure.fit?.();
    fitTables();
  };
  const place = keepPlace(fit, (event) => {
    for (const figure of figures) figure.unfold?.(event);
  });
  // What is folded away has no width yet.
  document.addEventListener('toggle', fitTables, true);
  place.land();
  await Promise.all([document.fonts.ready.then(fit), ...figures.map(({ drawn }) => drawn)]);
  // Faces and charts have moved what stands above: the address is found anew, unless the reader went elsewhere.
  place.landAgain();
  document.documentElement.dataset['read'] = 'ready';
}

async function loadKinds() {
  const present = Object.entries(KINDS).filter(([path]) => {
    const [, , , kind = ''] = path.split('/');
    return document.querySelector(`[data-live="${kind}"]`);
  });
  return Promise.all(present.map(([, load]) => load()));
}

/** The sheets are of low priority while their media do not match, so they may come after the script. */
async function sheetsArrived(): Promise<void> {
  const late = readSheets().filter(({ sheet }) => !sheet);
  await Promise.all(
    late.map(
      (link) =>
        new Promise<void>((resolve) => {
          for (const end of ['load', 'error']) link.addEventListener(end, () => resolve(), { once: true });
        }),
    ),
  );
}
