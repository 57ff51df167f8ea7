/** In a page this stands for `layout/closer-only.ts`. */
export const CLOSER_ONLY = true;
