// Loaded when a list was edited, or is not built yet: with it come zod and what reads lists.
import { resolve } from 'node:path';
import { type ShortForm, shortFormsOf } from '../core/explain-terms.ts';
import { Problem } from '../core/problem.ts';
import { onOneLine } from '../core/shown.ts';
import { type Compiled, compile, type Layer, type ReadYaml, readPlainly, type Texts } from './compile.ts';
import { type KeptSections, keptSections } from './kept-sections.ts';
import { type Loaded, openSteps, whenAsked } from './loaded.ts';
import { keepPlan } from './plan-file.ts';
import type { Built } from './registry.ts';
import { fileOf, joinBytes, readBase, readLayer, readSource, SECTION_NAMES, type Sources, textsOf } from './sources.ts';

export { layerSchemas } from './compile.ts';

/**
 * Builds a list before anybody asks for it. The program is shipped with its own, since building it takes twenty starts.
 * @param to a folder for this list alone
 * @throws Problem (4) that tells every mistake in the files
 */
export async function buildAhead(folder: string, to: string): Promise<void> {
  const cache = keptSections(to, []);
  const built = await buildList({ folder, layers: [], cache, kept: () => undefined });
  const whole = { ...built, occasions: openSteps(built.occasions, built.steps) };
  keepPlan(cache, whole, (name) => readSource(folder, [], fileOf(name)));
}

/** What a list is built from and kept in. */
export type ToBuild = {
  readonly folder: string;
  readonly layers: readonly string[];
  readonly cache: KeptSections;
  readonly kept: KeptSections['read'];
  readonly read?: ReadYaml | undefined;
};

/** Builds what has changed, checks the whole, and keeps what is new. */
export async function buildList({ folder, layers, cache, kept, read }: ToBuild): Promise<Loaded> {
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
  kept: KeptSections['read'] = () => undefined,
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
