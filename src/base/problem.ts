/** Where in an author's file something stands. Line and column count from 1, as editors show them. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Something an author should know. An `error` stops build and export; a `notice` (a label dropped, two marks
 * drawn as one) is said by `check` and stops nothing.
 */
export interface Problem {
  readonly severity: 'error' | 'notice';
  readonly place: Place;
  /** What is wrong, with the value as written. */
  readonly what: string;
  /** What would be right. */
  readonly fix: string;
}

/** Collects problems: nothing stops at the first one, so that an author mends ten rows in one go. */
export type Report = (problem: Problem) => void;

/** `slides/01.md:3:1: error: unknown source "mofa". Did you mean "mofa-2023"?` */
export function formatProblem({ place, severity, what, fix }: Problem): string {
  return `${place.file}:${place.line}:${place.column}: ${severity}: ${what}. ${fix}`;
}

/** In reading order: by file, then line, then column. What is said twice of one place is kept once. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  const once = new Map(
    problems.map((problem) => [JSON.stringify([problem.place, problem.severity, problem.what]), problem]),
  );
  return [...once.values()].sort(
    (a, b) =>
      a.place.file.localeCompare(b.place.file, 'en') ||
      a.place.line - b.place.line ||
      a.place.column - b.place.column,
  );
}
