import type { FigureKey } from '../../../deck/live-figure.ts';

export const KEYS: readonly FigureKey[] = [
  { key: 't', says: 'Table of a chart, and back' },
  { key: 'x', says: 'Chart under its other definition' },
];
