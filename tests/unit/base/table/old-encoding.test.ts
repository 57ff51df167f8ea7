import { expect, test } from 'vitest';
import { decode } from '../../../../src/base/table/decode.ts';

const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test.each([
  // 年,人口 and two rows of it, as each of these writes them.
  ['Shift-JIS', '944e2c906c8cfb0a32303035944e2c310a', '年,人口\n2005年,1\n'],
  ['Shift-JIS', '83658358836782512c310a', 'テスト２,1\n'],
  ['EUC-JP', 'a5c6a5b9a5c82cc7af0a312c320a', 'テスト,年\n1,2\n'],
  ['EUC-KR', 'bfacb5b52cc0ceb1b80a312c320a', '연도,인구\n1,2\n'],
  ['GB 18030', 'c4eab7dd2cc8cbbfda0a312c320a', '年份,人口\n1,2\n'],
  ['Windows-1251', 'c3eee42ccde0f1e5ebe5ede8e50a312c320a', 'Год,Население\n1,2\n'],
])('reads %s by its letters', (encoding, hex, text) => {
  expect(decode(bytes(hex))).toEqual({ text, encoding });
});

test.each([
  'Bev\u00f6lkerung;Gr\u00f6\u00dfe\n2005;\u00dcbergang\n',
  'ann\u00e9e,\u00e9t\u00e9\n1,r\u00e9gion \u00cele-de-France\n',
  'a\u00f1o,poblaci\u00f3n\n1,Espa\u00f1a\n',
  'it\u0092s,caf\u00e9\n1,2\n',
  'k\u00f6n,l\u00e4n\n1,\u00d6rebro\n',
])('takes Western letters for Windows-1252: %j', (text) => {
  expect(decode(latin(text)).encoding).toBe('Windows-1252');
});
