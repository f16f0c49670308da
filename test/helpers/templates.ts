import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './folders.ts';

/** The files of a home by name; null for one that holds folders, which is made anew every time. */
type Files = ReadonlyMap<string, Buffer> | null;

const templates = new Map<string, Promise<Files>>();

/**
 * A home that is made once in a process of tests, and copied for whoever wants the same again: making one takes some
 * twenty times as long.
 * @param key what the home is made of
 */
export async function fromTemplate(key: string, make: () => Promise<string>): Promise<string> {
  const known = templates.get(key);
  if (known !== undefined) {
    const files = await known;
    return files === null ? make() : copyOf(files);
  }
  const made = make();
  templates.set(key, made.then(filesOf));
  const home = await made;
  await templates.get(key);
  return home;
}

function filesOf(home: string): Files {
  const entries = readdirSync(home, { withFileTypes: true });
  if (entries.some((entry) => !entry.isFile())) return null;
  return new Map(entries.map(({ name }) => [name, readFileSync(join(home, name))]));
}

function copyOf(files: ReadonlyMap<string, Buffer>): string {
  const home = temporaryFolder();
  chmodSync(home, 0o700);
  for (const [name, bytes] of files) writeFileSync(join(home, name), bytes, { mode: 0o600 });
  return home;
}
