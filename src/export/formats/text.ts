import { titleOf } from '../file-title.ts';
import { transcribe } from '../transcript.ts';
import type { WriteFormat } from './format.ts';

/** Writes what a listener hears of the talk as plain text. */
export const writeText: WriteFormat = async (site, { options }) => {
  const text = transcribe(titleOf(site.deck.meta), site.pages, {
    notes: options.notes,
    lang: site.deck.meta.lang,
  });
  const words = text.match(/\S+/g)?.length ?? 0;
  return {
    files: [{ path: '', bytes: new TextEncoder().encode(text) }],
    report: {
      slides: site.pages.length,
      rows: [
        ['slides', `${site.pages.length}`],
        ['words', `${words}${options.notes ? ', notes among them' : ''}`],
      ],
      ...{ faults: [], notices: [], details: { words } },
    },
  };
};
