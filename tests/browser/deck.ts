import { test as base, expect, type Page } from '@playwright/test';

export { expect };

/** A deck as a speaker has it: opened in the browser, on a slide. */
export class DeckPage {
  constructor(
    readonly page: Page,
    readonly url: string,
  ) {}

  /** Opens the deck, on a slide where one is named. */
  async open(id = ''): Promise<void> {
    await this.page.goto(`${this.url}${id === '' ? '' : `#/${id}`}`);
    await this.ready();
  }

  async ready(): Promise<void> {
    await this.page.waitForFunction(() => window.Reveal?.isReady());
    await this.page.evaluate(() => document.fonts.ready.then(() => undefined));
  }

  /** Id of the slide in view. */
  current(): Promise<string> {
    return this.page.evaluate(() => window.Reveal.getCurrentSlide().id);
  }

  ids(): Promise<string[]> {
    return this.page.evaluate(() => window.Reveal.getSlides().map(({ id }) => id));
  }

  /** Goes to a slide without walking there, and waits until its pictures, faces and charts stand. */
  async show(id: string): Promise<void> {
    await this.page.evaluate((to) => {
      const slide = document.getElementById(to);
      if (!slide) throw new Error(`no slide ${to}`);
      const { h, v } = window.Reveal.getIndices(slide);
      window.Reveal.slide(h, v);
    }, id);
    await this.ready();
  }
}

interface Fixtures {
  /** The deck in slides/, as built for the public. */
  readonly deck: DeckPage;
  /** A deck with its speaker notes and a chart: in the long run that of slides/. */
  readonly stage: DeckPage;
  /** A deck of another story: other lanes, no fold. */
  readonly small: DeckPage;
  /** Problems a page had; any fails its test. */
  readonly faults: string[];
}

function opened(name: string) {
  return async (
    { page, faults }: { page: Page; faults: string[] },
    use: (deck: DeckPage) => Promise<void>,
  ) => {
    const url = process.env[name] ?? '';
    page.on('request', (request) => {
      if (new URL(request.url()).hostname !== '127.0.0.1') faults.push(`request to ${request.url()}`);
    });
    await use(new DeckPage(page, url));
  };
}

/** Most tests let no worker keep a copy of the site (`serviceWorkers: 'block'`), and the driver says so. */
const KEEPS_NO_COPY = 'Service Worker registration blocked by Playwright';

/** The test function of this project: silence is part of every test. */
export const test = base.extend<Fixtures>({
  faults: async ({ page }, use) => {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
    page.on('console', (message) => {
      if (message.text() === KEEPS_NO_COPY) return;
      if (message.type() === 'error' || message.type() === 'warning')
        faults.push(`console: ${message.text()}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
    });
    await use(faults);
    expect(faults, 'the page was silent').toEqual([]);
  },
  deck: opened('SITE_DECK'),
  stage: opened('SITE_STAGE'),
  small: opened('SITE_SMALL'),
});
