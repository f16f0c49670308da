import { chmodSync, existsSync, lstatSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE_NAME } from './open.ts';

/** Something about the folder that is worth a word. `paths` are what it is about; `mendable`: --fix can do it. */
export type Advice = {
  readonly id: 'permissions' | 'sync' | 'network' | 'leftover' | 'conflict' | 'link';
  readonly paths: readonly string[];
  readonly mendable: boolean;
};

type Env = Readonly<Record<string, string | undefined>>;

/** What is worth knowing of a home: who may read it, whether something else writes into it, what was left. `now` is UTC. */
export function lookAround(home: string, env: Env, now: string): Advice[] {
  if (!existsSync(home)) return [];
  const found: Advice[] = [
    { id: 'permissions', paths: tooOpen(home), mendable: true },
    { id: 'sync', paths: isSynced(home, env) ? [home] : [], mendable: false },
    { id: 'network', paths: isOnNetwork(home) ? [home] : [], mendable: false },
    { id: 'leftover', paths: leftovers(home, now), mendable: true },
    { id: 'conflict', paths: conflicts(home), mendable: false },
    { id: 'link', paths: linked(home), mendable: false },
  ];
  return found.filter(({ paths }) => paths.length > 0);
}

/** Makes everything readable by its owner alone, and removes what was left behind. */
export function tidyUp(advice: readonly Advice[]): void {
  for (const { id, paths } of advice) {
    if (id === 'permissions') {
      for (const path of paths) chmodSync(path, statSync(path).isDirectory() ? 0o700 : 0o600);
    }
    if (id === 'leftover') for (const path of paths) rmSync(path, { force: true });
  }
}

/** The record's folder, its folders, and the files in them that others may read; Windows says it in another way. */
function tooOpen(home: string): string[] {
  if (process.platform === 'win32') return [];
  const inside = ['', 'backups', 'print'].flatMap((name) => {
    const folder = join(home, name);
    return existsSync(folder) ? [folder, ...filesIn(folder)] : [];
  });
  return inside.filter((path) => (statSync(path).mode & 0o077) !== 0);
}

const SYNCED =
  /\b(onedrive|dropbox|google ?drive|icloud ?drive|mobile documents|nextcloud|owncloud|box sync|syncthing|sharepoint)\b/i;

/** Whether a folder is copied elsewhere while it is in use, by its name or by what the system says of OneDrive. */
export function isSynced(home: string, env: Env): boolean {
  const folders = [env.OneDrive, env.OneDriveCommercial, env.OneDriveConsumer].filter(Boolean) as string[];
  return SYNCED.test(home) || folders.some((folder) => home.toLowerCase().startsWith(folder.toLowerCase()));
}

/** NFS, SMB, CIFS and AFS, by the numbers that Linux gives them (statfs(2)). */
const NETWORK_TYPES = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f]);

function isOnNetwork(home: string): boolean {
  if (/^(\\\\|\/\/)[^\\/?.]/.test(home)) return true;
  if (process.platform !== 'linux') return false;
  return NETWORK_TYPES.has(statfsSync(home).type);
}

/** What a run left that was stopped on an earlier day: copies that were never put in their place. Today's may be in use. */
function leftovers(home: string, now: string): string[] {
  return ['', 'backups', 'print']
    .flatMap((name) => (existsSync(join(home, name)) ? filesIn(join(home, name)) : []))
    .filter((path) => /(^|[\\/])\.[^\\/]+\.(tmp|new)(-journal)?$/.test(path))
    .filter((path) => statSync(path).mtime.toISOString().slice(0, 10) < now.slice(0, 10));
}

/** Other databases beside the record, such as what a cloud folder makes of two versions. */
export function conflicts(home: string): string[] {
  const [stem = ''] = DATABASE_NAME.split('.');
  const known = new Set([DATABASE_NAME, `${DATABASE_NAME}-journal`]);
  return filesIn(home).filter((path) => {
    const name = path.slice(home.length + 1);
    return !known.has(name) && !name.startsWith('.') && name.startsWith(stem) && /\.db\b/.test(name);
  });
}

/** A record that has two names: SQLite would keep two journals for it. */
function linked(home: string): string[] {
  const path = join(home, DATABASE_NAME);
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found !== undefined && (found.isSymbolicLink() || found.nlink > 1) ? [path] : [];
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(folder, entry.name));
}
