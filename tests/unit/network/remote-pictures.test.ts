import { describe, expect, test } from 'vitest';
import { findRemotePictures, useBrought } from '../../../src/network/remote-pictures.ts';

const urls = (path: string, text: string) => findRemotePictures(path, text).map(({ url }) => url);

describe('pictures of other hosts are found', () => {
  test.each([
    ['![mill](https://a.example/m.png "t")', 'https://a.example/m.png'],
    ['[![a [b] c](http://a.example/m_(old).jpg)](https://a.example/page)', 'http://a.example/m_(old).jpg'],
    ['![m](<https://a.example/m n.png>)', 'https://a.example/m n.png'],
    ['![m](//a.example/m.png)', 'https://a.example/m.png'],
    ['![The mill][mill]\n\n[mill]: https://a.example/m.png', 'https://a.example/m.png'],
    ["<img alt='' src='https://a.example/m?a=1&amp;b=2'>", 'https://a.example/m?a=1&b=2'],
    ['<!-- .slide: data-background-image="https://a.example/m.png" -->', 'https://a.example/m.png'],
    ['```timeline\nevents:\n  - image: https://a.example/m\n```', 'https://a.example/m'],
  ])('in slides: %s', (text, url) => {
    expect(urls('a.md', text)).toEqual([url]);
  });

  test.each([
    ['in code', '`![x](https://a.example/m.png)`'],
    ['in fences', '```\n![x](https://a.example/m.png)\n```'],
    ['in links', '[x](https://a.example/m.png) https://a.example/m.png'],
    ['as definitions of links', '[mill]\n\n[mill]: https://a.example/m.png'],
    ['that lie in the deck', '![x](m.png) <img src="m.png">'],
  ])('and not %s', (_, text) => {
    expect(urls('a.md', text)).toEqual([]);
  });

  test('in timelines and tables, where they name pictures', () => {
    const yaml =
      'events:\n  - { date: "1850", title: A, image: "https://a.example/1" } # oldest\n  - image:\n      file: https://a.example/2.png\n      credit: I. Ober\n  - link: https://a.example/3.png\n';
    expect(urls('timeline.yaml', yaml)).toEqual(['https://a.example/1', 'https://a.example/2.png']);
    const js =
      '{"events": [{"media": {"url": "https://a.example/1.jpg"}}, {"media": {"url": "https://film.example/watch"}}]}';
    expect(urls('t.json', js)).toEqual(['https://a.example/1.jpg']);
    const csv = 'Year;Media;Link\r\n1850;"https://a.example/1.jpg";https://a.example/1.jpg\r\n';
    expect(
      useBrought(csv, findRemotePictures('t.csv', csv), new Map([['https://a.example/1.jpg', 'p.jpg']])),
    ).toBe('Year;Media;Link\r\n1850;"p.jpg";https://a.example/1.jpg\r\n');
  });
});

test('only the addresses of brought pictures change', () => {
  const text =
    '![a](https://a.example/1.png)\r\n# comment\r\n![b](https://a.example/2.png) ![a](https://a.example/1.png)';
  const written = useBrought(
    text,
    findRemotePictures('a.md', text),
    new Map([['https://a.example/1.png', 'p/1.png']]),
  );
  expect(written).toBe('![a](p/1.png)\r\n# comment\r\n![b](https://a.example/2.png) ![a](p/1.png)');
});
