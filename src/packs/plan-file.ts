import type { KeptSections, Sourced } from './kept-sections.ts';
import type { Loaded, LoadedName } from './loaded.ts';

/** The sections that every plan is built from, in the order they are kept in together. */
export const PLAN = ['steps', 'occasions', 'meetings', 'questions', 'people', 'bankHolidays'] as const;

/** Keeps once more, in one file, what every plan needs: one is found sooner than six. */
export function keepPlan(cache: KeptSections, built: Loaded, sourceOf: (name: LoadedName) => Buffer | null): void {
  const parts = sourced(PLAN, sourceOf)?.map((part) => ({ ...part, built: built[part.name] }));
  if (parts !== undefined) cache.keep('plan', parts);
}

/** Sections with the bytes that each is built from; null where a file is missing. */
export function sourced<N extends LoadedName>(
  names: readonly N[],
  sourceOf: (name: N) => Buffer | null,
): Sourced<N>[] | null {
  const parts: Sourced<N>[] = [];
  for (const name of names) {
    const source = sourceOf(name);
    if (source === null) return null;
    parts.push({ name, source });
  }
  return parts;
}
