import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';

/** A file of a zip: its bytes, and the mode that unpacking gives it. */
export type Packed = { readonly bytes: Uint8Array; readonly mode: number };

/** The files of a zip by path, in the order they stand in it. */
export function filesIn(zip: Uint8Array): Map<string, Packed> {
  const modes = modesOf(zip);
  const files = Object.entries(unzipSync(zip));
  return new Map(files.map(([path, bytes], at) => [path, { bytes, mode: modes[at] ?? 0 }]));
}

/** Writes the files of a zip into a folder, as unzip and macOS do: with their modes. */
export function unpack(zip: Uint8Array, folder: string): void {
  for (const [path, { bytes, mode }] of filesIn(zip)) {
    const full = join(folder, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, bytes);
    chmodSync(full, mode & 0o777);
  }
}

const ENTRY = Buffer.from([0x50, 0x4b, 1, 2]);
const END = Buffer.from([0x50, 0x4b, 5, 6]);

/** The modes of a zip's files, from its list at the end (APPNOTE 4.3.12: external attributes, the upper half). */
function modesOf(zip: Uint8Array): number[] {
  const view = Buffer.from(zip.buffer, zip.byteOffset, zip.length);
  const end = view.lastIndexOf(END);
  const modes: number[] = [];
  for (let at = view.readUInt32LE(end + 16); at < end && view.subarray(at, at + 4).equals(ENTRY); ) {
    modes.push(view.readUInt16LE(at + 40));
    at += 46 + view.readUInt16LE(at + 28) + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  return modes;
}
