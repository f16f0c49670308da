import { existsSync } from 'node:fs';
import { Problem } from '../core/problem.ts';
import type { ReadYaml } from './compile.ts';
import { type KeptSections, keptSections } from './kept-sections.ts';
import { type Loaded, type LoadedName, openSteps, whenAsked } from './loaded.ts';
import { keepPlan, PLAN, sourced } from './plan-file.ts';
import type { Built } from './registry.ts';
import { fileOf, readSource, SECTION_NAMES } from './sources.ts';

/** Gives sections of one list, each as its files lie there now. */
export type PackLoader = {
  /** @throws Problem (4) that tells every mistake in the files, with file, line and column */
  readonly load: <N extends LoadedName>(...names: readonly N[]) => Promise<Pick<Loaded, N>>;
};

/** What a loader may be told besides. */
export type LoaderOptions = {
  /** The folders of councils' own lists, on top of the list. */
  readonly layers?: readonly string[];
  /** The folder that holds what `buildAhead` made of the list without layers. */
  readonly ahead?: string | null;
  /** How a file is read that has to be built; anew without. */
  readonly read?: ReadYaml | undefined;
};

/**
 * Loads sections from a folder, and from those of councils' own lists on top of it. What was built from a file is kept
 * in the cache folder, and used while the file holds the very same bytes; so is what was built ahead. A loader reads each
 * file once: what one run decides on does not change under it.
 */
export function packLoader(folder: string, cacheFolder: string, options: LoaderOptions = {}): PackLoader {
  const { layers = [], ahead = null } = options;
  const cache = keptSections(cacheFolder, [folder, ...layers]);
  const shipped = ahead === null || layers.length > 0 ? null : keptSections(ahead, []);
  const kept: KeptSections['read'] = (as, sourced) => shipped?.read(as, sourced) ?? cache.read(as, sourced);
  const sections = {} as Loaded;
  const sourceOf = (name: LoadedName) => readSource(folder, layers, fileOf(name));
  /** Takes sections as they were kept under one name; false where they were not. */
  const take = (as: string, names: readonly LoadedName[]): boolean => {
    const makes = kept(as, sourced(names, sourceOf) ?? []);
    names.forEach((name, index) => {
      const make = makes?.[index];
      if (make !== undefined) give(sections, name, make);
    });
    return makes !== undefined;
  };
  return {
    load: async <N extends LoadedName>(...names: readonly N[]): Promise<Pick<Loaded, N>> => {
      for (const layer of layers) refuseGone(layer);
      const needed = names.flatMap((name): readonly LoadedName[] => [name, ...(NEEDS[name] ?? [])]);
      const wanted = needed.filter((name) => !(name in sections));
      const isPlan = PLAN.every((name) => wanted.includes(name));
      const alone = isPlan && take('plan', PLAN) ? wanted.filter((name) => !(name in sections)) : wanted;
      if (!alone.every((name) => name in sections || take(name, [name]))) {
        const { buildList } = await import('./build-list.ts');
        const built = await buildList({ ...options, folder, layers, cache, kept });
        for (const name of ALL_NAMES) give(sections, name, () => built[name]);
      }
      if (isPlan && alone === wanted) keepPlan(cache, sections, sourceOf);
      const given = {} as Loaded;
      for (const name of names) Object.defineProperty(given, name, { get: () => sections[name], enumerable: true });
      return given;
    },
  };
}

/** A list on a drive that is not there must not be taken for one that changes nothing. */
export function refuseGone(layer: string): void {
  if (existsSync(layer)) return;
  throw new Problem(
    4,
    `The council's own list is not there: ${layer}`,
    'Bring the folder back, or go on without it: induct local use --none',
  );
}

const ALL_NAMES: readonly LoadedName[] = [...SECTION_NAMES, 'shortForms'];

/** What is kept of one section must not depend on another's file, so what they are to each other is worked out anew. */
const NEEDS: Partial<Record<LoadedName, readonly LoadedName[]>> = { occasions: ['steps'] };

/** Gives a section to be looked at; in an occasion's `covers` a step has become all its actions. */
function give(sections: Loaded, name: LoadedName, make: () => unknown): void {
  const open = () => openSteps(make() as Built['occasions'], sections.steps);
  whenAsked(sections, name, name === 'occasions' ? open : make);
}
