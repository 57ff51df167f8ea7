import {
  nameAt,
  renewedTurn,
  type Second,
  secondOf,
  signedTurn,
  sinceOf,
} from '../layout/labels/label-names.ts';
import type { Fineness } from '../layout/view.ts';
import { endOf, isSoft, type PartialDate, startOf } from '../model/date.ts';
import type { Band, Bar, Milestone, Period, TimelineEvent } from '../model/model.ts';

/** A date as far as a drawing needs it, which then knows no calendar: `live/told-dates.ts` reads it. */
export interface ToldDate extends Pick<PartialDate, 'year' | 'day' | 'about'> {
  /** Its first and last moment, in years. */
  readonly from: number;
  readonly to: number;
  readonly soft?: true;
}

/** An event as far as a drawing needs it, with all that may be said beside its mark: `live/told-names.ts` reads it. */
export interface ToldEvent {
  /** Its name and its date as each fineness of a view tells it; the last for all that are finer. */
  readonly names: readonly string[];
  /** The same where its bar or its band is in view. */
  readonly lasting: readonly string[] | undefined;
  readonly second: Second | undefined;
  /** Its title and since when it is in force. */
  readonly since: string | undefined;
  /** That it was signed, and when. */
  readonly turn: string | undefined;
  readonly milestones: readonly { readonly turn: string }[];
}

function tellDate(date: PartialDate): ToldDate {
  const { year, day, about } = date;
  return {
    ...{ year, about, from: startOf(date), to: endOf(date) },
    ...(day !== undefined && { day }),
    ...(isSoft(date) && { soft: true }),
  };
}

/** A period with its dates told. */
export function tellPeriod<Of extends Period | Bar>(period: Of) {
  const { from, to } = period;
  return { ...period, from: tellDate(from), to: to && tellDate(to) };
}

/** What a drawing says of an event: its card and its list are written already. */
export function tellEvent(event: TimelineEvent, bands: readonly Band[], lang: string) {
  const { id, lane, open, title, significance, mark, date, bar, milestones } = event;
  const period = bands.find((band) => band.event === id) ?? bar;
  const names = (lasts: typeof period) => byFineness((fine) => nameAt(event, lasts, fine, lang));
  const told: ToldEvent = {
    names: names(undefined),
    lasting: period && names(period),
    second: secondOf(event),
    since: sinceOf(event, lang),
    turn: signedTurn(event, lang),
    milestones: milestones.map((one) => tellMilestone(one, lang)),
  };
  return {
    ...{ id, lane, open, title, significance, mark, date: tellDate(date) },
    ...told,
    bar: bar && tellPeriod(bar),
  };
}

function tellMilestone(milestone: Milestone, lang: string) {
  const { tick, date } = milestone;
  return { tick, date: tellDate(date), turn: renewedTurn(milestone, lang) };
}

function byFineness(say: (fine: Fineness) => string): readonly string[] {
  const said = ([0, 1, 2, 3, 4] as const).map(say);
  return said.slice(0, 1 + said.findLastIndex((name, fine) => fine === 0 || name !== said[fine - 1]));
}
