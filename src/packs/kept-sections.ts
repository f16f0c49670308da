import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { sep } from 'node:path';
import type { PackStep } from '../core/pack.ts';
import { readSteps, writeSteps } from './kept-steps.ts';
import { AT_ONCE, readBytes, textOf } from './read-bytes.ts';

/** Changes with every build, so that a new program never trusts what an old one kept. */
declare const INDUCT_BUILD: string;
const BUILD = typeof INDUCT_BUILD === 'string' ? INDUCT_BUILD : 'source';

/** What makes a section of what was kept of it. */
export type Make = () => unknown;

/** A section, and the bytes that it is built from. */
export type Sourced<N extends string = string> = { readonly name: N; readonly source: Buffer };

/**
 * What was built from sections' files, kept in the cache folder beside the very bytes it was built from. Whatever does
 * not agree with itself or with the files as they are is as good as none, and none costs nothing but time.
 */
export type KeptSections = {
  /**
   * What makes the sections that were built from exactly these bytes; undefined where one is not known.
   * @param as the name they are kept under: a section's own, or that of several that are read together
   */
  readonly read: (as: string, sections: readonly Sourced[]) => Make[] | undefined;
  readonly keep: (as: string, sections: readonly (Sourced & { readonly built: unknown })[]) => void;
};

/** @param folders those that a section is read from, which keep it apart from others of the same name */
export function keptSections(cacheFolder: string, folders: readonly string[]): KeptSections {
  const begin = `${cacheFolder}${sep}list-${shortHash(folders.join('\0'))}-`;
  const fileOf = (as: string) => `${begin}${as}.txt`;
  return {
    read: (as, sections) => {
      try {
        return unpack(readBytes(fileOf(as), AT_ONCE), sections);
      } catch {
        return undefined;
      }
    },
    keep: (as, sections) => {
      const texts = sections.map(({ name, built }) => formOf(name).write(built));
      writeBeside(cacheFolder, fileOf(as), pack(sections, texts));
    },
  };
}

/**
 * First lines with the build, which sections these are and how long each source is; the sources; how long what was built of
 * each is, and all that as ASCII, twice. What a disk or an editor changed no longer agrees. Bytes are compared, since making
 * text of them takes ten times as long, and a checksum's module as long to load as all else here.
 */
function pack(sections: readonly Sourced[], texts: readonly string[]): Buffer {
  const body = `${texts.map((text) => text.length).join(' ')}\n${texts.join('')}`;
  const whole = Buffer.from(body);
  return Buffer.concat([headFor(sections), ...sections.map(({ source }) => source), whole, whole]);
}

function headFor(sections: readonly Sourced[]): Buffer {
  return Buffer.from(`${BUILD} ${sections.map(({ name, source }) => `${name} ${source.length}`).join(' ')}\n`);
}

/** More than 128 KB. */
const KEPT_APART = 132_000;

function unpack(kept: Buffer, sections: readonly Sourced[]): Make[] | undefined {
  let from = 0;
  for (const bytes of [headFor(sections), ...sections.map(({ source }) => source)]) {
    if (!kept.subarray(from, from + bytes.length).equals(bytes)) return undefined;
    from += bytes.length;
  }
  const length = (kept.length - from) / 2;
  if (length < 1 || !Number.isInteger(length)) return undefined;
  const middle = from + length;
  if (!kept.subarray(middle).equals(kept.subarray(from, middle))) return undefined;
  // With something of the sources before it, since V8 keeps a text of more than 128 KB apart. A smaller one would fill the
  // place where all that is new is put, and clearing that when it is full takes a thirtieth of a start.
  const before = Math.max(0, Math.min(from, middle - KEPT_APART));
  const text = textOf(kept, before, middle);
  let at = text.indexOf('\n', from - before) + 1;
  const lengths = text
    .slice(from - before, at)
    .split(' ')
    .map(Number);
  return sections.map(({ name }, index) => {
    const begin = at;
    at += lengths[index] ?? 0;
    const end = at;
    return () => formOf(name).read(text.slice(begin, end));
  });
}

/** How a section becomes a text, and is made of it again. */
type Form = { readonly write: (built: unknown) => string; readonly read: (text: string) => unknown };

const USUAL: Form = { write: inAscii, read: (text) => JSON.parse(text) };
const STEPS: Form = { write: (steps) => writeSteps(steps as readonly PackStep[], inAscii), read: readSteps };

function formOf(name: string): Form {
  return name === 'steps' ? STEPS : USUAL;
}

function inAscii(built: unknown): string {
  return JSON.stringify(built).replace(/[\u0080-\uffff]/g, escaped);
}

const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** FNV-1a, 32 bits: only keeps two folders' files apart; what is read is compared with its source in full. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash.toString(16);
}

function writeBeside(folder: string, file: string, bytes: Buffer): void {
  const beside = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    rmSync(beside, { force: true });
    writeFileSync(beside, bytes, { mode: 0o600, flag: 'wx' });
    renameSync(beside, file);
  } catch {
    quietlyRemove(beside);
  }
}

function quietlyRemove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // The cache's folder is no folder, or not ours: there is nothing to remove.
  }
}
