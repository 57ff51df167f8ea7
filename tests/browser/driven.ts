import { execFileSync } from 'node:child_process';
import { createServer } from 'node:net';
import type { Page } from '@playwright/test';

/** As much of a browser as a journey needs. */
export interface Driven {
  readonly go: (url: string) => Promise<void>;
  /** Evaluates an expression in the page; what it gives must be JSON. */
  readonly ask: (expression: string) => Promise<unknown>;
  readonly press: (key: keyof typeof KEYS) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Keys of the journeys, as the W3C's WebDriver writes them. */
export const KEYS = { PageDown: '\uE00F', PageUp: '\uE00E', d: 'd' } as const;

/** The browser the other tests have. */
export function byPlaywright(page: Page): Driven {
  return {
    go: async (url) => {
      await page.goto('about:blank');
      await page.goto(url);
    },
    ask: (expression) => page.evaluate(expression),
    press: (key) => page.keyboard.press(key),
    close: () => Promise.resolve(),
  };
}

/** Whether the system has a command. */
export function isThere(command: string): boolean {
  try {
    execFileSync(process.platform === 'win32' ? 'where' : 'which', [command], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A port of this machine that nothing listens on. */
export function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
