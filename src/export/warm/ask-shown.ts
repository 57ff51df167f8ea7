import { request } from 'node:http';
import type { WrittenOptions } from '../options.ts';
import { type Door, doorPath, readDoor } from './door.ts';
import type { Made } from './message.ts';

/** An export that is asked for, and may be being made. */
export interface AskedFor {
  /** Undefined where the deck is not shown, or has something wrong that whoever asks says better itself. */
  readonly made: Promise<Made | undefined>;
}

/**
 * Asks the program that shows a deck (`orihon start`) for an export: its code and its browser are warm.
 * Resolves once it is asked, so that whoever asks loads what else is needed meanwhile.
 */
export async function askShown(
  deck: string,
  asked: { readonly format: string; readonly written: WrittenOptions },
): Promise<AskedFor> {
  const path = doorPath(deck);
  const door = path === undefined ? undefined : readDoor(path);
  if (!door) return { made: Promise.resolve(undefined) };
  const { sent, answered } = post(door, JSON.stringify(asked));
  // It refuses, or ended without taking its door away, or ends just now.
  const made = answered.then(read).catch(() => undefined);
  await Promise.race([sent, made]);
  return { made };
}

async function read(message: Uint8Array): Promise<Made> {
  const { readMade } = await import('./message.ts');
  return readMade(message);
}

/** Node's own client: `fetch` takes longer to load than an answer takes to come. */
function post(
  { port, token }: Door,
  body: string,
): { readonly sent: Promise<void>; readonly answered: Promise<Uint8Array> } {
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  const asking = request({ host: '127.0.0.1', port, method: 'POST', headers, agent: false });
  const answered = new Promise<Uint8Array>((resolve, reject) => {
    asking.on('error', reject).on('response', (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part)).on('error', reject);
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve(Buffer.concat(parts));
        else reject(new Error(`refused with ${answer.statusCode}`));
      });
    });
  });
  const sent = new Promise<void>((resolve) => asking.end(body, resolve));
  return { sent, answered };
}
