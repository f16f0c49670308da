import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import { FOLDER } from './run-folder.ts';

const left = new Set<string>();

afterAll(() => {
  for (const folder of left) remove(folder);
});

/** A new, empty folder that is gone when the test is over, or the file of tests where no test is running. */
export function temporaryFolder(): string {
  const folder = make();
  try {
    onTestFinished(() => remove(folder));
  } catch {
    left.add(folder);
  }
  return folder;
}

/** A new, empty folder that is gone when all tests of the file are over. */
export function folderOfFile(): string {
  const folder = make();
  left.add(folder);
  return folder;
}

function make(): string {
  return mkdtempSync(join(process.env[FOLDER] ?? tmpdir(), 'induct-test-'));
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
