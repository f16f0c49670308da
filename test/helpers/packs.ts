import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CalendarInput } from '../../src/core/dates/index.ts';
import type { Pack } from '../../src/core/pack.ts';
import { FILES } from '../../src/packs/files.ts';
import type { Built, SectionName } from '../../src/packs/registry.ts';
import { temporaryFolder } from './folders.ts';
import { DATA, shippedLoader } from './shipped.ts';

/** A copy of the shipped list, to be changed. */
export function packCopy(): string {
  const folder = join(temporaryFolder(), 'pack');
  cpSync(DATA, folder, { recursive: true });
  return folder;
}

/** Changes one file of a pack; what is to be replaced must be there. */
export function edit(folder: string, file: string, change: (text: string) => string): string {
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`nothing changed in ${file}`);
  writeFileSync(path, after);
  return after;
}

/** Where a text begins in a file, as `line:column`, both from 1. It must be there once. */
export function placeOf(text: string, wanted: string): string {
  const parts = text.split(wanted);
  if (parts.length !== 2) throw new Error(`${JSON.stringify(wanted)} is there ${parts.length - 1} times`);
  const lines = (parts[0] ?? '').split(/\r\n|\n/);
  return `${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
}

/** The shipped list, whole. */
export function shipped(): Promise<Built> {
  return shippedLoader.load(...(Object.keys(FILES) as SectionName[])) as Promise<Built>;
}

/** What a plan is built from. */
export async function shippedPlan(): Promise<{ readonly pack: Pack; readonly bankHolidays: CalendarInput }> {
  const { steps, occasions, meetings, questions, people, bankHolidays } = await shipped();
  return { pack: { steps, occasions, meetings, questions, people }, bankHolidays };
}
