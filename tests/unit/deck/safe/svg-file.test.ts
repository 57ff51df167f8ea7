import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanSvgFile } from '../../../../src/deck/safe/svg-file.ts';

const HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
const inside = (content: string, root = '') => cleanSvgFile(`${HEAD}${root}>${content}</svg>`);

describe("a drawing's file", () => {
  test.each([
    ['<script>go()</script>', ''],
    ['', ' onload="go()"'],
    ['<a xlink:href="javascript:go()"><text>x</text></a>', ''],
    ['<h:script xmlns:h="http://www.w3.org/1999/xhtml">go()</h:script>', ''],
    [
      '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="https://evil.test"/></foreignObject>',
      '',
    ],
    ['<image href="https://evil.test/a.png"/>', ''],
    ['<use xlink:href="https://evil.test/a.svg#b"/>', ''],
    ['<rect fill="url(https://evil.test/#a)"/>', ''],
    ['<style>@import url(https://evil.test); rect { fill: url(//evil.test) }</style>', ''],
    ['<set attributeName="href" to="https://evil.test"/>', ''],
    ['<rect style="mask: url(https://evil.test/#a)"/>', ''],
    ['<style><![CDATA[@\\69mport "https://evil.test";]]></style>', ''],
  ])('loses %s%s', (content, root) => {
    const clean = inside(content, root);
    expect(clean?.text).toBeDefined();
    expect(clean?.text).not.toMatch(/evil|go\(|script/);
  });

  test('loses instructions, entities that hold markup, and no shape', () => {
    const clean = cleanSvgFile(
      `<?xml version="1.0"?><?xml-stylesheet href="a.xsl"?><!DOCTYPE svg [<!ENTITY red "#f00"><!ENTITY x "<script>">]>${HEAD} viewBox="0 0 9 9"><path d="M0 0L9 9" fill="&red;"/><text>a &amp; b</text></svg>`,
    );
    expect(clean?.losses).toEqual([]);
    expect(clean?.text).toContain('<path d="M0 0L9 9" fill="#f00"></path><text>a &amp; b</text>');
    expect(clean?.text).not.toMatch(/<\?|DOCTYPE/);
  });

  test('reads the same when it is read again', () => {
    const once = inside('<g id="a"><linearGradient id="b"/><rect fill="url(#b)" width="3"/></g>');
    expect(cleanSvgFile(once?.text ?? '')).toEqual(once);
  });

  test.each(['', 'words', '<html></html>', `${HEAD}>`, `${HEAD}><g></svg>`, '<svg/>', `${HEAD}/>${HEAD}/>`])(
    'is none: %s',
    (text) => {
      expect(cleanSvgFile(text)).toBeUndefined();
    },
  );

  test('is never written with what could run, whatever it is made of', () => {
    const piece = fc.constantFrom(
      ...[
        '<script>',
        '</script>',
        '<g>',
        '</g>',
        '<!--',
        '-->',
        '<![CDATA[',
        ']]>',
        'onload="go()"',
        '<a ',
        '>',
        '/>',
      ],
      ...[
        'href="javascript:go()"',
        '&lt;script&gt;',
        '"',
        "'",
        '<style>',
        '</style>',
        'text',
        '<?',
        '?>',
        '&#60;',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const clean = inside(pieces.join(''));
        expect(clean?.text ?? '').not.toMatch(/<script|<[^>]*\son|<[^>]*javascript/);
      }),
      { numRuns: process.env['ORIHON_LONG'] ? 50_000 : 300 },
    );
  });
});

test('entities that become more than any drawing holds are no drawing, and fill no memory', () => {
  const entity = (length: number) => `<!DOCTYPE svg [<!ENTITY a "${'a'.repeat(length)}">]>`;
  const drawing = (text: string) => `${HEAD}><text>${text}</text></svg>`;
  expect(cleanSvgFile(`${entity(1e6)}${drawing('&a;'.repeat(1e5))}`)).toBeUndefined();
  expect(cleanSvgFile(`${entity(1e5)}${drawing('<tspan x="&a;">&a;</tspan>'.repeat(1e4))}`)).toBeUndefined();
  expect(cleanSvgFile(`${entity(3)}${drawing('&a;')}`)?.text).toContain('aaa');
});
