import { describe, expect, test } from 'vitest';
import { Failure, UsageError } from '../../../src/base/failure.ts';
import { explainFailure } from '../../../src/commands/explain-failure.ts';

describe('a command that failed says', () => {
  test('the sentence of a failure that was foreseen, and nothing of its stack', () => {
    expect(explainFailure(new Failure('There is no deck.'))).toEqual({ text: 'There is no deck.', code: 1 });
    expect(explainFailure(new UsageError('Name a folder.'))).toEqual({ text: 'Name a folder.', code: 2 });
  });

  test('what the system refused, and where', () => {
    const refused = Object.assign(new Error('EACCES: no'), { code: 'EACCES', path: '/etc/deck.pdf' });
    expect(explainFailure(refused)).toEqual({ text: '"/etc/deck.pdf" is not allowed (EACCES).', code: 1 });
  });

  test('the stack of what nobody foresaw', () => {
    const { text, code } = explainFailure(new TypeError('x is undefined'));
    expect(text).toMatch(/^This should not have happened.*\n\nTypeError: x is undefined\n\s+at /);
    expect(code).toBe(1);
    expect(explainFailure('odd')).toEqual({ text: 'odd', code: 1 });
  });
});
