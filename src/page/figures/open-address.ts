import { type Addresses, type MakeAddresses, RANKS, type Stage } from '../../deck/live-figure.ts';
import { byFolder, leaveWithSlide } from './on-slides.ts';

const KINDS = byFolder(import.meta.glob<{ addresses: MakeAddresses }>('../../figures/*/live/addresses.ts'));

let loaded: Promise<readonly Addresses[]> | undefined;

/**
 * Shows what an address names that is no slide: an event in its era, its row in an index, or what it is a part of.
 * @param from the best way that is tried.
 * @returns whether there was any.
 */
export async function openAddress(
  stage: Stage,
  name: string,
  { focus, from = 'itself' }: Parameters<Stage['open']>[1],
): Promise<boolean> {
  const kinds = await load(stage);
  for (const rank of RANKS.slice(RANKS.indexOf(from)))
    for (const kind of kinds) if (await kind.open(name, rank, { focus })) return true;
  return false;
}

/** All that an address may name besides slides. */
export async function namesOfFigures(stage: Stage): Promise<readonly string[]> {
  const kinds = await load(stage);
  return (await Promise.all(kinds.map((kind) => kind.names()))).flat();
}

function load(stage: Stage): Promise<readonly Addresses[]> {
  loaded ??= loadPresent(stage);
  return loaded;
}

async function loadPresent(stage: Stage): Promise<readonly Addresses[]> {
  const present = [...KINDS].filter(([kind]) => document.querySelector(`[data-live="${kind}"]`));
  const modules = await Promise.all(present.map(([, module]) => module()));
  const kinds = modules.map(({ addresses }) => addresses(stage));
  for (const { leave } of kinds) if (leave) leaveWithSlide(leave);
  return kinds;
}
