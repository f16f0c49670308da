import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../src/store/sqlite.ts';
import { prepare } from '../contract/calls.ts';
import { A_MONTH } from '../contract/screens.ts';
import { ensureBuilt } from '../e2e/built.ts';
import { temporaryFolder } from '../helpers/folders.ts';
import { runInduct, startHome } from '../helpers/run.ts';
import { count, howMany } from './counts.ts';
import { BIN, likeHome } from './program.ts';
import { callsIn, HAS_STRACE, inject, strace, WRITING } from './strace.ts';
import { allowedBetween, contentsOf, damageIn, wrongAfter } from './verdict.ts';

const FILES = howMany('FAULTS_DAMAGE', 800, 120);

/** A simple generator, so that a damage that fails can be made again. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Everything that was recorded and what is derived from it, as SQLite reads it; null where it can not. */
async function valuesOf(home: string): Promise<string | null> {
  try {
    const database = await openDatabase(join(home, 'induct.db'), { fileMustExist: true });
    try {
      const events = database.prepare('SELECT * FROM events ORDER BY seq').all();
      const heads = database.prepare('SELECT id, events, hex(digest) FROM inductions ORDER BY id').all();
      const progress = database.prepare('SELECT * FROM progress ORDER BY induction, kind, subject').all();
      const earlier = database.prepare('SELECT * FROM earlier ORDER BY induction, kind, subject, seq').all();
      return JSON.stringify([events.map((row) => Object.values(row as object).slice(1)), heads, progress, earlier]);
    } finally {
      database.close();
    }
  } catch {
    return null;
  }
}

/** With so much about one action that there is a state to fold from. */
const LONGER = [...A_MONTH, ...Array.from({ length: 20 }, (_, index) => ['note', '3.2', `Call ${index}`])];

beforeAll(ensureBuilt);

test('bytes changed at random: every command tells it or is right, and what is recorded differs from nothing unnoticed', async () => {
  const whole = await prepare(LONGER);
  const bytes = readFileSync(join(whole, 'induct.db'));
  const values = await valuesOf(whole);
  const home = await startHome();
  const random = numbers(Number(process.env.FAULTS_SEED ?? 7));
  const wrong: string[] = [];
  let changed = 0;
  for (let round = 0; round < FILES; round += 1) {
    const damaged = Buffer.from(bytes);
    const many = [1, 16, 64, 512][round % 4] ?? 1;
    const from = random(damaged.length - many);
    for (let n = 0; n < many; n += 1) damaged[from + n] = random(256);
    writeFileSync(join(home, 'induct.db'), damaged);
    const run = await runInduct(['status', '--all', '--json'], { home });
    if (run.exit !== 0 && run.exit !== 4) wrong.push(`${many} bytes at ${from}: exit ${run.exit} ${run.stderr}`);
    if (run.exit === 4 && !/damaged|another program|newer version/.test(run.stderr))
      wrong.push(`${many} bytes at ${from}: ${run.stderr}`);
    if (!readFileSync(join(home, 'induct.db')).equals(damaged))
      wrong.push(`${many} bytes at ${from}: the file was changed`);
    if ((await valuesOf(home)) === values) continue;
    changed += 1;
    const found = await damageIn(home).catch((error: Error) => [error.message]);
    if (found.length === 0) wrong.push(`${many} bytes at ${from}: a value differs, and nothing tells it`);
  }
  console.log(`${FILES} damaged files, in ${changed} of which a recorded value had changed or could not be read.`);
  count('damaged files told', FILES - wrong.length);
  count('lost', wrong.length);
  expect(wrong).toEqual([]);
  expect(changed).toBeGreaterThan(FILES / 10);
});

test('a value changed behind its back is found from the digest or from what is derived', async () => {
  const whole = await prepare(LONGER);
  const CHANGES = [
    `UPDATE events SET body = replace(body, 'A call', 'No call') WHERE type = 'noted'`,
    `UPDATE events SET on_date = '2026-05-19' WHERE type = 'done'`,
    `UPDATE events SET recorded_by = 'officer'`,
    `UPDATE events SET subject = 'dcs.vision' WHERE type = 'done'`,
    `DELETE FROM events WHERE seq = (SELECT max(seq) FROM events)`,
    `DELETE FROM events WHERE type = 'skipped'; UPDATE inductions SET events = (SELECT count(*) FROM events)`,
    `UPDATE progress SET state = replace(state, '2026-05-21', '2026-05-20')`,
    `DELETE FROM progress WHERE kind = 'action'`,
    `UPDATE earlier SET state = json_set(state, '$.title', 'Another')`,
    `UPDATE inductions SET digest = randomblob(32)`,
  ];
  for (const change of CHANGES) {
    const home = likeHome(whole);
    expect(await damageIn(home)).toEqual([]);
    const database = await openDatabase(join(home, 'induct.db'));
    database.exec(change);
    database.close();
    expect([change, (await damageIn(home)).length > 0]).toEqual([change, true]);
    count('damaged files told', 1);
  }
});

test('a journal left by a kill is played back; without it the damage is found', { skip: !HAS_STRACE }, async () => {
  const template = await startHome();
  const argv = ['ask', '6', '--of', 'the office', '--yes'];
  const clean = likeHome(template);
  const { log } = await strace(['-e', `trace=${WRITING.join()}`], BIN, argv, { INDUCT_HOME: clean });
  const allowed = await allowedBetween(await contentsOf(template), clean);
  const writes = callsIn(log).get('pwrite64') ?? 0;
  let found = 0;
  for (let n = writes; n > writes - 12; n -= 1) {
    const home = likeHome(template);
    await strace(inject('pwrite64', 'kill -9', n), BIN, argv, { INDUCT_HOME: home });
    const path = join(home, 'induct.db');
    expect(existsSync(`${path}-journal`)).toBe(true);
    const torn = join(temporaryFolder(), 'torn');
    cpSync(home, torn, { recursive: true });
    rmSync(join(torn, 'induct.db-journal'));

    expect(await wrongAfter(home, { allowed }, false)).toEqual([]);
    expect(existsSync(`${path}-journal`)).toBe(false);
    expect(await contentsOf(home)).toEqual(await contentsOf(template));

    // Whoever takes the journal away takes the way back with it: that is told, or nothing had been written yet.
    const same = readFileSync(join(torn, 'induct.db')).equals(readFileSync(join(template, 'induct.db')));
    const damage = await damageIn(torn);
    if (!same) expect(damage).not.toEqual([]);
    if (damage.length > 0) found += 1;
    count('damaged files told', 1);
  }
  expect(found).toBeGreaterThan(5);
});
