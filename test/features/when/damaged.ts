import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startHome } from '../../helpers/run.ts';

/** A home whose record cannot be read. */
export async function damaged(): Promise<string> {
  const home = await startHome();
  writeFileSync(join(home, 'induct.db'), 'this is no database');
  return home;
}
