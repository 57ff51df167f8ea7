import { createInterface } from 'node:readline/promises';

/** Asks once; without a terminal the answer is no, and `--yes` says yes. */
export async function agree(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) {
    console.error(`${question} Say yes with --yes.`);
    return false;
  }
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await asking.question(`${question} [y/N] `);
  asking.close();
  return /^y(es)?$/i.test(answer.trim());
}
