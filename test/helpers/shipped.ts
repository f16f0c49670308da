import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LocalLists } from '../../src/host/host.ts';
import { type PackLoader, packLoader } from '../../src/packs/load.ts';
import type { Loaded } from '../../src/packs/loaded.ts';
import { folderOfRun } from './folders.ts';
import { frozen } from './frozen.ts';
import { FOLDER } from './run-folder.ts';

/** The program's own folder, and the list shipped with it. */
export const PROGRAM = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');
export const DATA = join(PROGRAM, 'data');

const loaded = new Map<string, Promise<Loaded>>();
let loader: PackLoader | undefined;

/**
 * The shipped list. A process of tests reads each combination of sections once; what it gives is frozen, so that a run
 * that changed it would fail and not disturb the next.
 */
export const shippedLoader: PackLoader = {
  load: async (...names) => {
    const key = names.join();
    const whole = process.env[FOLDER];
    loader ??= packLoader(DATA, whole === undefined ? folderOfRun() : join(whole, 'list'));
    const found = loaded.get(key) ?? loader.load(...names).then(frozen);
    loaded.set(key, found as Promise<Loaded>);
    return found as Promise<Pick<Loaded, (typeof names)[number]>>;
  },
};

let checked: ReturnType<LocalLists['checkUsed']> | undefined;

/** What the check of the shipped list alone comes to, made once in a process of tests: that reads every file anew. */
export function checkShipped(lists: LocalLists): ReturnType<LocalLists['checkUsed']> {
  checked ??= lists.checkUsed().then(frozen);
  return checked;
}
