import { dirname, isAbsolute, type PlatformPath, resolve, sep } from 'node:path';
import { usage } from '../core/problem.ts';
import { onOneLine } from '../core/shown.ts';

/** Where everything is written: the record's folder, and the cache's. */
export type Folders = { readonly home: string; readonly cache: string };

type Paths = Pick<PlatformPath, 'dirname' | 'isAbsolute' | 'resolve' | 'sep'>;

/**
 * The folders in use. INDUCT_HOME holds everything, the cache included; without it the platform's folders for data
 * and cache that neither roam nor sync.
 * @param paths how this system writes paths
 * @throws Problem (2) for an INDUCT_HOME that is not an absolute path, or is a whole disk
 */
export function foldersOf(
  env: Readonly<Record<string, string | undefined>>,
  platformFolders: () => Folders,
  paths: Paths = { dirname, isAbsolute, resolve, sep },
): Folders {
  const home = env.INDUCT_HOME;
  if (home === undefined || home === '') return platformFolders();
  if (!paths.isAbsolute(home)) {
    throw usage(
      `INDUCT_HOME is "${onOneLine(home)}", which is not a full path.`,
      `Write it in full, such as ${onOneLine(paths.resolve(home))}`,
    );
  }
  const tidy = paths.resolve(home);
  if (tidy === paths.dirname(tidy)) {
    throw usage(`INDUCT_HOME is "${onOneLine(home)}", the whole disk.`, 'Choose a folder of its own.');
  }
  return { home: tidy, cache: `${tidy}${paths.sep}cache` };
}
