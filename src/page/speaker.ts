import Notes from 'reveal.js/plugin/notes';
import type { RevealApi } from './reveal.ts';

/** Opens Reveal's speaker view: this slide, the next, the notes and a clock, in a window of its own. */
export function openSpeakerView(deck: RevealApi): void {
  const plugin = Notes();
  if (!deck.hasPlugin(plugin.id)) deck.registerPlugin(plugin);
  const speaker: unknown = deck.getPlugin(plugin.id);
  if (isOpenable(speaker)) speaker.open();
}

function isOpenable(plugin: unknown): plugin is { open: () => void } {
  return (
    typeof plugin === 'object' && plugin !== null && 'open' in plugin && typeof plugin.open === 'function'
  );
}
