import type { ShortForm } from '../core/explain-terms.ts';
import type { Built } from './registry.ts';

/** The sections, and what is worked out of one of them because it is often needed alone. */
export type Loaded = Built & { readonly shortForms: readonly ShortForm[] };

/** What a section, or what is worked out of one, is asked for by. */
export type LoadedName = keyof Loaded;

/** Adds a section that is made when it is first looked at: many a command looks at a few of those it may need. */
export function whenAsked(sections: Partial<Loaded>, name: LoadedName, make: () => unknown): void {
  let made: unknown;
  const get = () => {
    made ??= make();
    return made;
  };
  Object.defineProperty(sections, name, { get, enumerable: true, configurable: true });
}

/** A step named in an occasion's `covers` stands for all its actions. */
export function openCovers(occasions: Built['occasions'], steps: Built['steps']): Built['occasions'] {
  const actionsOf = (name: string) => {
    const step = steps.find((candidate) => candidate.id === name);
    return step === undefined ? [name] : step.actions.map((action) => action.id);
  };
  return occasions.map((entry) => ({ ...entry, covers: entry.covers.flatMap(actionsOf) }));
}
