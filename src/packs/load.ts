import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type ShortForm, shortFormsOf } from '../core/explain-terms.ts';
import { Problem } from '../core/problem.ts';
import { onOneLine } from '../core/shown.ts';
import type { Compiled, Layer, ReadYaml, Texts } from './compile.ts';
import { type KeptSections, keptSections, type Sourced } from './kept-sections.ts';
import type { Built, SectionName } from './registry.ts';
import { joinBytes, readBase, readLayer, readSource, SECTION_NAMES, type Sources, textsOf } from './sources.ts';

/** The sections, and what is worked out of one of them because it is often needed alone. */
export type Loaded = Built & { readonly shortForms: readonly ShortForm[] };

type LoadedName = keyof Loaded;

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
  const kept: Kept = (as, sourced) => shipped?.read(as, sourced) ?? cache.read(as, sourced);
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
        const built = await compileAll({ ...options, folder, layers, cache, kept });
        for (const name of ALL_NAMES) give(sections, name, () => built[name]);
      }
      if (isPlan && alone === wanted) keepPlan(cache, sections, sourceOf);
      const given = {} as Loaded;
      for (const name of names) Object.defineProperty(given, name, { get: () => sections[name], enumerable: true });
      return given;
    },
  };
}

/**
 * Builds a list before anybody asks for it. The program is shipped with its own, since building it takes twenty starts.
 * @param to a folder for this list alone
 * @throws Problem (4) that tells every mistake in the files
 */
export async function buildAhead(folder: string, to: string): Promise<void> {
  const cache = keptSections(to, []);
  const built = await compileAll({ folder, layers: [], cache, kept: () => undefined });
  keepPlan(cache, { ...built, occasions: openSteps(built.occasions, built.steps) }, (name) =>
    readSource(folder, [], name),
  );
}

/** The sections that every plan is built from, in the order they are kept in together. */
const PLAN = ['steps', 'occasions', 'meetings', 'questions', 'people', 'bankHolidays'] as const;

/** Keeps once more, in one file, what every plan needs: one is found sooner than six. */
function keepPlan(cache: KeptSections, built: Built, sourceOf: (name: SectionName) => Buffer | null): void {
  const parts = sourced(PLAN, sourceOf)?.map((part) => ({ ...part, built: built[part.name] }));
  if (parts !== undefined) cache.keep('plan', parts);
}

/** Sections with the bytes that each is built from; null where a file is missing. */
function sourced<N extends LoadedName>(names: readonly N[], sourceOf: (name: N) => Buffer | null): Sourced<N>[] | null {
  const parts: Sourced<N>[] = [];
  for (const name of names) {
    const source = sourceOf(name);
    if (source === null) return null;
    parts.push({ name, source });
  }
  return parts;
}

/** The section whose file a section is built from. */
function fileOf(name: LoadedName): SectionName {
  return name === 'shortForms' ? 'glossary' : name;
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

/** Adds a section that is made when it is first looked at: many a command looks at a few of those it may need. */
function whenAsked(sections: Partial<Loaded>, name: LoadedName, make: () => unknown): void {
  let made: unknown;
  const get = () => {
    made ??= make();
    return made;
  };
  Object.defineProperty(sections, name, { get, enumerable: true, configurable: true });
}

/** A step named in an occasion's `covers` stands for all its actions. */
function openSteps(occasions: Built['occasions'], steps: Built['steps']): Built['occasions'] {
  const actionsOf = (name: string) => {
    const step = steps.find((candidate) => candidate.id === name);
    return step === undefined ? [name] : step.actions.map((action) => action.id);
  };
  return occasions.map((entry) => ({ ...entry, covers: entry.covers.flatMap(actionsOf) }));
}

/** What is known of sections that have exactly these sources. */
type Kept = KeptSections['read'];

type ToCompile = {
  readonly folder: string;
  readonly layers: readonly string[];
  readonly cache: KeptSections;
  readonly kept: Kept;
  readonly read?: ReadYaml | undefined;
};

/** Builds what has changed, checks the whole, and keeps what is new. */
async function compileAll({ folder, layers, cache, kept, read }: ToCompile): Promise<Loaded> {
  const { compiled, sources, known } = await compileFolders(folder, layers, read, kept);
  if (!compiled.ok) throw packProblem(folder, compiled.mistakes);
  for (const name of SECTION_NAMES) {
    const source = joinBytes(sources.map((one) => one[name]));
    if (source === null || name in known) continue;
    cache.keep(name, [{ name, source, built: compiled.built[name] }]);
    if (name === 'glossary') cache.keep('shortForms', [{ name: 'shortForms', source, built: formsIn(compiled.built) }]);
  }
  // What is built stays behind its getters: most of it is never looked at.
  return Object.defineProperty(compiled.built, 'shortForms', { get: () => formsIn(compiled.built) }) as Loaded;
}

function formsIn({ glossary }: Built): readonly ShortForm[] {
  return glossary.flatMap(shortFormsOf);
}

/**
 * Reads and checks everything that lies in the folders. The bytes: the shipped, then each layer's.
 * @param kept what was built of a section before from the same bytes; without, all is read, whatever is kept of it
 */
export async function compileFolders(
  folder: string,
  layers: readonly string[],
  read?: ReadYaml,
  kept: Kept = () => undefined,
): Promise<{ readonly compiled: Compiled; readonly sources: readonly Sources[]; readonly known: Partial<Built> }> {
  const base = readBase(folder);
  const above = layers.map((layer) => ({ folder: layer, bytes: readLayer(layer) }));
  const sources = [base, ...above.map(({ bytes }) => bytes)];
  const layersOf = above.map(({ folder, bytes }) => ({ folder, texts: textsOf(bytes) }));
  const known: Partial<Built> = {};
  for (const name of SECTION_NAMES) {
    const source = joinBytes(sources.map((one) => one[name]));
    const [make] = source === null ? [] : (kept(name, [{ name, source }]) ?? []);
    if (make !== undefined) whenAsked(known, name, make);
  }
  return { compiled: await compileTexts(textsOf(base), layersOf, known, read), sources, known };
}

/**
 * Reads what is not known as if all were well and plainly written, which is quick; else what is not plain with yaml. Where
 * there is a mistake, yaml reads everything: it may be told in any file, and a rule across two be broken in one that is known.
 */
async function compileTexts(
  texts: Texts,
  layers: readonly Layer[],
  known: Partial<Built>,
  given?: ReadYaml,
): Promise<Compiled> {
  const { compile, readPlainly } = await import('./compile.ts');
  const quick = compile(texts, given ?? readPlainly, layers, known);
  if (quick.ok) return quick;
  const read = given ?? (await import('./read-yaml.ts')).readYaml;
  const readEither: ReadYaml = (file, text) => {
    const plain = readPlainly(file, text);
    return plain.mistakes.length > 0 ? read(file, text) : plain;
  };
  const either = given === undefined ? compile(texts, readEither, layers, known) : quick;
  return either.ok ? either : compile(texts, read, layers);
}

/** Every mistake, as an error tells it. */
export function packProblem(
  folder: string,
  mistakes: readonly { file: string; line: number; column: number; message: string }[],
): Problem {
  const lines = mistakes.map(
    ({ file, line, column, message }) => `${onOneLine(resolve(folder, file))}:${line}:${column}: ${onOneLine(message)}`,
  );
  const count =
    lines.length === 1 ? 'There is a mistake in the list.' : `There are ${lines.length} mistakes in the list.`;
  return new Problem(4, [count, ...lines].join('\n'), 'Mend it in the file named, and run the command again.');
}
