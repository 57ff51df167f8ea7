import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { NO_FRONT_MATTER, splitFrontMatter } from '../../src/deck/front-matter.ts';
import { parseFrontMatter } from '../../src/deck/read-front-matter.ts';
import { BELOW, NEXT } from '../../src/deck/split.ts';

declare global {
  interface Window {
    RevealMarkdown: () => {
      init(deck: { getConfig(): object; getRevealElement(): HTMLElement }): Promise<void>;
    };
  }
}

/** A deck for Reveal's plugin: Markdown, and the marks between slides. */
export interface Document {
  readonly text: string;
  readonly separator: string;
  readonly vertical: string;
  readonly notes: string | undefined;
}

/** A deck for Reveal's plugin: without the front matter, which it does not read, and with the same marks. */
export function forReveal(text: string): Document {
  const { yaml, body } = splitFrontMatter(text);
  const marks = yaml === undefined ? NO_FRONT_MATTER : parseFrontMatter('case.md', yaml, () => undefined);
  return {
    text: body,
    separator: marks.separator ?? NEXT,
    vertical: marks.verticalSeparator ?? BELOW,
    notes: marks.notesSeparator,
  };
}

/** Loads Reveal's own Markdown plugin, as it is shipped, into an empty page. */
export async function loadPlugin(page: Page): Promise<void> {
  const path = createRequire(import.meta.url).resolve('reveal.js/plugin/markdown');
  await page.setContent('<!doctype html><title>Oracle</title>');
  await page.addScriptTag({ content: await readFile(path, 'utf8') });
}

/** What the plugin makes of each document, as markup: all in one go, since a page load costs more than a deck. */
export function parseTheirs(page: Page, documents: readonly Document[]): Promise<readonly string[]> {
  return page.evaluate(async (all) => {
    const results: string[] = [];
    for (const { text, separator, vertical, notes } of all) {
      const reveal = document.createElement('div');
      const section = document.createElement('section');
      section.setAttribute('data-markdown', '');
      section.setAttribute('data-separator', separator);
      section.setAttribute('data-separator-vertical', vertical);
      if (notes !== undefined) section.setAttribute('data-separator-notes', notes);
      const template = document.createElement('script');
      template.type = 'text/template';
      template.textContent = text;
      section.append(template);
      reveal.append(section);
      const plugin = window.RevealMarkdown();
      await plugin.init({ getConfig: () => ({}), getRevealElement: () => reveal });
      results.push(reveal.innerHTML);
    }
    return results;
  }, documents);
}
