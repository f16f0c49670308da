/** Makes, checks and keeps a council's own list. Loaded only by the commands that do. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ListChange } from '../../core/local/list-change.ts';
import { nearestOf } from '../../core/nearest.ts';
import { atFault, Problem, usage } from '../../core/problem.ts';
import type { ReadYaml } from '../compile.ts';
import { FILES, LAYER_FILES } from '../files.ts';
import { refuseGone } from '../load.ts';
import type { FileMistake } from '../read-yaml.ts';

/** Where everything lies: the list in use below, and the examples shipped. */
export type Places = { readonly base: string; readonly examples: string };

/** The list in use below, and how files are read. */
export type Below = Pick<Places, 'base'> & { readonly read?: ReadYaml | undefined };

/** What a council's own list comes to, once it is checked. */
export type CheckedList = {
  readonly folder: string;
  /** True for a list of its own, which lies on no other. */
  readonly whole: boolean;
  readonly changes: readonly ListChange[];
};

/**
 * Checks a council's own list together with the list it lies on; or a whole list, where the folder holds one.
 * @throws Problem (4) that tells every mistake, (2) for what is no folder
 */
export async function checkList(named: string, { base, read }: Below): Promise<CheckedList> {
  const folder = folderNamed(named);
  if (isWhole(folder)) return checkBase(folder, read);
  const { compileFolders, packProblem } = await import('../build-list.ts');
  const { compiled } = await compileFolders(base, [folder], read);
  const mistakes = [...strayFiles(folder), ...(compiled.ok ? [] : compiled.mistakes)];
  if (mistakes.length > 0) throw packProblem(base, mistakes);
  return { folder, whole: false, changes: compiled.ok ? compiled.changes : [] };
}

/** Checks the folder that is kept. @throws Problem (4) that tells every mistake, or that it is not there */
export async function checkKept(folder: string, places: Below): Promise<CheckedList> {
  refuseGone(folder);
  return checkList(folder, places);
}

/** Checks a whole list. @throws Problem (4) that tells every mistake */
export async function checkBase(folder: string, read?: ReadYaml): Promise<CheckedList> {
  const { compileFolders, packProblem } = await import('../build-list.ts');
  const { compiled } = await compileFolders(folder, [], read);
  if (!compiled.ok) throw packProblem(folder, compiled.mistakes);
  return { folder, whole: true, changes: [] };
}

/** A whole list brings its own councils, which no council's own list may hold. */
export function isWhole(folder: string): boolean {
  return existsSync(join(folder, FILES.councils)) && existsSync(join(folder, FILES.steps));
}

function folderNamed(named: string): string {
  const folder = resolve(named);
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found?.isDirectory() === true) return folder;
  const what = found === undefined ? 'There is no folder' : 'This is no folder:';
  throw usage(`${what} ${folder}.`, `To make one: induct local new ${quoted(named)}`);
}

function quoted(path: string): string {
  return path.includes(' ') ? `"${path}"` : path;
}

/** Files that would be overlooked: their name is none that a list has. */
function strayFiles(folder: string): FileMistake[] {
  const known = Object.values(LAYER_FILES);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/i.test(entry.name) && !known.includes(entry.name))
    .map(({ name }) => {
      const near = nearestOf(name, known);
      const message =
        near === null
          ? `no file of a list has this name; these have: ${known.join(', ')}`
          : `no file of a list has this name: is it ${near}?`;
      return { file: join(folder, name), line: 1, column: 1, message };
    });
}

/**
 * Writes the beginning of a council's own list into a new or empty folder: examples, each behind a #, and what editors
 * need to check them. Nothing that is there is touched.
 * @returns the folder and the names of the files written
 * @throws Problem (2) for a folder that holds something, (4) where it can't be written
 */
export async function newList(
  named: string,
  { examples }: Pick<Places, 'examples'>,
): Promise<{ readonly folder: string; readonly files: readonly string[] }> {
  const folder = resolve(named);
  const { layerSchemas } = await import('../build-list.ts');
  const schemas = layerSchemas();
  const written: (readonly [string, string])[] = [
    ...readdirSync(examples)
      .sort()
      .map((name) => [name, readFileSync(join(examples, name), 'utf8')] as const),
    ...Object.entries(schemas).map(([name, schema]) => [join('schemas', name), schema] as const),
  ];
  refuseTaken(folder);
  try {
    mkdirSync(join(folder, 'schemas'), { recursive: true });
    for (const [name, text] of written) writeFileSync(join(folder, name), text, { flag: 'wx' });
  } catch (error) {
    takeAway(folder, [...written.map(([name]) => name), 'schemas']);
    throw couldNotWrite(folder, error);
  }
  return { folder, files: written.map(([name]) => name).filter((name) => !name.startsWith('schemas')) };
}

/** What was written before the disk was full: it would be in the way the next time. */
function takeAway(folder: string, names: readonly string[]): void {
  try {
    for (const name of names) rmSync(join(folder, name), { force: true, recursive: true });
  } catch {
    // What went wrong first is what is told.
  }
}

function refuseTaken(folder: string): void {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (!found.isDirectory()) throw usage(`${folder} is a file, so nothing was written.`, 'Name another folder.');
  if (readdirSync(folder).length === 0) return;
  throw usage(
    `${folder} holds something already, so nothing was written.`,
    'Name a new folder, or check what is there: induct local check FOLDER',
  );
}

function couldNotWrite(path: string, error: unknown): Error {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') return atFault(`There is no space left for ${path}.`);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return atFault(`${path} may not be written here.`);
  return new Problem(4, `${path} could not be written: ${message}`);
}
