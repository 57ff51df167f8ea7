import { fillPage } from '../../site/fill-page.ts';
import { pageInOne } from '../../site/page-bundle.ts';
import type { WriteFormat } from './format.ts';
import { inlinePage } from './inline-files.ts';

/** Writes a site as one file that runs by double-click, with no server and no network. */
export const writeSingle: WriteFormat = async (site, { options, progress }) => {
  progress.say(`Putting ${site.pages.length} slides into one file …`);
  const bundle = await pageInOne();
  const page = fillPage(bundle.get('index.html') ?? '', site);
  const { html, left, films } = inlinePage(page, new Map([...site.files, ...bundle]));
  const bytes = Buffer.from(html, 'utf8');
  const megabytes = `${(bytes.length / 1e6).toFixed(2)} MB`;
  const notes = options.public
    ? 'left out'
    : `of ${site.deck.slides.filter((slide) => slide.notes).length} slides`;
  return {
    files: [{ path: '', bytes }],
    report: {
      slides: site.pages.length,
      rows: [
        ['size', megabytes],
        ['notes', notes],
        ['files it needs', left.length === 0 ? 'none' : left.join(', ')],
      ],
      faults: left.map((path) => ({ what: `${path} could not be taken into the file` })),
      notices: films.map((path) => ({ what: `the film ${path} behind a slide is not in the file` })),
      details: { bytes: bytes.length, notes: !options.public },
    },
  };
};
