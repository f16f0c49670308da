import { sep } from 'node:path';
import { Problem } from '../core/problem.ts';
import { onOneLine } from '../core/shown.ts';
import type { Texts } from './compile.ts';
import { FILES, LAYER_FILES } from './files.ts';
import type { LoadedName } from './loaded.ts';
import { readBytes } from './read-bytes.ts';
import type { SectionName } from './registry.ts';

/** The bytes of each section's file; null where there is none. */
export type Sources = Readonly<Record<SectionName, Buffer | null>>;

/** Every section of a list. */
export const SECTION_NAMES = Object.keys(FILES) as SectionName[];

/** The section whose file a section is built from. */
export function fileOf(name: LoadedName): SectionName {
  return name === 'shortForms' ? 'glossary' : name;
}

/** What one section is built from, whole. @throws Problem (4) where a file is there and cannot be read */
export function readSource(folder: string, layers: readonly string[], name: SectionName): Buffer | null {
  return joinBytes([readFile(folder, FILES[name]), ...layers.map((layer) => readFile(layer, LAYER_FILES[name]))]);
}

/** The files of a list. @throws Problem (4) where one is there and cannot be read */
export function readBase(folder: string): Sources {
  return all((name) => readFile(folder, FILES[name]));
}

/** The files of a council's own list. @throws Problem (4) where one is there and cannot be read */
export function readLayer(folder: string): Sources {
  return all((name) => readFile(folder, LAYER_FILES[name]));
}

/** What a section is built from, whole: the shipped file and, behind a mark that no text holds, each layer's. */
export function joinBytes([base, ...above]: readonly (Buffer | null)[]): Buffer | null {
  if (base === undefined || base === null || above.length === 0) return base ?? null;
  const mark = Buffer.from([0]);
  return Buffer.concat([base, ...above.flatMap((bytes) => (bytes === null ? [mark] : [mark, bytes]))]);
}

/** The files as texts, made when they are asked for, which those of known sections are not. */
export function textsOf(bytes: Sources): Texts {
  const texts = {} as Texts;
  for (const name of SECTION_NAMES) {
    Object.defineProperty(texts, name, { get: () => bytes[name]?.toString('utf8') ?? null });
  }
  return texts;
}

function all(bytesOf: (name: SectionName) => Buffer | null): Sources {
  return Object.fromEntries(SECTION_NAMES.map((name) => [name, bytesOf(name)])) as Sources;
}

function readFile(folder: string, file: string | undefined): Buffer | null {
  if (file === undefined) return null;
  // Not with `join`, which looks at every letter: some Nodes take it for worth optimising, at the price of a tenth of all memory.
  const path = `${folder}${sep}${file}`;
  try {
    return readBytes(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new Problem(4, `${onOneLine(path)} cannot be read: ${onOneLine((error as Error).message)}`);
  }
}
