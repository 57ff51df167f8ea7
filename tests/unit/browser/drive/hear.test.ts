import { expect, test } from 'vitest';
import type { Told } from '../../../../src/browser/drive/connection.ts';
import { keepEarly } from '../../../../src/browser/drive/hear.ts';

test('what a page loaded ahead has asked for is told to whoever prints it, once and in order', () => {
  const { tellAll, hear } = keepEarly();
  const ask = (url: string): Told => ({ method: 'Network.requestWillBeSent', params: { request: { url } } });
  tellAll(ask('one'));
  tellAll(ask('two'));
  const asked: string[] = [];
  hear({ asked: (url) => asked.push(url) });
  tellAll(ask('three'));
  expect(asked).toEqual(['one', 'two', 'three']);
});
