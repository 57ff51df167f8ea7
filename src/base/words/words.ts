import type { EN } from './en.ts';

/** What a page says besides what its author wrote. */
export type Words = Readonly<Record<keyof typeof EN, string>>;
