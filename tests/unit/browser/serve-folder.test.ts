import { expect, test } from 'vitest';
import { serveBegun } from '../../../src/browser/serve-folder.ts';

test('a page that has begun is ended by its site, with the files that the beginning names there before', async () => {
  let send = (_: Map<string, string>) => {};
  const later = new Promise<Map<string, string>>((resolve) => {
    send = resolve;
  });
  const server = await serveBegun('<html><head>', new Map([['page.js', '1']]), later);
  try {
    const reader = (await fetch(server.url)).body?.getReader();
    const first = await reader?.read();
    expect(new TextDecoder().decode(first?.value)).toBe('<html><head>');
    expect(await (await fetch(`${server.url}page.js`)).text()).toBe('1');
    const picture = fetch(`${server.url}p.svg`);
    send(
      new Map([
        ['index.html', '<html><head><title>Talk</title>'],
        ['p.svg', '<svg/>'],
      ]),
    );
    const rest = await reader?.read();
    expect(new TextDecoder().decode(rest?.value)).toBe('<title>Talk</title>');
    expect((await reader?.read())?.done).toBe(true);
    expect(await (await picture).text()).toBe('<svg/>');
    expect((await fetch(`${server.url}other`)).status).toBe(404);
  } finally {
    await server.close();
  }
});
