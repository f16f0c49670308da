import { join } from 'node:path';
import { draft } from '../../src/core/events.ts';
import { openDatabase } from '../../src/store/sqlite.ts';
import { programFile } from '../helpers/processes.ts';
import { startHome } from '../helpers/run.ts';

/**
 * A record of this version with rows in it, and a program that brings it up to one that does not exist yet, through the
 * very migration that a newer induct would run.
 */
export async function migrating(): Promise<{ readonly file: string; readonly template: string }> {
  const template = await startHome({
    drafts: [draft('done', 'dcs.vision', 'Vision', '2026-05-21', { was: 'todo' })],
  });
  const database = await openDatabase(join(template, 'induct.db'));
  database.exec(`INSERT INTO settings VALUES ('schema-word', 'one')`);
  database.close();
  const file = programFile(`
    import { join } from 'node:path';
    import { isProblem } from './src/core/problem.ts';
    import { tellPlainly } from './src/store/errors.ts';
    import { migrate } from './src/store/migrate.ts';
    import { MIGRATIONS } from './src/store/migrations.ts';
    import { openHome } from './src/store/open.ts';
    const NEXT = \`
      ALTER TABLE inductions ADD COLUMN faults_word TEXT;
      UPDATE inductions SET faults_word = 'two';
      CREATE TABLE faults_events AS SELECT * FROM events;
      UPDATE settings SET value = 'two' WHERE key = 'schema-word';
      \`;
    const home = process.env.INDUCT_HOME;
    const path = join(home, 'induct.db');
    const main = async () => {
      const database = await openHome(home, { create: false });
      migrate(database, path, MIGRATIONS.length, [...MIGRATIONS, NEXT]);
      const word = database.prepare("SELECT value FROM settings WHERE key = 'schema-word'").pluck().get();
      if (word !== 'two') throw new Error(word);
      database.close();
      process.stdout.write('brought up\\n');
    };
    main().catch((error) => {
      const told = tellPlainly(error, path);
      process.stderr.write(told.message + '\\n');
      process.exitCode = isProblem(told) ? told.exitCode : 1;
    });
  `);
  return { file, template };
}
