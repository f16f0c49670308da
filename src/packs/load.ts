import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Problem } from '../core/problem.ts';
import { onOneLine } from '../core/shown.ts';
import type { Compiled, ReadYaml } from './compile.ts';
import { FILES, LAYER_FILES } from './files.ts';
import type { Built, SectionName } from './registry.ts';

/** Changes with every build, so that a new program never trusts what an old one kept. */
declare const INDUCT_BUILD: string;
const BUILD = typeof INDUCT_BUILD === 'string' ? INDUCT_BUILD : 'source';

/** Gives sections of one list, each as its files lie there now. */
export type PackLoader = {
  /** @throws Problem (4) that tells every mistake in the files, with file, line and column */
  readonly load: <N extends SectionName>(...names: readonly N[]) => Promise<Pick<Built, N>>;
};

/**
 * Loads sections from a folder, and from those of councils' own lists on top of it. What was built from a file is kept
 * in the cache folder beside the very text it was built from, and used while that text is the same; a cache that is
 * missing, cut or unreadable is as good as none.
 * @param read how a file is read where the cache does not do; anew without
 */
export function packLoader(
  folder: string,
  cacheFolder: string,
  layers: readonly string[] = [],
  read?: ReadYaml,
): PackLoader {
  return {
    load: async <N extends SectionName>(...names: readonly N[]): Promise<Pick<Built, N>> => {
      for (const layer of layers) refuseGone(layer);
      const kept: Partial<Record<SectionName, unknown>> = {};
      for (const name of new Set<SectionName>(names.flatMap((wanted) => [wanted, ...(NEEDS[wanted] ?? [])]))) {
        const text = readTexts(folder, layers, name);
        const hit = text === null ? undefined : readKept(cacheFile(cacheFolder, [folder, ...layers], name), text);
        if (hit === undefined) return openSteps(await compileAll(folder, cacheFolder, layers, read));
        kept[name] = hit.built;
      }
      return openSteps(kept as Pick<Built, N>);
    },
  };
}

function readTexts(folder: string, layers: readonly string[], name: SectionName): string | null {
  return joinTexts([readText(join(folder, FILES[name])), ...layers.map((layer) => readLayer(layer, name))]);
}

/** What a section is built from, whole: the shipped text and, behind a mark that no text holds, each layer's. */
function joinTexts([base, ...above]: readonly (string | null)[]): string | null {
  if (base === undefined || base === null || above.length === 0) return base ?? null;
  return [base, ...above.map((text) => text ?? '')].join('\0');
}

function readLayer(layer: string, name: SectionName): string | null {
  const file = LAYER_FILES[name];
  return file === undefined ? null : readText(join(layer, file));
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

/** A step named in an occasion's `covers` stands for all its actions. */
function openSteps<B extends Partial<Built>>(built: B): B {
  const { steps, occasions } = built;
  if (steps === undefined || occasions === undefined) return built;
  const actionsOf = (name: string) => {
    const step = steps.find((candidate) => candidate.id === name);
    return step === undefined ? [name] : step.actions.map((action) => action.id);
  };
  return { ...built, occasions: occasions.map((entry) => ({ ...entry, covers: entry.covers.flatMap(actionsOf) })) };
}

async function compileAll(
  folder: string,
  cacheFolder: string,
  layers: readonly string[],
  read?: ReadYaml,
): Promise<Built> {
  const { compiled, texts } = await compileFolders(folder, layers, read);
  if (!compiled.ok) throw packProblem(folder, compiled.mistakes);
  for (const name of SECTION_NAMES) {
    const file = cacheFile(cacheFolder, [folder, ...layers], name);
    keep(cacheFolder, file, joinTexts(texts.map((one) => one[name])) ?? '', compiled.built[name]);
  }
  return compiled.built;
}

const SECTION_NAMES = Object.keys(FILES) as SectionName[];
type Texts = Readonly<Record<SectionName, string | null>>;

/** Reads and checks everything that lies in the folders, whatever is kept of it. The texts: the shipped, then each layer's. */
export async function compileFolders(
  folder: string,
  layers: readonly string[],
  read?: ReadYaml,
): Promise<{ readonly compiled: Compiled; readonly texts: readonly Texts[] }> {
  const { compile } = await import('./compile.ts');
  const all = (textOf: (name: SectionName) => string | null) =>
    Object.fromEntries(SECTION_NAMES.map((name) => [name, textOf(name)])) as Texts;
  const base = all((name) => readText(join(folder, FILES[name])));
  const above = layers.map((layer) => ({ folder: layer, texts: all((name) => readLayer(layer, name)) }));
  return { compiled: compile(base, read, above), texts: [base, ...above.map(({ texts }) => texts)] };
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

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new Problem(4, `${onOneLine(path)} cannot be read: ${onOneLine((error as Error).message)}`);
  }
}

function cacheFile(cacheFolder: string, folders: readonly string[], name: SectionName): string {
  return join(cacheFolder, `list-${shortHash(folders.join('\0'))}-${name}.txt`);
}

/** FNV-1a, 32 bits: only keeps two folders' files apart; what is read is compared with its source in full. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash.toString(16);
}

/**
 * A kept section: a first line with the build and how long the parts are, then the source, then what was built from it,
 * twice. What a disk or an editor changed no longer agrees with itself or with the source. Comparing costs nothing;
 * node:zlib, for a checksum, would take as long to load as all else here.
 */
function layOut(text: string, built: string): string {
  return `${BUILD} ${text.length} ${built.length}\n${text}${built}${built}`;
}

function readKept(file: string, text: string): { built: unknown } | undefined {
  try {
    const kept = readFileSync(file, 'utf8');
    const start = `${BUILD} ${text.length} `;
    if (!kept.startsWith(start)) return undefined;
    const end = kept.indexOf('\n');
    const length = Number(kept.slice(start.length, end));
    const from = end + 1 + text.length;
    const built = kept.slice(from, from + length);
    return kept === layOut(text, built) ? { built: JSON.parse(built) as unknown } : undefined;
  } catch {
    return undefined;
  }
}

/** Best effort: without a cache the next run is slower, and that is all. */
function keep(folder: string, file: string, text: string, built: unknown): void {
  const beside = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    rmSync(beside, { force: true });
    writeFileSync(beside, layOut(text, JSON.stringify(built)), { mode: 0o600, flag: 'wx' });
    renameSync(beside, file);
  } catch {
    quietlyRemove(beside);
  }
}

function quietlyRemove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // The cache's folder is no folder, or not ours: there is nothing to remove.
  }
}
