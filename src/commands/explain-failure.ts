import { Failure, UnforeseenError } from '../base/failure.ts';

/** Why the system refused something, in words; by Node's code. */
const REFUSALS: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'is not allowed'],
  ['EPERM', 'is not allowed'],
  ['EROFS', 'lies on a disk that cannot be written to'],
  ['ENOENT', 'is not there any more'],
  ['ENOTDIR', 'leads through a file, not a folder'],
  ['EISDIR', 'is a folder'],
  ['ENAMETOOLONG', 'is longer than a name may be'],
  ['ELOOP', 'is a link that leads to itself'],
  ['EBUSY', 'is in use by another program'],
  ['EIO', 'is on a disk that fails'],
  ['ENOSPC', 'has no room left on its disk'],
  ['EMFILE', 'is one file too many to have open at once'],
  ['EADDRINUSE', 'is an address that another program listens on'],
  ['EADDRNOTAVAIL', 'is an address this machine does not have'],
  ['ENOTFOUND', 'is a name that leads to no machine'],
]);

/** How the browser's driver says that the browser, or its page, is not there any more. */
const BROWSER_ENDED =
  /\b(Target page, context or browser has been closed|Target closed|(Target|Page) crashed)\b/;

/** By this variable of the environment a fault that nobody foresaw shows its stack, for whoever mends it. */
const STACK = 'ORIHON_STACK';

/**
 * What a command that ended in an error says, and its exit code. No stack is shown where nobody asked for one.
 * @param doing what was being done, where the error itself does not say it: `running "orihon build"`
 */
export function explainFailure(
  error: unknown,
  doing: string,
): { readonly text: string; readonly code: number } {
  if (error instanceof Failure) return { text: error.message, code: error.exitCode };
  if (!(error instanceof Error)) return { text: String(error), code: 1 };
  const code = 'code' in error ? String(error.code) : '';
  if (code.startsWith('ERR_PARSE_ARGS')) return { text: error.message, code: 2 };
  const refusal = REFUSALS.get(code);
  if (refusal) {
    const what = 'path' in error && error.path ? `"${String(error.path)}"` : error.message;
    return { text: `${what} ${refusal} (${code}).`, code: 1 };
  }
  return { text: explainUnforeseen(error, doing), code: 1 };
}

function explainUnforeseen(error: Error, doing: string): string {
  const cause = error instanceof UnforeseenError && error.cause instanceof Error ? error.cause : error;
  const what = error instanceof UnforeseenError ? error.doing : doing;
  // Some of Node's messages end in a stack of their own.
  const [message = ''] = cause.message.split(/\n\s+at /);
  if (BROWSER_ENDED.test(message) && !process.env[STACK])
    return `The browser ended while ${what}: it crashed, was closed, or found no memory left. Earlier files are as they
were. Run the same command again; ${STACK}=1 in the environment shows what the browser said last.`;
  const said = `This should not have happened, while ${what}: ${cause.name}: ${message.trim()}`;
  if (process.env[STACK]) return `${said}\n\n${cause.stack ?? ''}`;
  return `${said}
Earlier files are as they were. Please report it: run the same command with ${STACK}=1 in the environment, and send
what it says then, with the part of the deck that is named.`;
}
