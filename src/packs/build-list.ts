// Loaded when a list was edited, or is not built yet: with it come zod and what reads lists.
import { resolve } from 'node:path';
import { type ShortForm, shortFormsOf } from '../core/explain-terms.ts';
import { Problem } from '../core/problem.ts';
import { onOneLine } from '../core/shown.ts';
import {
  type BuiltBefore,
  type Compiled,
  compile,
  type Layer,
  type ReadYaml,
  readPlainly,
  type Texts,
} from './compile.ts';
import { type KeptSections, keptSections } from './kept-sections.ts';
import { type Loaded, type LoadedName, openCovers, whenAsked } from './loaded.ts';
import { keepPlan } from './plan-file.ts';
import type { Built, SectionName } from './registry.ts';
import { fileOf, joinBytes, readBase, readLayer, SECTION_NAMES, type Sources, textsOf } from './sources.ts';

export { layerSchemas } from './compile.ts';

/**
 * Builds a list before anybody asks for it. The program is shipped with its own, since building it takes twenty starts.
 * @param to a folder for this list alone
 * @throws Problem (4) that tells every mistake in the files
 */
export async function buildAhead(folder: string, to: string): Promise<void> {
  const cache = keptSections(to, []);
  const { built, sourceOf } = await buildList({ folder, layers: [], stores: [cache] });
  keepPlan(cache, { ...built, occasions: openCovers(built.occasions, built.steps) }, sourceOf);
}

/** What a list is built from and kept in. */
export type ToBuild = {
  readonly folder: string;
  readonly layers: readonly string[];
  /** Where what was built before may be kept; the last is the one that takes what is new. */
  readonly stores: readonly KeptSections[];
  readonly read?: ReadYaml | undefined;
};

/** A list, and the bytes that each of its sections was built from. */
export type List = { readonly built: Loaded; readonly sourceOf: (name: LoadedName) => Buffer | null };

/** Builds what has changed, checks the whole, and keeps what is new. */
export async function buildList({ folder, layers, stores, read }: ToBuild): Promise<List> {
  const { compiled, sources, known } = await compileFolders(folder, layers, read, stores);
  if (!compiled.ok) throw packProblem(folder, compiled.mistakes);
  const cache = stores.at(-1);
  const sourceOf = (name: LoadedName) => joinBytes(sources.map((one) => one[fileOf(name)]));
  // What is built stays behind its getters: most of it is never looked at.
  const forms = { get: () => formsIn(compiled.built), enumerable: true };
  const built: Loaded = Object.defineProperty(compiled.built, 'shortForms', forms) as Loaded;
  for (const name of [...SECTION_NAMES, 'shortForms'] as const) {
    const source = sourceOf(name);
    if (source === null || name in known) continue;
    const isKept = name === 'shortForms' && stores.some((store) => store.read(name, [{ name, source }]) !== undefined);
    if (!isKept) cache?.keep(name, [{ name, source, built: built[name] }]);
  }
  return { built, sourceOf };
}

function formsIn({ glossary }: Built): readonly ShortForm[] {
  return glossary.flatMap(shortFormsOf);
}

/**
 * Reads and checks everything that lies in the folders. The bytes: the shipped, then each layer's.
 * @param stores where what was built of a section before from the same bytes may be kept; without, all is read
 */
export async function compileFolders(
  folder: string,
  layers: readonly string[],
  read?: ReadYaml,
  stores: ToBuild['stores'] = [],
): Promise<{ readonly compiled: Compiled; readonly sources: readonly Sources[]; readonly known: Partial<Built> }> {
  const base = readBase(folder);
  const above = layers.map((layer) => ({ folder: layer, bytes: readLayer(layer) }));
  const sources = [base, ...above.map(({ bytes }) => bytes)];
  const layersOf = above.map(({ folder, bytes }) => ({ folder, texts: textsOf(bytes) }));
  const known: Partial<Built> = {};
  const checked = new Set<SectionName>();
  for (const name of SECTION_NAMES) {
    const source = joinBytes(sources.map((one) => one[name]));
    if (source === null) continue;
    for (const store of stores) {
      const [make] = store.read(name, [{ name, source }]) ?? [];
      if (make === undefined) continue;
      whenAsked(known, name, make);
      // What lies in one place was checked together when it was kept there.
      if (store === stores[0]) checked.add(name);
      break;
    }
  }
  return { compiled: await compileTexts(textsOf(base), layersOf, { known, checked }, read), sources, known };
}

/**
 * Reads what is not known as if all were well and plainly written, which is quick; else what is not plain with yaml. Where
 * there is a mistake, yaml reads everything: it may be told in any file, and a rule across two be broken in one that is known.
 */
async function compileTexts(
  texts: Texts,
  layers: readonly Layer[],
  before: BuiltBefore,
  given?: ReadYaml,
): Promise<Compiled> {
  const quick = compile(texts, given ?? readPlainly, layers, before);
  if (quick.ok) return quick;
  const read = given ?? (await import('./read-yaml.ts')).readYaml;
  const readEither: ReadYaml = (file, text) => {
    const plain = readPlainly(file, text);
    return plain.mistakes.length > 0 ? read(file, text) : plain;
  };
  const either = given === undefined ? compile(texts, readEither, layers, before) : quick;
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
