import { join, resolve } from 'node:path';
import type { ReadYaml } from '../packs/compile.ts';
import { type PackLoader, packLoader } from '../packs/load.ts';
import { keptFolder, SETTING } from '../packs/local/kept.ts';
import type { LocalLists } from './host.ts';
import type { Folders } from './paths.ts';

/**
 * Where lists are looked for. `shipped` comes with the program, `ahead` is what was built of it (`buildAhead`); `here` is
 * the folder that relative paths are of.
 */
export type ListPlaces = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly shipped: string;
  readonly ahead: string | null;
  readonly here: string;
  readonly folders: () => Folders;
  /** How a file of a list is read; anew without. */
  readonly read?: ReadYaml | undefined;
};

/** The folder that INDUCT_PACK names; null without. */
function insteadOf({ env }: ListPlaces): string | null {
  return env.INDUCT_PACK ? resolve(env.INDUCT_PACK) : null;
}

/** The list in use: the one INDUCT_PACK names; else the shipped one, with the council's own on top where one is kept. */
export function usedList(places: ListPlaces): PackLoader {
  const { home, cache } = places.folders();
  const instead = insteadOf(places);
  if (instead !== null) return packLoader(instead, cache, { read: places.read });
  const kept = keptFolder(home);
  const { ahead, read } = places;
  return packLoader(places.shipped, cache, { layers: kept === null ? [] : [kept], ahead, read });
}

/** What can be done about a council's own list. All but asking where it lies is loaded when it is done. */
export function localLists(places: ListPlaces): LocalLists {
  const kept = () => keptFolder(places.folders().home);
  const instead = () => insteadOf(places);
  const base = () => instead() ?? places.shipped;
  const below = () => ({ base: base(), read: places.read });
  const home = () => places.folders().home;
  const work = async () => await import('../packs/local/local-list.ts');
  return {
    kept,
    instead,
    check: async (folder) => (await work()).checkList(resolve(places.here, folder), below()),
    checkUsed: async () => {
      const { checkBase, checkKept } = await work();
      const own = instead() === null ? kept() : null;
      return own === null ? checkBase(base(), places.read) : checkKept(own, below());
    },
    keep: async (folder) => keepFolder(home(), folder),
    make: async (folder) =>
      (await work()).newList(resolve(places.here, folder), { examples: join(places.shipped, 'local') }),
  };
}

/** Keeps which folder is used, or that none is: whole or not at all. */
async function keepFolder(home: string, folder: string | null): Promise<void> {
  const { ownFolder, removeWhole, writeWhole } = await import('./files/write-file.ts');
  if (folder === null) return removeWhole(join(home, SETTING));
  writeWhole(join(ownFolder(home), SETTING), `${JSON.stringify({ folder })}\n`, { force: true });
}
