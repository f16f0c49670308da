import { distance } from './nearest.ts';
import { plainText } from './plain-words.ts';

/** Fewer letters than this stand somewhere in nearly every name. */
const LEAST_HELD = 3;
const MOST_NEAR = 3;

/** A name as it is compared: any case, one space for a hyphen or several spaces. */
export function comparable(name: string): string {
  return plainText(name.replace(/[-_\u2010-\u2013]/g, ' '));
}

/**
 * All entries whose names match words in the first way that any does: the same, beginning with them, holding them.
 * @param namesOf everything an entry is called
 */
export function matchNames<T>(entries: readonly T[], typed: string, namesOf: (entry: T) => readonly string[]): T[] {
  const word = comparable(typed);
  if (word === '') return [];
  const named = entries.map((entry) => ({ entry, names: namesOf(entry).map(comparable) }));
  const ways = [
    (name: string) => name === word,
    (name: string) => name.startsWith(word),
    (name: string) => word.length >= LEAST_HELD && name.includes(word),
  ];
  for (const way of ways) {
    const found = named.filter(({ names }) => names.some(way));
    if (found.length > 0) return found.map(({ entry }) => entry);
  }
  return [];
}

/** Up to three entries whose names are spelt most like words: at most a third of the letters differ. */
export function nearestNames<T>(entries: readonly T[], typed: string, namesOf: (entry: T) => readonly string[]): T[] {
  const word = comparable(typed);
  if (word === '') return [];
  return entries
    .map((entry) => ({ entry, far: Math.min(...namesOf(entry).map((name) => distance(word, comparable(name)))) }))
    .filter(({ far }) => far <= Math.max(2, Math.floor(word.length / 3)))
    .sort((a, b) => a.far - b.far)
    .slice(0, MOST_NEAR)
    .map(({ entry }) => entry);
}
