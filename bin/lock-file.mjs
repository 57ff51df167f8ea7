import { closeSync, openSync, readSync } from 'node:fs';

/**
 * A package as a lock file describes it.
 *
 * @typedef {object} Locked
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional]
 * @property {readonly string[]} [os]
 * @property {readonly string[]} [cpu]
 * @property {readonly string[]} [libc]
 */

/** @typedef {Readonly<Record<string, Locked>>} Packages by path, such as `node_modules/vite` */

/** @typedef {{ os: string, cpu: string, libc: string | undefined }} Machine */

/**
 * The packages that are missing, of another version, or not asked for.
 *
 * @param {Packages} wanted what package-lock.json lists
 * @param {Packages} installed what node_modules/.package-lock.json lists
 * @param {(path: string) => boolean} exists whether an installed package's folder is there
 * @param {Machine} [machine]
 * @returns {{ id: string, optional: boolean }[]} `id` is path and version wanted
 */
export function whatDiffers(wanted, installed, exists, machine = thisMachine()) {
  const differing = [];
  for (const [path, { version, integrity, optional = false, ...needs }] of Object.entries(wanted)) {
    if (path === '') continue; // the project itself
    const there = installed[path];
    const same = there
      ? there.version === version &&
        (!integrity || !there.integrity || there.integrity === integrity) &&
        exists(path)
      : optional && !isFor(needs, machine);
    if (!same) differing.push({ id: `${path}@${version}`, optional: optional && !there });
  }
  for (const [path, { version }] of Object.entries(installed))
    if (!wanted[path]) differing.push({ id: `${path}@${version}`, optional: false });
  return differing;
}

/**
 * Whether a machine must have an optional package. One that names no machine comes only with another that does
 * (the parts of a WebAssembly fallback), so its absence says nothing.
 *
 * @param {Pick<Locked, 'os' | 'cpu' | 'libc'>} needs
 * @param {Machine} machine
 */
function isFor({ os, cpu, libc }, machine) {
  if (!os && !cpu) return false;
  return allows(os, machine.os) && allows(cpu, machine.cpu) && (!libc || allows(libc, machine.libc));
}

/**
 * @param {readonly string[] | undefined} list such as `['linux']` or `['!win32']`
 * @param {string | undefined} name
 */
function allows(list, name) {
  if (!list || name === undefined) return list === undefined;
  return list.includes(name) || (list.every((word) => word.startsWith('!')) && !list.includes(`!${name}`));
}

/** @returns {Machine} */
function thisMachine() {
  const libc = process.platform === 'linux' ? (startsByMusl(process.execPath) ? 'musl' : 'glibc') : undefined;
  return { os: process.platform, cpu: process.arch, libc };
}

/**
 * The loader named in the head of Node's own executable tells the C library; asking `process.report` takes 16 ms.
 *
 * @param {string} executable
 */
function startsByMusl(executable) {
  const head = Buffer.alloc(2048);
  try {
    const file = openSync(executable, 'r');
    readSync(file, head, 0, head.length, 0);
    closeSync(file);
  } catch {
    return false;
  }
  return head.includes('/ld-musl-');
}
