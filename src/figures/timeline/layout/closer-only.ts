/**
 * Whether all that is ever drawn here are eras: parts of a timeline on one leaf, that name each event. In a page it is
 * so (`live/only-closer.ts` stands there for this), and its script leaves out what only overviews need.
 */
export const CLOSER_ONLY: boolean = false;
