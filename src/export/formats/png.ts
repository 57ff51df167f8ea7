import { readFileSync } from 'node:fs';
import { attributes, escapeHtml } from '../../base/markup.ts';
import type { SitePage } from '../../browser/drive/page.ts';
import { withSite } from '../../browser/open-site.ts';
import type { Site } from '../../site/site.ts';
import { filmsBehind } from '../films-behind.ts';
import { showSlide } from '../show-slide.ts';
import type { WriteFormat } from './format.ts';

/** Page of the contact sheet, served beside the site, whose fonts it takes. */
const CONTACT = 'contact-sheet.html';
const FOLDER = 'pictures/';

/** A picture of one slide. */
interface Picture {
  /** `07-map.png` */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Takes a picture of every slide in its last state, and one of them all. */
export const writePictures: WriteFormat = (site, { options: { size }, browser, progress }) => {
  const files = new Map(site.files).set(CONTACT, contactSheet(site, size));
  return withSite(
    { ...site, files },
    browser,
    async ({ page, url, lay, browser: { name }, faults, unseen }) => {
      progress.say(`Taking ${site.pages.length} pictures with ${name} …`);
      await page.evaluate(() => window.deckReady());
      const pictures: Picture[] = [];
      for (const [index, { id }] of site.pages.entries()) {
        await showSlide(page, id);
        pictures.push({ path: nameOf(site, index), bytes: await page.screenshot() });
        progress.count(index + 1, site.pages.length, 'slides taken');
      }
      const saidByPage = [...faults];
      for (const { path, bytes } of pictures) await lay(`${FOLDER}${path}`, bytes);
      const contact = await takeContactSheet(page, url);
      const report = {
        browser: name,
        slides: site.pages.length,
        rows: [
          ['pictures', `${pictures.length} of ${site.pages.length} slides, and contact-sheet.png`],
          ['size', `${size.width} × ${size.height}`],
        ] as const,
        faults: saidByPage,
        notices: [...filmsBehind(site, 'stands still'), ...unseen],
        details: { pictures: pictures.length, width: size.width, height: size.height },
      };
      return { files: [...pictures, { path: 'contact-sheet.png', bytes: contact }], report };
    },
    { viewport: size, deviceScaleFactor: 1, reducedMotion: 'reduce' },
  );
};

async function takeContactSheet(page: SitePage, url: string): Promise<Uint8Array> {
  await page.goto(`${url}${CONTACT}`);
  await page.evaluate(async () => {
    await Promise.all([...document.images].map((image) => image.decode()));
    await document.fonts.ready;
  });
  return page.screenshot('page');
}

function contactSheet(
  site: Site,
  { width, height }: { readonly width: number; readonly height: number },
): string {
  const { lang, title } = site.deck.meta;
  const sheet = [...site.files.keys()].find((path) => /^deck-\w+\.css$/.test(path));
  const figures = site.pages.map(({ headline, id }, index) => {
    const picture = attributes({ src: FOLDER + nameOf(site, index), alt: '', width, height });
    return `<figure><img${picture}><figcaption><b>${index + 1}</b> ${escapeHtml(headline || id)}</figcaption></figure>`;
  });
  const css = readFileSync(new URL('./png.css', import.meta.url), 'utf8');
  return [
    `<!doctype html><html${attributes({ lang })}><meta charset="utf-8"><title>${escapeHtml(title)}</title>`,
    sheet ? `<link rel="stylesheet" href="./${sheet}">` : '',
    `<style>${css}</style>`,
    `<main>${figures.join('\n')}</main></html>`,
  ].join('\n');
}

/** The slide's number, with as many digits as the last one's, and its id. */
function nameOf({ pages }: Site, index: number): string {
  const digits = Math.max(2, String(pages.length).length);
  return `${String(index + 1).padStart(digits, '0')}-${pages[index]?.id}.png`;
}
