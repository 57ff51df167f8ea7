import type { MakeFigure } from '../../deck/figure.ts';
import { parseClaims } from './parse.ts';
import { checkClaims } from './place.ts';
import { renderClaims } from './render.ts';

/** The fence ` ```claims `: sentences checked against documents, at most four a slide, with a finding each. */
export const claimsFigure: MakeFigure = (fence, context) => {
  const parsed = parseClaims(fence, context);
  if (!parsed) return undefined;
  const { value, placeOf } = parsed;
  checkClaims(parsed, context.measure, context.report);
  return {
    cites: value.rows.flatMap(({ sources }, row) =>
      sources.map((id, index) => ({ id, place: placeOf(['rows', row, 'sources', index]) })),
    ),
    pages: (bibliography) => [renderClaims(value, bibliography, context.lang)],
    css: '',
    stands: 'whole',
    ...(value.note && { note: value.note }),
    namesSources: true,
    fold: 'b',
  };
};
