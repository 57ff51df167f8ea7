import { expect, test } from 'vitest';
import { holdsSlides, keysOfPage } from '../../../../src/deck/reveal-page/page-keys.ts';

const PAGE = `<!doctype html><html lang="de"><head><title>Eine Seite</title>
<meta name="author" content="A. Bee"><link rel="stylesheet" href="dist/reveal.css">
<link rel="stylesheet" href="https://example.org/x.css"><link rel="stylesheet" href="own.css"></head>
<body><div class="reveal"><div class="slides"><section>A</section></div></div><script>
Reveal.initialize({ hash: true, // transition: 'none',
  transition: 'zoom', "slideNumber": "c/t", autoSlide: 5000, keyboard: { 13: 'next' },
  plugins: [ RevealMarkdown ], math: { slideNumber: false } });
</script></body></html>`;

test('a page says its title, language, author, sheets and plain options', () => {
  const told: unknown[] = [];
  expect(keysOfPage('index.html', PAGE, (problem) => told.push(problem))).toEqual({
    ...{ title: 'Eine Seite', lang: 'de', author: 'A. Bee', css: ['own.css'] },
    revealOptions: { hash: true, transition: 'zoom', slideNumber: 'c/t', autoSlide: 5000 },
  });
  expect(told).toEqual([]);
});

test('a page holds slides where it has sections in an element of that class', () => {
  expect(holdsSlides(PAGE)).toBe(true);
  expect(holdsSlides('<div class="slides"><p>A</p></div>')).toBe(false);
  expect(holdsSlides('<section>A</section>')).toBe(false);
});
