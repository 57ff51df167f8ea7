import { expect, test } from 'vitest';
import { filmsBehind } from '../../../../src/export/films-behind.ts';
import { groundFaults } from '../../../../src/export/proof/grounds.ts';

const slide = (attributes: string) => `<section id="a" ${attributes}><h2>A</h2></section>`;
const part = (fill: string) => `<p:bg><p:bgPr><a:${fill}>`;

test('a picture or a gradient behind a slide that is not in its part is told', () => {
  const picture = slide('data-background-image="a.jpg"');
  const gradient = slide('data-background-gradient="linear-gradient(red, blue)"');
  expect(groundFaults(picture, part('blipFill'))).toEqual([]);
  expect(groundFaults(picture, part('solidFill'))).toEqual(['the picture behind it is missing']);
  expect(groundFaults(gradient, part('gradFill'))).toEqual([]);
  expect(groundFaults(gradient, part('blipFill'))).toEqual([]);
  expect(groundFaults(gradient, part('solidFill'))).toEqual(['the gradient behind it is missing']);
  expect(groundFaults(slide('data-background-color="#123456"'), part('solidFill'))).toEqual([]);
});

test('a film or a page behind a slide is named with it', () => {
  const page = (id: string, html: string) => ({ id, html });
  const pages = [
    page('a', slide('data-background-video="a.webm"')),
    page('b', slide('data-background-iframe="b.html"')),
    page('c', slide('data-background-color="#123456"')),
  ];
  expect(filmsBehind({ pages })).toEqual([
    { slide: 'a', what: 'the film behind it is not in the file' },
    { slide: 'b', what: 'the page behind it is not in the file' },
  ]);
});
