/** What an order is made of: an entry's id, its moment (UTC, ISO 8601) and its change. */
export type Ordered = { readonly id: string; readonly at: string; readonly change: string };

/**
 * Two orders of entries as one that keeps to both of them: between the entries that both have, the others go by their
 * moment, then by their change, so that both sides come to the same. Where the two contradict each other, from there on all
 * goes by moment and change; entries of one change stay as they were.
 */
export function mergeOrders<T extends Ordered>(one: readonly T[], other: readonly T[]): T[] {
  const inOne = new Set(one.map(({ id }) => id));
  const inOther = new Set(other.map(({ id }) => id));
  const merged: T[] = [];
  let [first, second] = [0, 0];
  while (first < one.length || second < other.length) {
    const a = one[first];
    const b = other[second];
    if (a !== undefined && b !== undefined && a.id === b.id) {
      merged.push(a);
      first += 1;
      second += 1;
    } else if (a !== undefined && !inOther.has(a.id) && (b === undefined || inOne.has(b.id) || isBefore(a, b))) {
      merged.push(a);
      first += 1;
    } else if (b !== undefined && !inOne.has(b.id)) {
      merged.push(b);
      second += 1;
    } else {
      return [...merged, ...byMoment(one.slice(first), other.slice(second))];
    }
  }
  return merged;
}

function isBefore(a: Ordered, b: Ordered): boolean {
  return `${a.at} ${a.change}` < `${b.at} ${b.change}`;
}

/** What is left of two orders that contradict each other. */
function byMoment<T extends Ordered>(one: readonly T[], other: readonly T[]): T[] {
  const known = new Set(one.map(({ id }) => id));
  const place = new Map<string, number>();
  for (const list of [one, other]) {
    const counts = new Map<string, number>();
    for (const { id, change } of list) {
      const at = counts.get(change) ?? 0;
      counts.set(change, at + 1);
      place.set(id, Math.max(at, place.get(id) ?? 0));
    }
  }
  const all = [...one, ...other.filter(({ id }) => !known.has(id))];
  const keyOf = ({ at, change, id }: T) => `${at} ${change} ${String(place.get(id) ?? 0).padStart(6, '0')} ${id}`;
  return all.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
