import { existsSync } from 'node:fs';
import { Problem } from '../core/problem.ts';
import type { ReadYaml } from './compile.ts';
import { type KeptSections, keptSections } from './kept-sections.ts';
import { type Loaded, type LoadedName, openCovers, whenAsked } from './loaded.ts';
import { keepPlan, PLAN, sourced } from './plan-file.ts';
import type { Built, SectionName } from './registry.ts';
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
  const stores = shipped === null ? [cache] : [shipped, cache];
  const sections = {} as Loaded;
  const sourceOf = rememberSources((name) => readSource(folder, layers, name));
  /** Takes sections as they were kept under one name, and says where; undefined where they were not. */
  const take = (as: string, names: readonly LoadedName[]): KeptSections | undefined => {
    const parts = sourced(names, sourceOf);
    if (parts === null) return undefined;
    for (const store of stores) {
      const makes = store.read(as, parts);
      if (makes === undefined) continue;
      names.forEach((name, index) => {
        give(sections, name, () => makes[index]?.());
      });
      return store;
    }
    return undefined;
  };
  return {
    load: async <N extends LoadedName>(...names: readonly N[]): Promise<Pick<Loaded, N>> => {
      for (const layer of layers) refuseGone(layer);
      const needed = names.flatMap((name): readonly LoadedName[] => [name, ...(NEEDS[name] ?? [])]);
      const wanted = needed.filter((name) => !(name in sections));
      const isPlan = PLAN.every((name) => wanted.includes(name));
      const isKept = isPlan && take('plan', PLAN) !== undefined;
      const from = new Set(wanted.filter((name) => !(name in sections)).map((name) => take(name, [name])));
      // Of two places, what was kept here was never checked with what was kept there.
      if (from.has(undefined) || (isPlan && from.size > 1)) {
        const { buildList } = await import('./build-list.ts');
        const list = await buildList({ ...options, folder, layers, stores });
        for (const name of ALL_NAMES) give(sections, name, () => list.built[name]);
        if (isPlan) keepPlan(cache, sections, list.sourceOf);
      } else if (isPlan && !isKept) keepPlan(cache, sections, sourceOf);
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

/** The bytes of sections, each read once. */
function rememberSources(read: (name: SectionName) => Buffer | null): (name: LoadedName) => Buffer | null {
  const known = new Map<SectionName, Buffer | null>();
  return (name) => {
    const file = fileOf(name);
    const source = known.has(file) ? (known.get(file) ?? null) : read(file);
    known.set(file, source);
    return source;
  };
}

/** Gives a section to be looked at; in an occasion's `covers` a step has become all its actions. */
function give(sections: Loaded, name: LoadedName, make: () => unknown): void {
  const open = () => openCovers(make() as Built['occasions'], sections.steps);
  whenAsked(sections, name, name === 'occasions' ? open : make);
}
