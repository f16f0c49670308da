import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Problem } from '../core/problem.ts';
import { onOneLine } from '../core/shown.ts';
import type { Compiled, Layer, ReadYaml, Texts } from './compile.ts';
import { type KeptSections, keptSections } from './kept-sections.ts';
import type { Built, SectionName } from './registry.ts';
import { joinBytes, readBase, readLayer, readSource, SECTION_NAMES, type Sources, textsOf } from './sources.ts';

/** Gives sections of one list, each as its files lie there now. */
export type PackLoader = {
  /** @throws Problem (4) that tells every mistake in the files, with file, line and column */
  readonly load: <N extends SectionName>(...names: readonly N[]) => Promise<Pick<Built, N>>;
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
  const sections = {} as Built;
  const kept: Kept = (name, source) => shipped?.read(name, source) ?? cache.read(name, source);
  const isRead = (name: SectionName): boolean => {
    if (name in sections) return true;
    const source = readSource(folder, layers, name);
    const make = source === null ? undefined : kept(name, source);
    if (make !== undefined) give(sections, name, make);
    return make !== undefined;
  };
  return {
    load: async <N extends SectionName>(...names: readonly N[]): Promise<Pick<Built, N>> => {
      for (const layer of layers) refuseGone(layer);
      const wanted = names.flatMap((name) => [name, ...(NEEDS[name] ?? [])]);
      if (!wanted.every(isRead)) {
        const built = await compileAll({ ...options, folder, layers, cache, kept });
        for (const name of SECTION_NAMES) give(sections, name, () => built[name]);
      }
      const given = {} as Built;
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
  await compileAll({ folder, layers: [], cache: keptSections(to, []), kept: () => undefined });
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

/** What is kept of one section must not depend on another's file, so what they are to each other is worked out anew. */
const NEEDS: Partial<Record<SectionName, readonly SectionName[]>> = { occasions: ['steps'] };

/** Gives a section to be looked at; in an occasion's `covers` a step has become all its actions. */
function give(sections: Built, name: SectionName, make: () => unknown): void {
  const open = () => openSteps(make() as Built['occasions'], sections.steps);
  whenAsked(sections, name, name === 'occasions' ? open : make);
}

/** Adds a section that is made when it is first looked at: many a command looks at a few of those it may need. */
function whenAsked(sections: Partial<Built>, name: SectionName, make: () => unknown): void {
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

/** What is known of a section that has exactly this source. */
type Kept = (name: SectionName, source: Buffer) => (() => unknown) | undefined;

type ToCompile = {
  readonly folder: string;
  readonly layers: readonly string[];
  readonly cache: KeptSections;
  readonly kept: Kept;
  readonly read?: ReadYaml | undefined;
};

/** Builds what has changed, checks the whole, and keeps what is new. */
async function compileAll({ folder, layers, cache, kept, read }: ToCompile): Promise<Built> {
  const { compiled, sources, known } = await compileFolders(folder, layers, read, kept);
  if (!compiled.ok) throw packProblem(folder, compiled.mistakes);
  for (const name of SECTION_NAMES) {
    const source = joinBytes(sources.map((one) => one[name]));
    if (source !== null && !(name in known)) cache.keep(name, source, compiled.built[name]);
  }
  return compiled.built;
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
    const make = source === null ? undefined : kept(name, source);
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
