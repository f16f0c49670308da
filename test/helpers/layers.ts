import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packLoader } from '../../src/packs/load.ts';
import { checkList } from '../../src/packs/local/local-list.ts';
import type { Built, SectionName } from '../../src/packs/registry.ts';
import { folderOfRun, temporaryFolder } from './folders.ts';
import { readOnce } from './read-once.ts';
import { DATA } from './shipped.ts';

/** A council's own list, made of the files given. */
export function layerOf(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const cache = folderOfRun();

/** Sections of the shipped list with layers on top. */
export function layered<N extends SectionName>(layers: readonly string[], ...names: N[]): Promise<Pick<Built, N>> {
  return packLoader(DATA, cache, { layers, read: readOnce }).load(...names);
}

/** What is told about a council's own list, without its folder; empty when nothing is wrong. */
export async function mistakesOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const folder = layerOf(files);
  try {
    await checkList(folder, { base: DATA, read: readOnce });
    return [];
  } catch (error) {
    const lines = (error as Error).message.replaceAll(`${folder}/`, '').split('\n');
    return lines.slice(1);
  }
}

/** The examples of a list, without the # that they stand behind. */
export function uncommented(text: string): string {
  return text.replace(/^#(?! \S)/gm, '');
}
