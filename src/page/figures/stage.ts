import type { Stage } from '../../deck/live-figure.ts';
import { holdAddress, slideOfEvent } from '../navigation/address.ts';
import { goToSlide } from '../navigation/history.ts';
import type { RevealApi } from '../reveal.ts';
import { fillLater, laterParts } from './later.ts';

/** What a running deck offers to the figures on its slides. */
export function stageOf(deck: RevealApi): Stage {
  const stage: Stage = {
    current: () => deck.getCurrentSlide(),
    goTo: (slide) => {
      if (deck.getCurrentSlide() !== slide) goToSlide(deck, slide);
    },
    slideOf: slideOfEvent,
    open: async (name, how) => {
      const { openAddress } = await import('./open-address.ts');
      return openAddress(stage, name, how);
    },
    holdAddress: (name) => holdAddress(deck, name),
    laterParts,
    fillLater,
  };
  return stage;
}
