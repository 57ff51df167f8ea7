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

/** A command line that asks for what there is not. */
export class UsageError extends Failure {
  override readonly name = 'UsageError';

  constructor(message: string) {
    super(message, 2);
  }
}
