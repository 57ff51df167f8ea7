import type { Readable, Writable } from 'node:stream';
import type { CDPSession } from 'playwright';

/** A command of the DevTools protocol: rejects where the browser refuses it, or ends before it answers. */
export type Send = CDPSession['send'];

/** What a browser says by itself, of what is listened to. */
export type Told =
  | { readonly method: 'Inspector.targetCrashed' }
  | {
      readonly method: 'Log.entryAdded';
      readonly params: { readonly entry: { level: string; text: string } };
    }
  | {
      readonly method: 'Network.requestWillBeSent';
      readonly params: { readonly request: { readonly url: string } };
    }
  | {
      readonly method: 'Network.responseReceived';
      readonly params: { readonly response: { readonly url: string } };
    }
  | { readonly method: 'Page.javascriptDialogOpening'; readonly params: { readonly type: string } }
  | {
      readonly method: 'Page.lifecycleEvent';
      readonly params: { readonly loaderId: string; readonly name: string };
    }
  | {
      readonly method: 'Runtime.consoleAPICalled';
      readonly params: { readonly type: string; readonly args: readonly Value[] };
    }
  | { readonly method: 'Runtime.exceptionThrown'; readonly params: { readonly exceptionDetails: Thrown } }
  | { readonly method: 'Target.attachedToTarget'; readonly params: { readonly sessionId: string } };

/** A value of a page, as far as its browser says what it is. */
export interface Value {
  readonly value?: unknown;
  readonly description?: string;
}

/** What was thrown in a page. */
export interface Thrown {
  readonly text: string;
  readonly exception?: Value;
}

/** What is said with a browser, or with a page in it. */
export interface Session {
  readonly send: Send;
  /** One listener hears everything. */
  readonly listen: (hear: (told: Told) => void) => void;
  /** Rejects where the browser ends or the page crashes; it never resolves. */
  readonly untilLost: () => Promise<never>;
}

/** All that is said with a browser, over two pipes. */
export interface Connection {
  /** @param id of a page that is attached to; undefined: the browser itself */
  readonly session: (id?: string) => Session;
}

interface Waiting {
  readonly session: string | undefined;
  readonly answer: (text: string) => void;
  readonly fail: (why: string) => void;
}

/** Speaks the DevTools protocol: messages of JSON, each ended by a zero byte. */
export function connect(write: Writable, read: Readable): Connection {
  const waiting = new Map<number, Waiting>();
  const listeners = new Map<string | undefined, (told: Told) => void>();
  let last = 0;
  let isOver = false;
  const fail = (why: string, session?: string) => {
    for (const [id, one] of waiting)
      if (session === undefined || one.session === session) {
        waiting.delete(id);
        one.fail(why);
      }
  };
  const end = () => {
    isOver = true;
    fail('Target closed');
  };
  write.on('error', end);
  read.on('error', end).on('close', end);
  readMessages(read, (text) => {
    const id = Number(/^\{"id":(\d+),/.exec(text)?.[1]);
    const asked = waiting.get(id);
    waiting.delete(id);
    if (asked) return asked.answer(text);
    const { sessionId, ...told }: Told & { readonly sessionId?: string } = JSON.parse(text);
    if (told.method === 'Inspector.targetCrashed') fail('Page crashed', sessionId);
    listeners.get(sessionId)?.(told);
  });
  const call = <Result>(session: string | undefined, method: string, params: unknown): Promise<Result> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, {
        session,
        answer: (text) => {
          const { error, result }: { error?: { message: string }; result: Result } = JSON.parse(text);
          if (error) reject(new Error(`${method}: ${error.message}`));
          else resolve(result);
        },
        fail: (why) => reject(new Error(`${method}: ${why}`)),
      });
      if (isOver) fail('Target closed');
      else write.write(`${JSON.stringify({ id, method, params, sessionId: session })}\0`);
    });
  return {
    session: (id) => ({
      send: (method, params) => call(id, method, params),
      untilLost: () =>
        new Promise((_, reject) => {
          const fail = (why: string) => reject(new Error(why));
          if (isOver) fail('Target closed');
          else waiting.set(++last, { session: id, answer: () => undefined, fail });
        }),
      listen: (hear) => listeners.set(id, hear),
    }),
  };
}

function readMessages(read: Readable, take: (text: string) => void): void {
  let parts: Buffer[] = [];
  read.on('data', (chunk: Buffer) => {
    let from = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, from)) {
      const text = Buffer.concat([...parts, chunk.subarray(from, end)]).toString('utf8');
      parts = [];
      from = end + 1;
      take(text);
    }
    if (from < chunk.length) parts.push(chunk.subarray(from));
  });
}
