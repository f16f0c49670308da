import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, test } from 'vitest';
import { MIGRATIONS } from '../../src/store/migrations.ts';
import { openDatabase } from '../../src/store/sqlite.ts';
import { temporaryFolder } from '../helpers/folders.ts';
import { program } from '../helpers/processes.ts';
import { countingEvents, foldAll, openBehind, openStore, progressTable, wrongWith } from '../helpers/record.ts';
import { startHome } from '../helpers/run.ts';

const PROCESSES = 8;
const EACH = 25;
const numbers = Array.from({ length: PROCESSES }, (_, index) => String(index));

const writer = program(`
  import { draft } from './src/core/events.ts';
  import { Stale } from './src/core/stale.ts';
  import { Store } from './src/store/store.ts';
  const [home, name, times] = process.argv.slice(2);
  const stamp = { by: 'officer', at: '2026-05-20T10:00:00.000Z' };
  const main = async () => {
    const store = await Store.open(home, { create: true });
    const induction = store.current() ?? store.create(stamp);
    for (let n = 0; n < Number(times); ) {
      const { version } = store.snapshot(induction);
      const drafts = [
        draft('done', \`dcs.a\${n % 5}\`, 'A', '2026-05-21', { was: 'todo' }),
        draft('noted', \`dcs.a\${n % 5}\`, 'A', '2026-05-21', { text: \`\${name} \${n}\`, private: false }),
      ];
      try {
        store.append(induction, drafts, stamp, version);
        n += 1;
        process.stdout.write(\`\${name} \${n}\\n\`);
      } catch (error) {
        if (!(error instanceof Stale)) throw error;
      }
    }
    store.close();
  };
  main().catch((error) => { console.error(error); process.exitCode = 1; });
`);

describe('several processes at once', () => {
  test('make one database', async () => {
    for (let round = 0; round < 3; round += 1) {
      const home = join(temporaryFolder(), 'new');
      await Promise.all(numbers.map((name) => writer.run(home, name, '0')));
      expect(readdirSync(home)).toEqual(['induct.db']);
      const store = await openStore(home);
      const database = await openBehind(home);
      expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(store.count()).toBeGreaterThanOrEqual(1);
      for (const { id } of store.inductions()) expect(wrongWith(database, id)).toEqual([]);
    }
  });

  test('append to one induction, and every change is kept', async () => {
    const home = await startHome();
    await Promise.all(numbers.map((name) => writer.run(home, name, String(EACH))));
    const store = await openStore(home);
    const database = await openBehind(home);
    const induction = store.current() ?? '';
    const texts = [...store.notes(induction).values()].flat().map((note) => note.text);
    const expected = numbers.flatMap((name) => Array.from({ length: EACH }, (_, n) => `${name} ${n}`));
    expect(texts.sort()).toEqual(expected.sort());
    expect(store.snapshot(induction).version).toBe(5 + 2 * PROCESSES * EACH);
    expect(wrongWith(database, induction)).toEqual([]);
    expect(progressTable(database, induction)).toEqual(foldAll(countingEvents(database, induction)));
  });

  test('bring an older file up once', async () => {
    const home = await startHome();
    const database = await openDatabase(join(home, 'induct.db'));
    // Of version 0, as far as anyone can tell, with the tables still to be made.
    for (const table of ['earlier', 'progress', 'events', 'inductions', 'settings'])
      database.exec(`DROP TABLE ${table}`);
    database.pragma('user_version = 0');
    database.close();
    await Promise.all(numbers.map((name) => writer.run(home, name, '0')));
    const after = await openBehind(home);
    expect(after.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
    expect(after.pragma('integrity_check', { simple: true })).toBe('ok');
    const copies = readdirSync(join(home, 'backups'));
    expect(copies.length).toBeGreaterThan(0);
    expect(copies.filter((name) => !/^before-version-1-.*\.db$/.test(name))).toEqual([]);
  });
});

test('killed at any moment, nothing that was acknowledged is lost', async () => {
  const home = await startHome();
  const acknowledged: string[] = [];
  for (let round = 1; round <= 8; round += 1) {
    const child = writer.start(home, `r${round}`, '1000');
    const exited = new Promise((resolve) => child.once('exit', resolve));
    if (child.stdout === null) throw new Error('no output');
    for await (const line of createInterface({ input: child.stdout })) {
      const [name, n] = line.split(' ');
      acknowledged.push(`${name} ${Number(n) - 1}`);
      if (Number(n) === round * 3) child.kill('SIGKILL');
    }
    await exited;
  }
  const store = await openStore(home);
  const database = await openBehind(home);
  const induction = store.current() ?? '';
  const texts = new Set([...store.notes(induction).values()].flat().map((note) => note.text));
  expect(acknowledged.length).toBeGreaterThanOrEqual(8 * 3);
  expect(acknowledged.filter((text) => !texts.has(text))).toEqual([]);
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(wrongWith(database, induction)).toEqual([]);
  expect(progressTable(database, induction)).toEqual(foldAll(countingEvents(database, induction)));
});
