import { request } from 'node:http';
import type { WrittenOptions } from '../options.ts';
import { type Door, doorPath, readDoor } from './door.ts';
import { type Made, readMade } from './message.ts';

/**
 * Asks the program that shows a deck (`orihon start`) for an export: its code and its browser are warm.
 * @returns undefined where the deck is not shown, or has something wrong that whoever asks says better itself
 */
export async function askShown(
  deck: string,
  asked: { readonly format: string; readonly written: WrittenOptions },
): Promise<Made | undefined> {
  const path = doorPath(deck);
  const door = path === undefined ? undefined : readDoor(path);
  if (!door) return undefined;
  try {
    return readMade(await post(door, JSON.stringify(asked)));
  } catch {
    // It refuses, or ended without taking its door away, or ends just now.
    return undefined;
  }
}

/** Node's own client: `fetch` takes longer to load than an answer takes to come. */
function post({ port, token }: Door, body: string): Promise<Uint8Array> {
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method: 'POST', headers, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part)).on('error', reject);
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve(Buffer.concat(parts));
        else reject(new Error(`refused with ${answer.statusCode}`));
      });
    });
    sent.on('error', reject).end(body);
  });
}
