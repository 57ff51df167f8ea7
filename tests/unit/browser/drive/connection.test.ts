import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { connect, type Told } from '../../../../src/browser/drive/connection.ts';
import { messageOf, tell } from '../../../../src/browser/drive/hear.ts';

/** A browser that says what a test lets it say. */
function browser() {
  const [write, read] = [new PassThrough(), new PassThrough()];
  const say = (message: object) => read.write(`${JSON.stringify(message)}\0`);
  const asked = (): readonly unknown[] =>
    String(write.read() ?? '')
      .split('\0')
      .filter(Boolean)
      .map((text) => JSON.parse(text));
  return { read, say, asked, connection: connect(write, read) };
}

test('answers find who asked, however the pipe cuts them', async () => {
  const { connection, read, asked } = browser();
  const one = connection.session('page').send('Runtime.evaluate', { expression: '1' });
  const other = connection.session().send('Browser.getVersion');
  expect(asked()).toEqual([
    { id: 1, method: 'Runtime.evaluate', params: { expression: '1' }, sessionId: 'page' },
    { id: 2, method: 'Browser.getVersion' },
  ]);
  const answers = Buffer.from(
    '{"id":2,"result":{"product":"Chrome/156 é"}}\0{"id":1,"result":{"result":{"value":7}}}\0',
  );
  for (const byte of answers) read.write(Buffer.from([byte]));
  expect(await other).toEqual({ product: 'Chrome/156 é' });
  expect(await one).toEqual({ result: { value: 7 } });
});

test('a refusal, a page that crashed and a browser that ended reject what waits for them, and what comes after', async () => {
  const { connection, read, say } = browser();
  const session = connection.session('page');
  const refused = session.send('Page.enable');
  say({ id: 1, error: { message: 'no such page' } });
  await expect(refused).rejects.toThrow('Page.enable: no such page');
  const [inPage, inBrowser] = [session.send('Page.enable'), connection.session().send('Browser.getVersion')];
  say({ method: 'Inspector.targetCrashed', sessionId: 'page', params: {} });
  await expect(inPage).rejects.toThrow('Page crashed');
  read.destroy();
  await expect(inBrowser).rejects.toThrow('Target closed');
  await expect(session.send('Page.enable')).rejects.toThrow('Target closed');
});

test('a page is heard by its own listener alone, and what it says is told in plain words', async () => {
  const { connection, say } = browser();
  const told: Told[] = [];
  connection.session('page').listen((one) => told.push(one));
  const error = { type: 'error', args: [{ value: 'not' }, { description: 'Object' }, { value: 3 }] };
  say({ method: 'Runtime.consoleAPICalled', sessionId: 'page', params: error });
  say({ method: 'Runtime.consoleAPICalled', sessionId: 'another', params: error });
  say({ method: 'Log.entryAdded', sessionId: 'page', params: { entry: { level: 'warning', text: 'hm' } } });
  await new Promise((later) => setImmediate(later));
  const said: string[] = [];
  for (const one of told) tell(one, { said: (text) => said.push(text) });
  expect(said).toEqual(['not Object 3']);
  expect(
    messageOf({
      text: 'Uncaught',
      exception: { description: 'TypeError: x is no y\n    at <anonymous>:1:2' },
    }),
  ).toBe('x is no y');
});
