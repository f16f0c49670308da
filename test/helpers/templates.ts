import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './folders.ts';

/** What lies in a home, each by its path there; null for a folder, which comes before what is in it. */
type Files = ReadonlyMap<string, Buffer | null>;

const templates = new Map<string, Promise<Files>>();

/**
 * A home that is made once in a process of tests, and copied for whoever wants the same again, ids and all: making one
 * takes some twenty times as long.
 * @param key what the home is made of
 */
export async function fromTemplate(key: string, make: () => Promise<string>): Promise<string> {
  const known = templates.get(key);
  if (known !== undefined) return copyOf(await known);
  const made = make();
  templates.set(
    key,
    made.then((home) => new Map(filesIn(home))),
  );
  const home = await made;
  await templates.get(key);
  return home;
}

function filesIn(home: string, folder = ''): (readonly [string, Buffer | null])[] {
  return readdirSync(join(home, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return [[path, null] as const, ...filesIn(home, path)];
    return [[path, readFileSync(join(home, path))] as const];
  });
}

function copyOf(files: Files): string {
  const home = temporaryFolder();
  chmodSync(home, 0o700);
  for (const [path, bytes] of files) {
    if (bytes === null) mkdirSync(join(home, path), { mode: 0o700 });
    else writeFileSync(join(home, path), bytes, { mode: 0o600 });
  }
  return home;
}
