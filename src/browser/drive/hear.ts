import type { Connection, Session, Thrown, Told, Value } from './connection.ts';

/** What a page says or asks for, its frames and workers with it. */
export interface Heard {
  /** The message of an error that nobody caught. */
  readonly failed?: (message: string) => void;
  /** An error that stands in the console. */
  readonly said?: (text: string) => void;
  readonly asked?: (address: string) => void;
  readonly answered?: (address: string) => void;
}

/** Listens to a page, and to each frame and worker that has a process of its own. */
export function follow({ send, listen }: Session, connection: Connection, hear: (told: Told) => void): void {
  listen((told) => {
    if (told.method === 'Target.attachedToTarget')
      follow(connection.session(told.params.sessionId), connection, hear);
    // Nobody is there to answer; only a page that is to be left may be.
    else if (told.method === 'Page.javascriptDialogOpening')
      send('Page.handleJavaScriptDialog', { accept: told.params.type === 'beforeunload' }).catch(ignore);
    else hear(told);
  });
  const whole = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true };
  // A worker has not all of these.
  for (const asked of [
    send('Target.setAutoAttach', whole),
    send('Runtime.enable'),
    send('Network.enable'),
    send('Log.enable'),
    send('Runtime.runIfWaitingForDebugger'),
  ])
    asked.catch(ignore);
}

function ignore(): void {
  // What comes after says that the browser has ended.
}

/** Says of what a browser told what it means to whoever looks for faults. */
export function tell(told: Told, heard: Heard): void {
  if (told.method === 'Runtime.exceptionThrown') heard.failed?.(messageOf(told.params.exceptionDetails));
  else if (told.method === 'Runtime.consoleAPICalled' && told.params.type === 'error')
    heard.said?.(told.params.args.map(wordsOf).join(' '));
  else if (told.method === 'Log.entryAdded' && told.params.entry.level === 'error')
    heard.said?.(told.params.entry.text);
  else if (told.method === 'Network.requestWillBeSent') heard.asked?.(told.params.request.url);
  else if (told.method === 'Network.responseReceived') heard.answered?.(told.params.response.url);
}

/** Keeps what is told before anybody listens, for whoever does. */
export function keepEarly(): {
  readonly tellAll: (told: Told) => void;
  readonly hear: (heard: Heard) => void;
} {
  const early: Told[] = [];
  let heard: Heard | undefined;
  return {
    tellAll: (told) => {
      if (heard) tell(told, heard);
      else early.push(told);
    },
    hear: (all) => {
      heard = all;
      for (const told of early.splice(0)) tell(told, all);
    },
  };
}

function wordsOf({ value, description }: Value): string {
  return description ?? String(value);
}

/** What an error says, without its name and its stack. */
export function messageOf({ text, exception }: Thrown): string {
  const [said = text] = (exception ? wordsOf(exception) : text).split(/\n\s+at /);
  return said.replace(/^(Uncaught )?\w*Error: /, '');
}
