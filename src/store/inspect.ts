import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isProblem } from '../core/problem.ts';
import { UNWATCHED, type Watch } from '../core/watch.ts';
import { backupsIn } from './backup.ts';
import { checkDatabase, checkEntries, rebuildProgress } from './check.ts';
import { tellPlainly } from './errors.ts';
import { DATABASE_NAME, openHome, write } from './open.ts';
import { rewrite } from './redact-copies.ts';
import type { Database } from './sqlite.ts';
import { type Advice, lookAround, tidyUp } from './surroundings.ts';

/** One of the checks on which `doctor` ends with 4: what is wrong, empty for nothing. `mended`: --fix put it right. */
export type Check = {
  readonly id: 'database' | 'digest' | 'projection';
  readonly wrong: readonly string[];
  readonly mended: boolean;
};

/** Everything that can be found out about a home. */
export type Inspection = {
  readonly path: string;
  readonly there: boolean;
  readonly checks: readonly Check[];
  readonly advice: readonly (Advice & { readonly mended: boolean })[];
  readonly holders: number;
  readonly events: number;
  /** The real time of the newest entry, and of the newest copy; null where there is none. */
  readonly lastAt: string | null;
  readonly lastCopy: string | null;
  readonly copiedAway: string | null;
};

type Env = Readonly<Record<string, string | undefined>>;

/**
 * `fix` mends what is safe: what follows from the entries, who may read, what was left. `now`: the real time in UTC. `watch` is
 * told how many entries were checked.
 */
export type InspectOptions = { readonly fix: boolean; readonly now: string; readonly watch?: Watch };

const NOTHING = { holders: 0, events: 0, lastAt: null, copiedAway: null };

/**
 * Looks at everything: what SQLite says, every entry against the digests, what is so now against the entries, and the
 * folder around it.
 */
export async function inspect(home: string, env: Env, options: InspectOptions): Promise<Inspection> {
  const { fix, now } = options;
  const path = join(home, DATABASE_NAME);
  const around = lookAround(home, env, now);
  if (fix) tidyUp(around);
  const still = fix ? lookAround(home, env, now) : around;
  const advice = around.map((one) => ({ ...one, mended: fix && !still.some(({ id }) => id === one.id) }));
  const [newest] = backupsIn(home);
  const surroundings = { path, advice, lastCopy: newest?.day ?? null };
  if (!existsSync(path)) return { ...surroundings, ...NOTHING, there: false, checks: [] };
  let database: Database | null = null;
  try {
    database = await openHome(home, { create: false });
    if (database === null) return { ...surroundings, ...NOTHING, there: false, checks: [] };
    const checks = checksOf(database, options);
    // What was stopped while it removed words may have left parts of them in the file.
    if (fix && checks.every(({ wrong, mended }) => wrong.length === 0 || mended)) rewrite(database);
    return { ...surroundings, ...factsOf(database), there: true, checks };
  } catch (error) {
    const told = tellPlainly(error, path);
    if (!isProblem(told) || told.exitCode !== 4) throw told;
    return {
      ...surroundings,
      ...NOTHING,
      there: true,
      checks: [{ id: 'database', wrong: [told.message], mended: false }],
    };
  } finally {
    database?.close();
  }
}

/** The checks in their order; where SQLite itself finds damage, the others would only find the same. */
function checksOf(database: Database, { fix, watch = UNWATCHED }: InspectOptions): Check[] {
  const wrong = checkDatabase(database);
  if (wrong.length > 0) return [{ id: 'database', wrong, mended: false }];
  const { entries, progress } = checkEntries(database, { watch });
  const mended = fix && progress.length > 0;
  if (mended) write(database, () => rebuildProgress(database));
  return [
    { id: 'database', wrong, mended: false },
    { id: 'digest', wrong: entries, mended: false },
    { id: 'projection', wrong: progress, mended: mended && checkEntries(database).progress.length === 0 },
  ];
}

function factsOf(database: Database) {
  const one = (select: string) => database.prepare(select).pluck().get() as unknown;
  return {
    holders: one('SELECT count(*) FROM inductions') as number,
    events: one('SELECT count(*) FROM events') as number,
    lastAt: one('SELECT max(at) FROM events') as string | null,
    copiedAway: (one("SELECT value FROM settings WHERE key = 'copied-away'") as string | undefined) ?? null,
  };
}
