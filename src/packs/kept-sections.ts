import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Changes with every build, so that a new program never trusts what an old one kept. */
declare const INDUCT_BUILD: string;
const BUILD = typeof INDUCT_BUILD === 'string' ? INDUCT_BUILD : 'source';

/**
 * What was built from a section's files, kept in the cache folder beside the very bytes it was built from. Whatever does
 * not agree with itself or with the files as they are is as good as none, and none costs nothing but time.
 */
export type KeptSections = {
  /** What makes the section that was built from exactly these bytes; undefined where that is not known. */
  readonly read: (name: string, source: Buffer) => (() => unknown) | undefined;
  readonly keep: (name: string, source: Buffer, built: unknown) => void;
};

/** @param folders those that a section is read from, which keep it apart from others of the same name */
export function keptSections(cacheFolder: string, folders: readonly string[]): KeptSections {
  const begins = join(cacheFolder, `list-${shortHash(folders.join('\0'))}-`);
  const fileOf = (name: string) => `${begins}${name}.txt`;
  return {
    read: (name, source) => {
      try {
        return unpack(readFileSync(fileOf(name)), source);
      } catch {
        return undefined;
      }
    },
    keep: (name, source, built) => writeBeside(cacheFolder, fileOf(name), pack(source, built)),
  };
}

const headFor = (source: Buffer) => `${BUILD} ${source.length}\n`;

/**
 * A first line with the build and how long the source is, then the source, then what was built from it as ASCII, twice.
 * What a disk or an editor changed no longer agrees. Bytes are compared, since making text of them takes ten times as
 * long, and a checksum's module as long to load as all else here.
 */
function pack(source: Buffer, built: unknown): Buffer {
  const ascii = Buffer.from(JSON.stringify(built).replace(/[\u0080-\uffff]/g, escaped));
  return Buffer.concat([Buffer.from(headFor(source)), source, ascii, ascii]);
}

function unpack(kept: Buffer, source: Buffer): (() => unknown) | undefined {
  const head = headFor(source);
  const from = head.length + source.length;
  const length = (kept.length - from) / 2;
  if (length < 1 || !Number.isInteger(length) || kept.toString('latin1', 0, head.length) !== head) return undefined;
  if (!kept.subarray(head.length, from).equals(source)) return undefined;
  const built = kept.subarray(from, from + length);
  return built.equals(kept.subarray(from + length)) ? () => JSON.parse(built.toString('latin1')) : undefined;
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
