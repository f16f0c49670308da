import { atFault, isProblem, Problem } from '../core/problem.ts';
import { onOneLine } from '../core/shown.ts';

/** What a person is told when SQLite or the file system refuses; other errors come back as they are. */
export function tellPlainly(error: unknown, file: string): unknown {
  const path = onOneLine(file);
  if (isProblem(error)) return error;
  // What was written as JSON is no JSON any more.
  if (error instanceof SyntaxError) return damaged(path);
  const code = (error as { code?: unknown }).code;
  if (typeof code !== 'string') return error;
  if (code.startsWith('SQLITE_BUSY') || code === 'SQLITE_LOCKED') return busy();
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return damaged(path);
  // The names of our tables and columns are written in the file itself.
  if (code === 'SQLITE_ERROR' && /^no such (table|column)/.test((error as Error).message)) return damaged(path);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') {
    return atFault(
      'There is no space left on this disk. Your change was not saved.',
      'Free some space, then try again.',
    );
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return atFault(`${path} may not be opened by you. Nothing was saved.`, 'Check who owns the file and its folder.');
  }
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS') {
    return atFault(`${path} may not be written. Your change was not saved.`, 'Check who owns the file and its folder.');
  }
  if (code === 'EEXIST' || code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR' || code === 'ELOOP') {
    return atFault(`${path} cannot be opened: a part of its path is no folder.`, 'Move what is in the way.');
  }
  if (code.startsWith('SQLITE_CANTOPEN')) {
    return atFault(`${path} cannot be opened.`, 'Check that its folder exists and that you may read and write in it.');
  }
  if (code === 'SQLITE_IOERR_DIR_FSYNC') {
    // SQLite syncs the folder before it writes, and again when all is written: which it was cannot be told.
    return atFault(
      `The disk failed while ${path} was written. Your change may be there or not.`,
      'Look with induct history before you record it again.',
    );
  }
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO') {
    return atFault(`The disk failed while ${path} was read or written. Your change was not saved.`);
  }
  return error;
}

/** Another process holds the database: exit code 5. */
export function busy(): Problem {
  return new Problem(
    5,
    'Another induct is writing to the record. Nothing was saved.',
    'Wait a moment, then try again.',
  );
}

/** The file is no longer what was written: it is left exactly as it is. */
export function damaged(path: string): Problem {
  const problem = atFault(
    `The record is damaged: ${onOneLine(path)}. It was left as it is.`,
    'What is wrong: induct doctor. To put a backup in its place: induct restore',
  );
  return Object.assign(problem, { isDamaged: true });
}

/** True for what `damaged` made. */
export function isDamaged(error: unknown): boolean {
  return isProblem(error) && (error as { isDamaged?: unknown }).isDamaged === true;
}
