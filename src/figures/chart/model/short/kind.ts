import { suggest } from '../../../../base/nearest.ts';
import type { Wide } from './gather.ts';
import { areTimesOfDay, isCalendar } from './natural-order.ts';
import { type Along, error, listed, type ShortReading } from './roles.ts';
import { KINDS, type Kind, type ShortChart } from './spec.ts';

/** Whether what the author writes under `as` is a kind of chart. */
export function isKind(reading: ShortReading): boolean {
  const { as } = reading.spec;
  if (as === undefined || KINDS.some((kind) => kind === as)) return true;
  const pie = /pie|donut|doughnut|ring|torte/i.test(as);
  error(
    reading,
    reading.placeOf(['as']),
    `a chart is not drawn as "${as}"`,
    pie
      ? 'Angles are hard to compare: write "as: bars" with "sort: value", or "as: columns" with "stack: share".'
      : suggest(as, KINDS),
  );
  return false;
}

/** Whether each row is a point of its own. */
export function isScattered({ as, between, y }: ShortChart, along: Along): boolean {
  if (as !== undefined) return as === 'scatter';
  return !between && (!y || Array.isArray(y)) && along.kind === 'number';
}

/** So many columns or bars can be told apart beside each other. */
export const MOST_BESIDE = 8;

/** The kind its author writes; else time becomes lines, names bars, and what is too many bars beside each other dots. */
export function kindOf({ spec, lang }: ShortReading, along: Along, { series, positions }: Wide): Kind {
  const written = KINDS.find((kind) => kind === spec.as);
  if (written) return written;
  if (spec.between) return 'slope';
  if (spec.y && !Array.isArray(spec.y)) return 'band';
  if (along.kind === 'time' && spec.stack) return hasNegative(series) ? 'columns' : 'area';
  if (along.kind !== 'names') return along.kind === 'time' ? 'line' : 'scatter';
  if (!spec.stack && areTimesOfDay(positions.names)) return 'line';
  const names = new Set(series.map(({ name }) => name)).size;
  if (names > 1 && !spec.stack && isCalendar(positions.names, lang)) return 'line';
  return names > MOST_BESIDE && !spec.stack ? 'dots' : 'bars';
}

function hasNegative(series: Wide['series']): boolean {
  return series.some(({ cells }) => [...cells.values()].some(({ value = 0 }) => value < 0));
}

const STACKED: ReadonlySet<Kind> = new Set(['area', 'columns', 'bars']);

/** What "stack" does not do, or does with less than the whole, is said. */
function tellStack(kind: Kind, { series, positions }: Wide, { spec, placeOf, report }: ShortReading): void {
  if (!spec.stack) return;
  const place = placeOf(['stack']);
  if (!STACKED.has(kind)) {
    const fix = 'Write "as: area", "as: columns" or "as: bars", or leave "stack" out.';
    report({ severity: 'notice', place, what: `"stack" does nothing with "as: ${kind}"`, fix });
    return;
  }
  const lacking = positions.at.flatMap((_, at) => {
    const names = series.filter(({ cells }) => cells.get(at)?.value === undefined).map(({ name }) => name);
    return names.length > 0 && names.length < series.length ? [{ at, names }] : [];
  });
  const [first] = lacking;
  if (!first) return;
  const more = lacking.length > 1 ? ` (and at ${lacking.length - 1} others)` : '';
  report({
    severity: 'notice',
    place,
    what: `the sum at ${positions.names[first.at]} lacks ${listed(first.names)}${more}`,
    fix:
      spec.stack === 'share'
        ? 'Its shares are of what the file has: leave out what is not whole, or show the values.'
        : 'It is of what the file has: leave out what is not whole, or show lines.',
  });
}

/** What a kind cannot be made of is said with what can. */
export function checkKind(kind: Kind, along: Along, wide: Wide, reading: ShortReading): boolean {
  const { series, positions } = wide;
  const { spec, placeOf } = reading;
  const values: number[] = [];
  for (const { cells } of series)
    for (const { value } of cells.values()) if (value !== undefined) values.push(value);
  if (values.length === 0)
    return (
      error(
        reading,
        placeOf(['file']),
        'no row that is drawn has a number',
        'Look at "y", "where" and "only".',
      ) ?? false
    );
  if (spec.scale.log && values.some((value) => value <= 0))
    return (
      error(
        reading,
        placeOf(['scale', 'log']),
        `a logarithmic scale has no place for ${Math.min(...values.filter((value) => value <= 0))}`,
        'Leave "log" out, or the rows of 0 and less.',
      ) ?? false
    );
  if (kind === 'slope' && positions.at.length !== 2) {
    const [first = '', last = ''] = [positions.names[0], positions.names.at(-1)];
    return (
      error(
        reading,
        placeOf([spec.between ? 'between' : 'as']),
        `a slope has two ends, and ${positions.at.length} ${positions.at.length === 1 ? 'stands' : 'stand'} under "${along.name}"`,
        `Write "between: [${first}, ${last}]".`,
      ) ?? false
    );
  }
  tellStack(kind, wide, reading);
  const grounded = ['columns', 'bars', 'area'].includes(kind);
  if (grounded && (spec.scale.log || (spec.scale.min ?? 0) > 0 || (spec.scale.max ?? 0) < 0))
    return (
      error(
        reading,
        placeOf(['scale', spec.scale.log ? 'log' : (spec.scale.min ?? 0) > 0 ? 'min' : 'max']),
        `${kind} have to begin at 0: their length is what is seen`,
        'Write "as: line" or "as: dots" for a scale without 0.',
      ) ?? false
    );
  if (kind === 'area' && series.length > 1 && !spec.stack)
    return (
      error(
        reading,
        placeOf(['as']),
        `${series.length} areas would cover each other`,
        'Write "stack: true", or "as: line".',
      ) ?? false
    );
  if (
    spec.stack &&
    (kind === 'area' || kind === 'columns' || kind === 'bars') &&
    values.some((value) => value < 0) &&
    (kind === 'area' || spec.stack === 'share')
  )
    return (
      error(
        reading,
        placeOf(['stack']),
        'values below 0 cannot be parts of a whole',
        'Leave "stack" out, or write "as: columns".',
      ) ?? false
    );
  if (kind === 'scatter' && along.kind === 'names')
    return (
      error(
        reading,
        placeOf(['x']),
        `"${along.name}" holds names, and scattered points need numbers`,
        'Name a column of numbers with "x".',
      ) ?? false
    );
  return true;
}
