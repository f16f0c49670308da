import type { Backup } from './backup.ts';
import type { Erased } from './erase.ts';
import type { Inspection, InspectOptions } from './inspect.ts';
import type { Restored } from './restore.ts';

/** What keeps a record in order, and works also where there is none, or a damaged one. */
export type Upkeep = {
  readonly backups: () => Promise<readonly Backup[]>;
  readonly inspect: (options: InspectOptions) => Promise<Inspection>;
  readonly restore: (file: string, stamp: string) => Promise<Restored>;
  readonly eraseAll: () => Promise<Erased>;
  readonly eraseHolder: (induction: string) => Promise<readonly string[]>;
};

/** The upkeep of a home. Each part is loaded when it is called. */
export function upkeepOf(
  folders: { readonly home: string; readonly cache: string },
  env: Readonly<Record<string, string | undefined>>,
): Upkeep {
  const { home, cache } = folders;
  return {
    backups: async () => (await import('./backup.ts')).backupsIn(home),
    inspect: async (options) => (await import('./inspect.ts')).inspect(home, env, options),
    restore: async (file, stamp) => (await import('./restore.ts')).restoreFrom(home, file, stamp),
    eraseAll: async () => (await import('./erase.ts')).eraseAll(home, cache),
    eraseHolder: async (induction) => (await import('./erase.ts')).eraseHolder(home, induction),
  };
}
