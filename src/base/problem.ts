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
  /** For a notice told once of several places: how many others there are. */
  readonly others?: number;
}

/** Collects problems: nothing stops at the first one, so that an author mends ten rows in one go. */
export type Report = (problem: Problem) => void;

/** `slides/01.md:3:1: error: unknown source "mofa". Did you mean "mofa-2023"?` */
export function formatProblem({ place, severity, what, fix, others = 0 }: Problem): string {
  const more = others > 0 ? ` (and at ${others} other ${others === 1 ? 'place' : 'places'})` : '';
  return `${place.file}:${place.line}:${place.column}: ${severity}: ${what}${more}. ${fix}`;
}

/**
 * In reading order: by file, then line, then column. What is said twice of one place is kept once, and a notice
 * said of several places is told at the first of them.
 */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  const once = new Map(
    problems.map((problem) => [JSON.stringify([problem.place, problem.severity, problem.what]), problem]),
  );
  const sorted = [...once.values()].sort(
    (a, b) =>
      a.place.file.localeCompare(b.place.file, 'en', { numeric: true }) ||
      a.place.line - b.place.line ||
      a.place.column - b.place.column,
  );
  const causes = new Map<string, Problem>();
  for (const problem of sorted) {
    const { severity, what, place, others = 0 } = problem;
    const cause = JSON.stringify(severity === 'notice' ? [what] : [what, place]);
    const first = causes.get(cause);
    causes.set(cause, first ? { ...first, others: (first.others ?? 0) + others + 1 } : problem);
  }
  return [...causes.values()];
}

/** Every notice as an error: for decks that are published, where nothing may be left as it is. */
export function strictly(problems: readonly Problem[]): readonly Problem[] {
  return problems.map((problem) => ({ ...problem, severity: 'error' }));
}
