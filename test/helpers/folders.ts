import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { FOLDER } from './run-folder.ts';

/** A new, empty folder that is gone when the test is over, or the whole run where no test is running. */
export function temporaryFolder(): string {
  const folder = folderOfRun();
  try {
    onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  } catch {
    // No test is running: several will use it.
  }
  return folder;
}

/** A new, empty folder that is gone when the whole run is over (whole-run.ts): files of tests may share what lies in it. */
export function folderOfRun(): string {
  return mkdtempSync(join(process.env[FOLDER] ?? tmpdir(), 'induct-test-'));
}
