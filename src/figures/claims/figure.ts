import type { MakeFigure } from '../../deck/figure.ts';
import { renderList } from './list.ts';
import { isList, parseClaims } from './parse.ts';
import { checkClaims } from './place.ts';
import { renderClaims } from './render.ts';

/**
 * The fence ` ```claims `: sentences checked against documents, at most four a slide, with a finding each; or, where no
 * row has `documents`, a list of all of them, whose signs show how many fare how.
 */
export const claimsFigure: MakeFigure = (fence, context) => {
  const parsed = parseClaims(fence, context);
  if (!parsed) return undefined;
  const { value, placeOf } = parsed;
  checkClaims(parsed, context.measure, context.report);
  return {
    cites: value.rows.flatMap(({ sources }, row) =>
      sources.map((id, index) => ({ id, place: placeOf(['rows', row, 'sources', index]) })),
    ),
    css: '',
    stands: 'whole',
    ...(value.note && { note: value.note }),
    ...(isList(value.rows)
      ? { pages: () => [renderList(value, context.lang)], fold: 'none' }
      : {
          pages: (bibliography) => [renderClaims(value, bibliography, context.lang)],
          namesSources: true,
          fold: 'b',
        }),
  };
};
