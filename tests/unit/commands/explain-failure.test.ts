import { describe, expect, test, vi } from 'vitest';
import { during, Failure, UsageError } from '../../../src/base/failure.ts';
import { explainFailure } from '../../../src/commands/explain-failure.ts';

const explain = (error: unknown) => explainFailure(error, 'running "orihon build"');

describe('a command that failed says', () => {
  test('the sentence of a failure that was foreseen, and nothing of its stack', () => {
    expect(explain(new Failure('There is no deck.'))).toEqual({ text: 'There is no deck.', code: 1 });
    expect(explain(new UsageError('Name a folder.'))).toEqual({ text: 'Name a folder.', code: 2 });
  });

  test('what the system refused, and where', () => {
    const refused = Object.assign(new Error('EACCES: no'), { code: 'EACCES', path: '/etc/deck.pdf' });
    expect(explain(refused)).toEqual({ text: '"/etc/deck.pdf" is not allowed (EACCES).', code: 1 });
  });

  test('of what nobody foresaw: what was being done, on which slide, and how to report it; no stack', () => {
    const thrown = () =>
      during('compiling the slide at 01.md:12', () => {
        throw new TypeError('x is undefined');
      });
    let fault: unknown;
    try {
      thrown();
    } catch (error) {
      fault = error;
    }
    const { text, code } = explain(fault);
    expect(text).toMatch(
      /^This should not have happened, while compiling the slide at 01\.md:12: TypeError: x is undefined\n/,
    );
    expect(text).toContain('ORIHON_STACK=1');
    expect(text).not.toMatch(/^\s+at /m);
    expect(code).toBe(1);
    expect(explain(new RangeError('deep')).text).toContain('while running "orihon build": RangeError: deep');
    expect(explain('odd')).toEqual({ text: 'odd', code: 1 });
  });

  test('of a browser that died what a person can do, and nothing of its logs', () => {
    const { text } = explain(
      new Error('page.goto: Target page, context or browser has been closed\nBrowser logs:\n<launching> x'),
    );
    expect(text).toMatch(/^The browser ended while running "orihon build": /);
    expect(text).not.toContain('launching');
  });

  test('its stack, where that is asked for', () => {
    vi.stubEnv('ORIHON_STACK', '1');
    expect(explain(new TypeError('x is undefined')).text).toMatch(/^\s+at /m);
    vi.unstubAllEnvs();
  });
});
