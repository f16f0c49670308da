/** The only door to fastest-levenshtein. */
import { distance } from 'fastest-levenshtein';

export { distance };

/** The name most like what was typed, if any is near: at most a third of its letters differ. Of two, one that it begins. */
export function nearestOf(typed: string, names: readonly string[]): string | null {
  const [best] = names
    .map((name) => ({ name, far: distance(typed.toLowerCase(), name.toLowerCase()), begun: begins(typed, name) }))
    .sort((a, b) => a.far - b.far || b.begun - a.begun);
  return best !== undefined && best.far <= Math.max(2, Math.floor(typed.length / 3)) ? best.name : null;
}

function begins(typed: string, name: string): number {
  return name.toLowerCase().startsWith(typed.toLowerCase()) ? 1 : 0;
}
