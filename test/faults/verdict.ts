import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../src/store/sqlite.ts';
import { Store } from '../../src/store/store.ts';
import { countingEvents, foldAll, progressTable, wrongWith } from '../helpers/record.ts';
import { runInduct } from '../helpers/run.ts';

/** What a record holds, in order: its version, and every event without what is different each time. */
export type Contents = readonly string[];

/** What a record may hold after a command: what it held before, and what it holds after each transaction. */
export type Allowed = { readonly steps: readonly Contents[]; readonly whole: Contents };

/** What a record holds; nothing where there is none. */
export async function contentsOf(home: string): Promise<Contents> {
  return (await rowsOf(home)).map(({ words }) => words);
}

type Row = { readonly words: string; readonly change: string | null };

async function rowsOf(home: string): Promise<readonly Row[]> {
  const path = join(home, 'induct.db');
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

/** What is allowed after a command, from a home before it and the home that a run without faults left. */
export async function allowedBetween(before: Contents, after: string): Promise<Allowed> {
  const rows = await rowsOf(after);
  const ends = rows.flatMap(({ change }, place) => (rows[place + 1]?.change === change ? [] : [place + 1]));
  const whole = rows.map((row) => row.words);
  const later = ends.filter((length) => length > before.length).map((length) => whole.slice(0, length));
  return { steps: [before, ...later, whole], whole };
}

/**
 * What is wrong with a home after a fault, as far as anyone could tell: the next command does not just work, SQLite finds
 * damage, the digest or what is derived disagrees, half a change is there, or an acknowledged one is not.
 * @param carriesOn runs the next command; null where it just works
 */
export async function wrongAfter(
  home: string,
  allowed: Allowed,
  acknowledged: boolean,
  carriesOn = runNext,
): Promise<string[]> {
  const wrong: string[] = [];
  if (existsSync(home)) {
    const next = await carriesOn(home);
    if (next !== null && !(next.startsWith('3 ') && !acknowledged)) wrong.push(`the next command: ${next}`);
    const odd = readdirSync(home).filter(
      (name) => !/^(induct\.db(-journal)?|cache|backups|\.induct\.db\..*)$/.test(name),
    );
    if (odd.length > 0) wrong.push(`left behind: ${odd.join(', ')}`);
  }
  wrong.push(...(await damageIn(home)));
  const contents = await contentsOf(home).catch((error: Error) => [error.message]);
  const same = (step: Contents) => step.length === contents.length && step.every((one, n) => one === contents[n]);
  if (!allowed.steps.some(same)) wrong.push(`half a change: ${contents.length} events`);
  if (acknowledged && !same(allowed.whole)) wrong.push('acknowledged, and not there');
  if (existsSync(join(home, 'induct.db-journal'))) wrong.push(...(await journalStays(home)));
  return wrong;
}

/** Runs a command. @returns null where it just works, else its exit code and what it says */
async function runNext(home: string): Promise<string | null> {
  const { exit, stderr } = await runInduct(['next', '--json'], { home });
  return exit === 0 ? null : `${exit} ${stderr}`;
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
  const path = join(home, 'induct.db');
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
