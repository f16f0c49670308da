import { join } from 'node:path';
import { FOLDER } from '../helpers/run-folder.ts';
import { COUNTS_FILE, sums } from './counts.ts';

/** Before the first test: a file for the counts. After the last: what they come to. */
export default function setup(): () => void {
  const file = join(process.env[FOLDER] ?? '.', 'counts');
  process.env[COUNTS_FILE] = file;
  return () => {
    for (const [what, number] of sums(file)) console.log(`${what}: ${number}`);
  };
}
