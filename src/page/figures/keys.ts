import type { FigureKey } from '../../deck/live-figure.ts';

const ALL = import.meta.glob<readonly FigureKey[]>('../../figures/*/live/keys.ts', {
  eager: true,
  import: 'KEYS',
});

/** The letters of every kind of figure. */
export const FIGURE_KEYS: readonly (FigureKey & { readonly kind: string })[] = Object.entries(ALL).flatMap(
  ([path, keys]) => keys.map((key) => ({ ...key, kind: path.split('/')[3] ?? '' })),
);
