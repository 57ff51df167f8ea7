/** What is to go wrong inside of the program, at which of its calls that change files. */
export interface Injected {
  /** `kill`, or the code of what the system says: `ENOSPC`. */
  readonly fault: 'kill' | 'ENOSPC' | 'EROFS' | 'ENOENT';
  /** The how manieth call, from 1; all after it fail too. */
  readonly at: number;
  /** Part of the path of a file: calls about others go on. */
  readonly path?: string;
  /** Whether reading is meant, not writing. */
  readonly reading?: boolean;
}

const WRITING = ['writeFile', 'rename', 'rm', 'unlink', 'copyFile', 'mkdir', 'rmdir'];

/** The environment in which the program, of any version, meets a fault at a call of its own. */
export function injecting({ fault, at, path = '', reading = false }: Injected): {
  readonly NODE_OPTIONS: string;
} {
  const program = `
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    let calls = 0;
    const meet = (name, path) => {
      if (!String(path).includes(${JSON.stringify(path)}) || /node_modules/.test(String(path))) return;
      if (++calls < ${at}) return;
      if (${JSON.stringify(fault)} === 'kill') process.kill(process.pid, 'SIGKILL');
      throw Object.assign(new Error('${fault}: injected, ' + name), { code: '${fault}', syscall: name, path: String(path) });
    };
    for (const name of ${JSON.stringify(reading ? ['readFile'] : WRITING)}) {
      const sync = fs[name + 'Sync'];
      fs[name + 'Sync'] = (...words) => { meet(name, words[0]); return sync(...words); };
      const later = fs.promises[name];
      fs.promises[name] = async (...words) => { meet(name, words[0]); return later(...words); };
    }
    syncBuiltinESMExports();`;
  return { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(program)}` };
}
