import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMade, writeMade } from '../../../../src/export/warm/message.ts';

const REPORT = {
  browser: 'Chromium 1',
  slides: 2,
  rows: [['pages', '2'] as const],
  faults: [],
  notices: [{ slide: 'two', what: 'is small' }],
  details: { fonts: [{ name: 'Newsreader', embedded: true }] },
};
const SITE = { root: '/deck', sources: ['1.md', 'a b.csv'] };

test('an export travels byte for byte, with what was found out about it', () => {
  const files = fc.array(fc.record({ path: fc.string(), bytes: fc.uint8Array() }), { maxLength: 4 });
  fc.assert(
    fc.property(files, (all) => {
      const { files: read, ...made } = readMade(writeMade({ files: all, report: REPORT, site: SITE }));
      expect(read.map(({ path, bytes }) => ({ path, bytes: [...bytes] }))).toEqual(
        all.map(({ path, bytes }) => ({ path, bytes: [...bytes] })),
      );
      expect(made).toEqual({ report: REPORT, site: SITE });
    }),
  );
});

test('one that is cut short is none', () => {
  const bytes = new Uint8Array(9);
  const whole = writeMade({ files: [{ path: '', bytes }], report: REPORT, site: SITE });
  for (const length of [whole.length - 1, whole.length - 9, 20, 0])
    expect(() => readMade(whole.subarray(0, length))).toThrow();
});
