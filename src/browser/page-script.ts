import { rolldown } from 'rolldown';

/**
 * A file of the program, with what it imports, as one script that a page can be told to run: what measures or reads a
 * page in many steps has names of its own, which `evaluate` cannot carry.
 * @param path of a TypeScript file
 */
export async function pageScript(path: string): Promise<string> {
  const bundle = await rolldown({ input: path, platform: 'browser', logLevel: 'silent' });
  const { output } = await bundle.generate({ format: 'iife' });
  await bundle.close();
  return output[0].code;
}
