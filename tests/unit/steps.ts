import { Session } from 'node:inspector';

/**
 * How often pieces of code were entered in a run: calls of functions, turns of loops, branches taken, by the engine's
 * own record. The same on every machine, busy or not. What one regular expression does is not in it.
 */
export function countSteps(run: () => unknown): number {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  try {
    takeSteps(session);
    run();
    return takeSteps(session);
  } finally {
    session.post('Profiler.stopPreciseCoverage');
    session.disconnect();
  }
}

/** Steps since they were taken last. */
function takeSteps(session: Session): number {
  let steps = 0;
  session.post('Profiler.takePreciseCoverage', (error, { result }) => {
    if (error) throw error;
    for (const { functions } of result)
      for (const { ranges } of functions) for (const { count } of ranges) steps += count;
  });
  return steps;
}
