import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';

const running = new Set<ChildProcess>();

/** A server of a tool, which has served its first page. */
export interface Served {
  readonly url: string;
  /** Milliseconds from before the process started to the first page it served. */
  readonly time: number;
  readonly close: () => Promise<void>;
}

/** Starts a tool's own development server, with the arguments that a port asks for. */
export async function serve(command: (port: number) => readonly string[], cwd: string): Promise<Served> {
  const port = await freePort();
  const url = `http://localhost:${port}/`;
  const args = command(port);
  const began = performance.now();
  const child = spawn(process.execPath, [...args], { cwd, stdio: ['pipe', 'ignore', 'pipe'] });
  running.add(child);
  const errors: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  while (!(await isServed(url))) {
    if (child.exitCode !== null)
      throw new Error(`${args.join(' ')} ended:\n${Buffer.concat(errors).toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return { url, time: performance.now() - began, close: () => end(child) };
}

async function isServed(url: string): Promise<boolean> {
  const answer = await fetch(url).catch(() => undefined);
  return answer?.ok === true && (await answer.text()).length > 0;
}

/** Where the benchmark itself fails, no server is left behind: reveal-md's next could not take its fixed port. */
process.once('exit', () => {
  for (const child of running) child.kill();
});

function end(child: ChildProcess): Promise<void> {
  running.delete(child);
  return new Promise((resolve) => {
    child.once('close', () => resolve());
    child.kill('SIGTERM');
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, 'localhost', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
