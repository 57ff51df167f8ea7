/** A failure that one sentence explains: whoever started the command needs no stack. */
export class Failure extends Error {
  override readonly name: string = 'Failure';

  /** @param exitCode 1 for what could not be done, 2 for a command line that asks for what there is not. */
  constructor(
    message: string,
    readonly exitCode: 1 | 2 = 1,
  ) {
    super(message);
  }
}

/** A fault that nobody foresaw, with what was being done to which part of a deck. */
export class UnforeseenError extends Error {
  override readonly name = 'UnforeseenError';

  /** @param doing `compiling the slide at 01.md:12` */
  constructor(
    readonly doing: string,
    cause: unknown,
  ) {
    super(`while ${doing}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/**
 * Does something of which a fault says what it was.
 * @throws UnforeseenError for all but a Failure and what the system refused, which say enough themselves.
 */
export function during<Result>(doing: string, task: () => Result): Result {
  try {
    return task();
  } catch (error) {
    if (error instanceof Failure || error instanceof UnforeseenError) throw error;
    if (error instanceof Error && 'code' in error) throw error;
    throw new UnforeseenError(doing, error);
  }
}

/** A command line that asks for what there is not. */
export class UsageError extends Failure {
  override readonly name = 'UsageError';

  constructor(message: string) {
    super(message, 2);
  }
}
