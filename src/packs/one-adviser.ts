import { type Entry, isEntry } from './entries.ts';
import type { Place } from './origins.ts';

type Placed = { readonly entry: unknown; readonly at: Place };

/**
 * A region has one adviser: an adviser whom a council adds takes their regions from those listed.
 * @param listed the names on the list below
 */
export function oneAdviserEach(entries: readonly Placed[], listed: readonly string[]): readonly Placed[] {
  const isNew = (entry: unknown) => !isEntry(entry) || !listed.includes(String(entry.name));
  const taken = entries.filter(({ entry }) => isNew(entry)).flatMap(({ entry }) => regionsOf(entry));
  return entries.flatMap(({ entry, at }) => {
    if (isNew(entry) || !regionsOf(entry).some((region) => taken.includes(region))) return [{ entry, at }];
    const regions = regionsOf(entry).filter((region) => !taken.includes(region));
    return regions.length === 0 ? [] : [{ entry: { ...(entry as Entry), regions }, at }];
  });
}

function regionsOf(entry: unknown): readonly unknown[] {
  return isEntry(entry) && Array.isArray(entry.regions) ? entry.regions : [];
}
