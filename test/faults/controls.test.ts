import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/store/sqlite.ts';
import { prepare } from '../contract/calls.ts';
import { ensureBuilt } from '../e2e/built.ts';
import { runChild } from '../e2e/child.ts';
import { temporaryFolder } from '../helpers/folders.ts';
import { runInduct, startHome } from '../helpers/run.ts';
import { environmentOf, judgedBy } from './judging.ts';
import { likeHome, without } from './program.ts';
import { callIn, recordingNamed } from './recording.ts';
import { wrongAfter } from './verdict.ts';

beforeAll(ensureBuilt);

/** What is told of a home that was spoilt by hand, as a fault would spoil it if nothing stood against it. */
async function toldOf(name: string, acknowledged: boolean, spoil: (home: string) => Promise<void> | void) {
  const recording = recordingNamed(name);
  const made = await recording.make();
  const clean = likeHome(made.home);
  const { INDUCT_TODAY: today = '' } = environmentOf(recording, clean);
  expect((await runInduct(callIn(clean, made), { home: clean, today })).exit).toBe(0);
  const { again: _, ...judged } = await judgedBy(recording, made, clean);
  expect(await wrongAfter(clean, judged, true)).toEqual([]);
  const home = likeHome(made.home);
  if (acknowledged) {
    rmSync(home, { recursive: true });
    cpSync(clean, home, { recursive: true });
  }
  await spoil(home);
  return (await wrongAfter(home, judged, acknowledged)).join('; ');
}

const cutInHalf = (path: string) => writeFileSync(path, readFileSync(path).subarray(0, 20_000));
const firstIn = (folder: string, kind: string): string =>
  join(folder, readdirSync(folder).find((name) => name.startsWith(kind)) ?? '');

describe('a verdict that can fail', () => {
  test('the record erased before its copies', async () => {
    const told = await toldOf('erase', false, (home) => rmSync(join(home, 'induct.db')));
    expect(told).toMatch(/can still be read in .*backups/);
  });

  test('something left by what is erased', async () => {
    expect(await toldOf('erase', true, (home) => mkdirAndWrite(join(home, 'settings.json')))).toMatch(/left: /);
  });

  test('half a backup under its name', async () => {
    const told = await toldOf('backup', true, (home) => cutInHalf(firstIn(join(home, 'backups'), 'by-hand')));
    expect(told).toMatch(/malformed|a backup that is none/);
  });

  test('half a file put out', async () => {
    const told = await toldOf('export into a file', false, (home) =>
      writeFileSync(join(dirname(home), 'record.json'), '{ "events": ['),
    );
    expect(told).toMatch(/record\.json is not whole/);
  });

  test('a restore without the record before it', async () => {
    const told = await toldOf('restore', true, (home) => rmSync(firstIn(join(home, 'backups'), 'before-restore')));
    expect(told).toMatch(/the record before the restore is nowhere/);
  });

  test('a damaged record that is not kept', async () => {
    const told = await toldOf('restore over what is damaged', true, (home) => rmSync(join(home, 'backups'), gone));
    expect(told).toMatch(/the damaged record is nowhere/);
  });

  test('words that a backup still holds', async () => {
    const told = await toldOf('redact', true, (home) => {
      mkdirSync(join(home, 'print'), { recursive: true });
      writeFileSync(join(home, 'print', 'page.html'), 'Canary-5d1f once');
    });
    expect(told).toMatch(/words are left in/);
  });

  test('half of what was taken in', async () => {
    const told = await toldOf('import', true, async (home) => {
      const database = await openDatabase(join(home, 'induct.db'));
      database.exec('DELETE FROM events WHERE seq = (SELECT max(seq) FROM events)');
      database.close();
    });
    expect(told).toMatch(/half a change/);
  });

  test('half a setting', async () => {
    const told = await toldOf('local use', false, (home) => writeFileSync(join(home, 'local-list.json'), '{"fold'));
    expect(told).toMatch(/half a setting/);
  });

  test('a holder taken in, and commands about another', async () => {
    const told = await toldOf('merge --new', true, async (home) => {
      const database = await openDatabase(join(home, 'induct.db'));
      database.exec(`UPDATE settings SET value = (SELECT id FROM inductions WHERE position = 1) WHERE key = 'current'`);
      database.close();
    });
    expect(told).toMatch(/another is current/);
  });
});

const gone = { recursive: true } as const;

function mkdirAndWrite(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '{}');
}

describe('a protection that counts', () => {
  const HEADS = 'SELECT id, position, events, digest FROM inductions WHERE id = coalesce(?, id) ORDER BY position';
  /** Nobody's entries are compared with their digest. */
  const unverified = () => without([HEADS, HEADS.replace(' ORDER', ' AND 0 ORDER')]);

  async function doctored(): Promise<string> {
    const home = await prepare([['note', '3.2', 'A call first']]);
    const database = await openDatabase(join(home, 'induct.db'));
    database.exec(`UPDATE events SET body = replace(body, 'A call', 'No call') WHERE type = 'noted'`);
    database.close();
    return home;
  }

  test('a copy in which a value was changed is refused; without verifying it is taken', async () => {
    const file = join(temporaryFolder(), 'copy.db');
    renameSync(join(await doctored(), 'induct.db'), file);
    const home = likeHome(await startHome());
    expect((await runChild(['restore', file], { home })).exit).toBe(4);
    expect((await runChild(['restore', file], { home, bin: unverified() })).exit).toBe(0);
  });

  test('a value changed behind its back is told; without its digest it is not', async () => {
    const home = likeHome(await doctored());
    expect((await runChild(['doctor'], { home })).exit).toBe(4);
    expect((await runChild(['doctor'], { home, bin: unverified() })).exit).toBe(0);
  });

  test('what is removed is cleared; without secure_delete it stays in the file', async () => {
    const left = async (bin?: string) => {
      const home = likeHome(await startHome());
      await runChild(['note', '3.2', `${'A word. '.repeat(900)}Canary-77aa`], {
        home,
        ...(bin !== undefined && { bin }),
      });
      await runChild(['redact', 'last', '--confirm', 'redact'], { home, ...(bin !== undefined && { bin }) });
      return readFileSync(join(home, 'induct.db')).includes('Canary-77aa');
    };
    expect(await left()).toBe(false);
    // The file is written anew as well: both must be out before anything is left.
    const bin = without(['secure_delete = ON', 'secure_delete = OFF'], ['.exec("VACUUM")', '.exec("SELECT 1")']);
    expect(await left(bin)).toBe(true);
  });

  test('a file that is there is not written over; without looking it is', async () => {
    const path = join(temporaryFolder(), 'record.json');
    const home = likeHome(await startHome());
    const exportTo = async (bin?: string) => {
      writeFileSync(path, 'mine');
      await runChild(['export', '--output', path], { home, ...(bin !== undefined && { bin }) });
      return readFileSync(path, 'utf8') === 'mine';
    };
    expect(await exportTo()).toBe(true);
    expect(existsSync(path)).toBe(true);
    expect(
      await exportTo(without([/throwIfNoEntry:!1\}\);if\((\w)!==void 0\)\{/g, 'throwIfNoEntry:!1});if(0){'])),
    ).toBe(false);
  });
});
