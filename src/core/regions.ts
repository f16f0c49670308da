import { plainName } from './council-names.ts';

/** The nine regions of England, spelt and ordered as by the Office for National Statistics (E12000001 to E12000009). */
export const regions: readonly string[] = [
  'North East',
  'North West',
  'Yorkshire and The Humber',
  'East Midlands',
  'West Midlands',
  'East of England',
  'London',
  'South East',
  'South West',
];

const OTHER_NAMES: readonly (readonly [region: string, names: readonly string[]])[] = [
  ['North East', ['ne']],
  ['North West', ['nw']],
  ['Yorkshire and The Humber', ['yorkshire', 'yorkshire and humber', 'yorkshire and humberside', 'yorkshire humber']],
  // "Humble" stands in lists that people copy from.
  ['Yorkshire and The Humber', ['yorkshire and humble', 'yorkshire and the humble', 'yorks and humber', 'yh']],
  ['East Midlands', ['em', 'east mids']],
  ['West Midlands', ['wm', 'west mids']],
  ['East of England', ['east', 'eastern', 'east england', 'eastern england', 'east anglia', 'eoe']],
  ['London', ['greater london', 'ldn']],
  ['South East', ['se']],
  ['South West', ['sw']],
];

/** Made when a region is first looked for. */
let named: ReadonlyMap<string, string> | undefined;

function byName(): ReadonlyMap<string, string> {
  named ??= new Map([
    ...regions.map((region) => [plainName(region), region] as const),
    ...OTHER_NAMES.flatMap(([region, names]) => names.map((name) => [name, region] as const)),
  ]);
  return named;
}

/**
 * The region that was typed, spelt officially, or undefined. Takes any case, hyphens, "&" for "and", a leading "the",
 * a trailing "region" or "England", and the usual other names: `Yorkshire`, `Eastern`, `NW`, `the north-west`.
 */
export function findRegion(typed: string): string | undefined {
  const plain = plainName(typed).replace(/^the /, '');
  const bare = plain.replace(/ (?:region|of england|england)$/, '').replace(/^(north|south)(east|west)$/, '$1 $2');
  return byName().get(plain) ?? byName().get(bare);
}
