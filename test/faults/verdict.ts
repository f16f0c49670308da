import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../src/store/sqlite.ts';
import { Store } from '../../src/store/store.ts';
import { countingEvents, foldAll, progressTable, wrongEarlier, wrongWith } from '../helpers/record.ts';
import { runInduct } from '../helpers/run.ts';

/** What a record holds, in order: its version, and every event without what is different each time. */
export type Contents = readonly string[];

/** What a record may hold after a command: what it held before, and what it holds after each transaction. */
export type Allowed = { readonly steps: readonly Contents[]; readonly whole: Contents };

/** What a record holds; nothing where there is none. */
export async function contentsOf(home: string): Promise<Contents> {
  return contentsIn(join(home, 'induct.db'));
}

/** The same of a file; of one that is no database, what is wrong with it. */
export async function contentsIn(path: string): Promise<Contents> {
  try {
    return (await rowsIn(path)).map(({ words }) => words);
  } catch (error) {
    return [(error as Error).message];
  }
}

/** The files of a folder in which words can be read. */
export function holding(folder: string, words: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(words));
}

type Row = { readonly words: string; readonly change: string | null };

async function rowsIn(path: string): Promise<readonly Row[]> {
  if (!existsSync(path)) return [];
  const database = await openDatabase(path, { fileMustExist: true });
  try {
    const rows = database.prepare('SELECT change, type, subject, on_date, body FROM events ORDER BY seq').all();
    const version = database.pragma('user_version', { simple: true });
    const events = rows as Record<string, string>[];
    return [
      { change: null, words: `version ${String(version)}` },
      ...events.map(({ change = '', ...rest }) => ({ change, words: Object.values(rest).join(' ') })),
    ];
  } finally {
    database.close();
  }
}

/**
 * What is allowed after a command, from a home before it and the home that a run without faults left.
 * @param either nothing between the two, whatever changes there are in what was taken in
 */
export async function allowedBetween(before: Contents, after: string, either = false): Promise<Allowed> {
  const rows = await rowsIn(join(after, 'induct.db'));
  const all = rows.map((row) => row.words);
  // A record in which nobody is is as good as none.
  const isNone = before.length === 0 || all.length === 0;
  if (either) return { steps: [before, all, ...(isNone ? [[...all, ...before].slice(0, 1)] : [])], whole: all };
  const ends = rows.flatMap(({ change }, place) => (rows[place + 1]?.change === change ? [] : [place + 1]));
  const whole = rows.map((row) => row.words);
  const later = ends.filter((length) => length > before.length).map((length) => whole.slice(0, length));
  return { steps: [before, ...later, whole], whole };
}

/** How a home is judged: what its record may hold, what the next command may end with, and what else there is to see. */
export type Judged = {
  readonly allowed: Allowed;
  /** What was wrong before the command, and may be so still while it is not acknowledged. */
  readonly wrongBefore?: readonly string[];
  readonly next?: (home: string) => Promise<string | null>;
  readonly also?: (home: string, acknowledged: boolean) => Promise<readonly string[]>;
  /** Does it all again, and says what is wrong then. */
  readonly again?: (home: string) => Promise<readonly string[]>;
};

/** What induct may leave in its folder, also where it was stopped: what begins with a dot is told and removed by `doctor`. */
const KNOWN =
  /^(induct\.db(-journal)?|cache|backups|print|settings\.json|local-list\.json|\.induct\.db\..*|\.[^/]+\.tmp(-journal)?)$/;

/**
 * What is wrong with a home after a fault, as far as anyone could tell: the next command does not just work, SQLite finds
 * damage, the digest or what is derived disagrees, half a change is there, an acknowledged one is not, or a backup is none.
 */
export async function wrongAfter(home: string, judged: Judged, acknowledged: boolean): Promise<string[]> {
  const { allowed, wrongBefore = [], next: carriesOn = runNext, also, again } = judged;
  const wrong: string[] = [];
  if (existsSync(home)) {
    const next = await carriesOn(home);
    if (next !== null && !(next.startsWith('3 ') && !acknowledged)) wrong.push(`the next command: ${next}`);
    const odd = readdirSync(home).filter((name) => !KNOWN.test(name));
    if (odd.length > 0) wrong.push(`left behind: ${odd.join(', ')}`);
  }
  const contents = await contentsOf(home);
  wrong.push(...(await damageIn(home)).filter((one) => acknowledged || !wrongBefore.includes(one)));
  for (const path of backupsOf(home)) wrong.push(...(await damageInFile(path)).map((one) => `${path}: ${one}`));
  const same = (step: Contents) => step.length === contents.length && step.every((one, n) => one === contents[n]);
  if (!allowed.steps.some(same)) wrong.push(`half a change: ${contents.length} events`);
  if (acknowledged && !same(allowed.whole)) wrong.push('acknowledged, and not there');
  if (also !== undefined) wrong.push(...(await also(home, acknowledged)));
  if (existsSync(join(home, 'induct.db-journal'))) wrong.push(...(await journalStays(home)));
  if (again !== undefined) wrong.push(...(await again(home)).map((one) => `again: ${one}`));
  return wrong;
}

function backupsOf(home: string): string[] {
  const folder = join(home, 'backups');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.db'))
    .map((name) => join(folder, name));
}

/** Runs a command. @returns null where it just works, else its exit code and what it says */
async function runNext(home: string): Promise<string | null> {
  return nextEnding([0])(home);
}

/** Runs the next command. @returns null where it ends with one of these */
export function nextEnding(exits: readonly number[]): (home: string) => Promise<string | null> {
  return async (home) => {
    const { exit, stderr } = await runInduct(['next', '--json'], { home });
    return exits.includes(exit) ? null : `${exit} ${stderr}`;
  };
}

/** A journal that was never synced is nothing to a reader; whoever writes next puts it away. */
async function journalStays(home: string): Promise<string[]> {
  const store = await Store.open(home, { create: false });
  store?.keepSetting('faults', 'a word');
  store?.close();
  return existsSync(join(home, 'induct.db-journal')) ? ['the journal stays'] : [];
}

/** What SQLite, the digest and a rebuild of what is derived find wrong with a record. */
export async function damageIn(home: string): Promise<string[]> {
  return damageInFile(join(home, 'induct.db'));
}

async function damageInFile(path: string): Promise<string[]> {
  if (!existsSync(path)) return [];
  const wrong: string[] = [];
  const database = await openDatabase(path, { fileMustExist: true });
  try {
    const whole = database.pragma('integrity_check', { simple: true });
    if (whole !== 'ok') wrong.push(`integrity: ${String(whole)}`);
    const ids = database.prepare('SELECT id FROM inductions').pluck().all() as string[];
    for (const id of ids) {
      wrong.push(...wrongWith(database, id));
      const rebuilt = JSON.stringify(foldAll(countingEvents(database, id)), sorted);
      if (JSON.stringify(progressTable(database, id), sorted) !== rebuilt) wrong.push('what is derived differs');
      wrong.push(...wrongEarlier(database, id));
    }
  } catch (error) {
    wrong.push((error as Error).message);
  } finally {
    database.close();
  }
  return wrong;
}

/** Objects with their keys in order, so that two can be compared as text. */
function sorted(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
