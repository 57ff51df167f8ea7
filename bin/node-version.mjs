// Read by versions of Node far too old for the rest: no syntax or import newer than Node 12 in this file.

/**
 * Says in one sentence what to do when this Node is too old; undefined when it is fine.
 * The floor is Vite's: 20.19, and from 22 on 22.12.
 *
 * @param {string} version such as `20.19.0`
 * @returns {string | undefined}
 */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const fine = major === 20 ? minor >= 19 : major === 22 ? minor >= 12 : major > 22;
  if (fine) return undefined;
  return `Orihon needs Node.js 20.19, 22.12 or newer, and this is ${version}: install the current LTS release from https://nodejs.org and run the same command again.`;
}
