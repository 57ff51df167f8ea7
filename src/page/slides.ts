import type { Stage } from '../deck/live-figure.ts';
import { FIGURE_KEYS } from './figures/keys.ts';
import { fetchLater } from './figures/later.ts';
import {
  bindFigures,
  figuresNear,
  leaveFigures,
  lookAhead,
  pressOnFigure,
  slidesNear,
} from './figures/on-slides.ts';
import { stageOf } from './figures/stage.ts';
import { dropNotes, isFramedByStranger } from './framed.ts';
import { dispatchKey } from './keyboard/dispatch.ts';
import { keyTable } from './keyboard/key-table.ts';
import { takeAddress, watchAddress } from './navigation/address.ts';
import { announceMoves } from './navigation/announce.ts';
import { goToSlide, type Jumps, watchJumps } from './navigation/history.ts';
import { rememberPlace, restorePlace } from './navigation/resume.ts';
import { bindPaper, takePaperRequest } from './printing.ts';
import { makeReveal, type RevealApi } from './reveal.ts';
import { followTheme, toggleDark } from './theme.ts';

/** When nobody waits for anything else, ms after the deck stands. */
const LATER = 1500;
const title = document.title;
// The speaker's window is this page too, so that it needs no file of its own and takes the notes from no one.
const stranger = isFramedByStranger();
if (stranger) dropNotes();
if (/[?&]speaker\b/.test(location.search) && !stranger)
  void import('./speaker/speaker-view.ts').then((view) => view.showSpeakerView());
else startDeck(/[?&]preview\b/.test(location.search));

/** @param preview whether it is a small slide in the speaker's window, which follows and remembers nothing. */
function startDeck(preview: boolean): void {
  /** The list of keys, fetched with the first `?`. */
  let help: typeof import('./keyboard/help-dialog.ts') | undefined;
  let jumps: Jumps | undefined;

  const table = keyTable({
    jumps: () => {
      jumps ??= watchJumps(deck);
      return jumps;
    },
    toggleDark,
    pressOnFigure: (kind, key) => void pressOnFigure(deck, kind, key),
    openSpeakerView: async () => {
      const { openSpeakerWindow, sayBlocked } = await loadSpeaker();
      if (!openSpeakerWindow()) sayBlocked();
    },
    openGoTo: async () => {
      const dialog = await import('./navigation/go-to-dialog.ts');
      dialog.openGoTo(deck);
    },
    openSearch: async () => {
      const dialog = await import('./navigation/search-dialog.ts');
      const go = (slide: HTMLElement) => goToSlide(deck, slide);
      await dialog.openSearch({ slides: deck.getSlides(), notes: false, go });
    },
    citeSlide: async () => (await onSources()).citeSlide(deck),
    listReceipts: async () => (await onSources()).listReceipts(deck),
    toggleHelp: async () => {
      help ??= await import('./keyboard/help-dialog.ts');
      await help.toggleHelp(table);
    },
    closeHelp: () => help?.closeHelp() ?? false,
    leaveFigure: () => leaveFigures(deck),
    figureKeys: FIGURE_KEYS,
  });

  const onSources = () => import('./navigation/cite-slide.ts');
  const onButton = () => import('./navigation/cite-button.ts');
  const onGrid = () => import('./navigation/overview-grid.ts');
  const loadSpeaker = async () => {
    const speaker = await import('./speaker/stage-side.ts');
    await ready;
    listen ??= speaker.listenToSpeaker(deck, table);
    return { ...speaker, listen };
  };
  let listen: ((event: MessageEvent) => void) | undefined;

  const onPaper = takePaperRequest();
  document.documentElement.classList.toggle('preview', preview);
  if (preview) followTheme();
  const named = preview || onPaper ? undefined : takeAddress();
  if (!preview && !onPaper && named === undefined) restorePlace();
  const deck = makeReveal(ownOptions(), (event) => !dispatchKey(event, table, deck), preview);
  const stage = stageOf(deck);
  window.Reveal = deck;
  bindPaper(deck);
  if (!preview && !onPaper) watchAddress((name) => void meetAddress(deck, stage, name));

  deck.on('ready', () => {
    // Reveal says "application", which takes a screen reader's own keys away: a deck is a document.
    deck.getRevealElement()?.removeAttribute('role');
    arrive(deck);
    if (onPaper) void import('./prepare-pages.ts').then((pages) => pages.showPages(deck));
    if (preview) return;
    if (named !== undefined) void meetAddress(deck, stage, named);
    jumps ??= watchJumps(deck);
    rememberPlace(deck);
    announceMoves(deck);
    // With the first sign of a reader: a talk that nobody touches needs none.
    for (const sign of ['pointermove', 'keydown'])
      addEventListener(sign, async () => (await onButton()).offerCitation(deck), { once: true });
    // Only a screen that is touched needs it.
    if (navigator.maxTouchPoints > 0)
      void import('./pinch-zoom.ts').then((pinch) => pinch.letFingersLookAround(deck));
    setTimeout(() => {
      fetchLater();
      lookAhead(deck);
    }, LATER);
  });
  deck.on('slidechanged', () => {
    lookAhead(deck);
    arrive(deck);
  });
  deck.on('overviewshown', () => void onGrid().then((grid) => grid.showGrid(deck)));
  deck.on('overviewhidden', () => void onGrid().then((grid) => grid.hideGrid()));
  bindFigures(deck, stage);
  const ready = deck.initialize();
  if (stranger) return;
  if (preview) {
    void ready.then(() => import('./speaker/preview-side.ts')).then((side) => side.followSpeaker(deck));
    return;
  }
  // A speaker's window that lost this one speaks to it, each second, until it is answered.
  window.addEventListener('message', async (event) => {
    if (event.data?.orihon) (await loadSpeaker()).listen(event);
  });
}

/** Shows what an address names that is no slide, or says what there is. */
async function meetAddress(deck: RevealApi, stage: Stage, name: string): Promise<void> {
  if (await stage.open(name, { focus: false })) return;
  const unknown = await import('./navigation/unknown-address.ts');
  await unknown.sayUnknown(deck, stage, name);
}

/** Lights the years of the slide on the strip, if it has any; from then on they go out where a slide has none. */
let lights = false;

function lightYears(deck: RevealApi): void {
  const years = document.querySelector<SVGElement>('.strip')?.dataset['lit'];
  if (years === undefined) return;
  lights ||= years.includes(`"${deck.getCurrentSlide().id}"`);
  if (lights) void import('./figures/year-strip.ts').then((strip) => strip.lightNow(deck));
}

/** What only some slides ask for, most of them written for Reveal: from when the first has come near. */
const HABITS = '[data-unsure], [data-auto-animate]';
let hasHabits = false;

function arrive(deck: RevealApi): void {
  const headline = deck.getCurrentSlide().querySelector('h1, h2, h3')?.textContent?.trim();
  document.title = headline && headline !== title ? `${headline} – ${title}` : title;
  void figuresNear(deck);
  lightYears(deck);
  if (!hasHabits && slidesNear(deck).some((slide) => slide.matches(HABITS))) {
    hasHabits = true;
    void import('./reveal-habits.ts').then((habits) => habits.keepHabits(deck));
  }
}

/** `revealOptions` of the deck's front matter, as the page carries them. */
function ownOptions(): Record<string, unknown> {
  const written = document.head.querySelector('script#reveal-options')?.textContent;
  const options: unknown = written ? JSON.parse(written) : {};
  return typeof options === 'object' && options !== null ? { ...options } : {};
}
