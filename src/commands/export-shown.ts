import { compileSite, makeOrList } from './make-or-list.ts';

/** Exports of a deck that is shown. */
export interface ShownExports {
  /** Lets other commands of this user ask for them. */
  readonly open: () => Promise<void>;
  /** Writes the PDF where `orihon export` would; resolves to what came of it, in a line. */
  readonly exportNow: () => Promise<string>;
  /** Says that the deck was saved. */
  readonly saved: () => void;
  readonly close: () => Promise<void>;
}

/** What exports need is loaded once the deck is shown. */
export function exportsOf(deck: string): ShownExports {
  let opened: ReturnType<typeof open> | undefined;
  const open = async () => {
    const [{ openDoor, warmExports }, { stateOfDeck }] = await Promise.all([
      import('../export/warm/serve.ts'),
      import('../site/deck-state.ts'),
    ]);
    const exports = warmExports(
      async ({ notes, strict }) => {
        const { site, problems } = await compileSite(deck, { notes });
        return strict && problems.length > 0 ? undefined : site;
      },
      () => stateOfDeck(deck, Date.now()),
    );
    return { exports, door: await openDoor(deck, exports) };
  };
  const get = () => {
    opened ??= open();
    return opened;
  };
  return {
    open: async () => void (await get()),
    exportNow: async () => {
      const { exports } = await get();
      const { exportDeck, outputOf } = await import('../export/run-export.ts');
      const code = await exportDeck(
        deck,
        'pdf',
        {},
        (notes) => makeOrList(deck, { notes }),
        async (_, asked) => ({ made: exports.make(asked).catch(() => undefined) }),
      );
      const output = outputOf(deck, '.pdf');
      return code === 0 ? `${output} is written.` : `${output} is not written: the terminal says why.`;
    },
    saved: () => void opened?.then(({ exports }) => exports.saved()).catch(() => undefined),
    close: async () => {
      const { door, exports } = (await opened?.catch(() => undefined)) ?? {};
      await Promise.all([door?.close(), exports?.close()]);
    },
  };
}
