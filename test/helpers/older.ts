import { openDatabase } from '../../src/store/sqlite.ts';

/** Makes a record, or a copy of one, what version 1 wrote: all of it, and no earlier states. */
export async function toVersionOne(path: string): Promise<void> {
  const database = await openDatabase(path, { fileMustExist: true });
  database.exec('DROP TABLE earlier; PRAGMA user_version = 1; VACUUM');
  database.close();
}
