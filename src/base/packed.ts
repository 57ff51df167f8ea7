import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Path of a file made when the program was packed; undefined in a clone, whose source may be newer than what lies there. */
export function packedFile(name: string): string | undefined {
  const path = join(ROOT, 'lib', name);
  return !existsSync(join(ROOT, 'package-lock.json')) && existsSync(path) ? path : undefined;
}
