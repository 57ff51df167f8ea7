import { Failure } from '../base/failure.ts';

/** Why the system refused something, in words; by Node's code. */
const REFUSALS: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'is not allowed'],
  ['EPERM', 'is not allowed'],
  ['EROFS', 'lies on a disk that cannot be written to'],
  ['ENOTDIR', 'leads through a file, not a folder'],
  ['EISDIR', 'is a folder'],
  ['ENOSPC', 'has no room left on its disk'],
  ['EMFILE', 'is one file too many to have open at once'],
  ['EADDRINUSE', 'is an address that another program listens on'],
  ['EADDRNOTAVAIL', 'is an address this machine does not have'],
  ['ENOTFOUND', 'is a name that leads to no machine'],
]);

/** What a command that ended in an error says, and its exit code. Only what nobody foresaw shows its stack. */
export function explainFailure(error: unknown): { readonly text: string; readonly code: number } {
  if (error instanceof Failure) return { text: error.message, code: error.exitCode };
  if (!(error instanceof Error)) return { text: String(error), code: 1 };
  const code = 'code' in error ? String(error.code) : '';
  if (code.startsWith('ERR_PARSE_ARGS')) return { text: error.message, code: 2 };
  const refusal = REFUSALS.get(code);
  if (refusal) {
    const what = 'path' in error && error.path ? `"${String(error.path)}"` : error.message;
    return { text: `${what} ${refusal} (${code}).`, code: 1 };
  }
  const stack = error.stack ?? error.message;
  return { text: `This should not have happened. Please report it, with what follows.\n\n${stack}`, code: 1 };
}
