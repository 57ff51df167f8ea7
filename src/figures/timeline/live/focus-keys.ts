import type { FocusKey } from '../../../deck/live-figure.ts';

export const FOCUS_KEYS: readonly FocusKey[] = [
  { shown: '+ or -', says: 'Fewer years or more, while a timeline has the focus' },
];
