import { lstatSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';
import { Problem } from '../../core/problem.ts';

/** The setting's file, in the folder of the record: it holds when there is no record yet, and when it is damaged. */
export const SETTING = 'local-list.json';

/**
 * The folder of the council's own list that is kept; null where there is none.
 * @throws Problem (4) for a setting that is not as it was written
 */
export function keptFolder(home: string): string | null {
  const file = `${home}${sep}${SETTING}`;
  let text: string;
  try {
    // Nearly nobody has one, and an error that is caught costs as much as all else here.
    if (lstatSync(file, { throwIfNoEntry: false }) === undefined) return null;
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new Problem(4, `${file} cannot be read: ${message}`);
  }
  const folder = folderIn(text);
  if (folder !== null) return folder;
  throw new Problem(
    4,
    `${file} is damaged, so it is not known where the council's own list lies.`,
    'Name the folder again, or go without it: induct local use --none',
  );
}

function folderIn(text: string): string | null {
  try {
    const { folder } = JSON.parse(text) as { folder?: unknown };
    return typeof folder === 'string' ? folder : null;
  } catch {
    return null;
  }
}
