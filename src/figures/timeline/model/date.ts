/**
 * Dates of history: what one is and where it stands (`calendar-date.ts`), how it is read (`read-date.ts`) and how it
 * is told (`date-words.ts`).
 */
export * from './calendar-date.ts';
export * from './date-words.ts';
export * from './read-date.ts';
