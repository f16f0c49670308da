import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';

/** One system call of a traced run, in order, as far as a disk is concerned. */
export type Call =
  | {
      readonly name: 'open';
      readonly fd: number;
      readonly path: string;
      readonly truncates: boolean;
      readonly creates: boolean;
    }
  | { readonly name: 'close' | 'fsync'; readonly fd: number }
  | { readonly name: 'write'; readonly fd: number; readonly bytes: Buffer; readonly at: number | null }
  | { readonly name: 'ftruncate'; readonly fd: number; readonly length: number }
  | { readonly name: 'unlink' | 'rmdir' | 'mkdir'; readonly path: string }
  | { readonly name: 'link' | 'rename'; readonly path: string; readonly to: string };

/** What strace is to write so that `callsOf` can read it. */
export const TRACE = [
  '-xx',
  '-s',
  '1000000',
  '-e',
  'trace=openat,close,pwrite64,write,fsync,fdatasync,ftruncate,unlink,rmdir,mkdir,link,rename',
];

/** The calls of a log that succeeded. */
export function callsOf(log: string): Call[] {
  return log.split('\n').flatMap((line): Call[] => {
    const [, name = '', inside = '', result = ''] = /^(\w+)\((.*)\)\s+= (-?\d+)/.exec(line) ?? [];
    if (name === '' || result.startsWith('-')) return [];
    const texts = [...inside.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, hex = '']) =>
      Buffer.from(hex.replaceAll('\\x', ''), 'hex'),
    );
    const [path = '', to = ''] = texts.map(String);
    const numbers = inside
      .replace(/"[^"]*"/g, '')
      .split(',')
      .map(Number);
    const [fd = -1, length = 0] = numbers;
    switch (name) {
      case 'openat':
        return [
          {
            name: 'open',
            fd: Number(result),
            path,
            truncates: /O_TRUNC/.test(inside),
            creates: /O_CREAT/.test(inside),
          },
        ];
      case 'close':
        return [{ name, fd }];
      case 'fsync':
      case 'fdatasync':
        return [{ name: 'fsync', fd }];
      case 'pwrite64':
        return [{ name: 'write', fd, bytes: texts[0] ?? Buffer.alloc(0), at: numbers.at(-1) ?? 0 }];
      case 'write':
        return [{ name, fd, bytes: texts[0] ?? Buffer.alloc(0), at: null }];
      case 'ftruncate':
        return [{ name, fd, length }];
      case 'unlink':
      case 'rmdir':
      case 'mkdir':
        return [{ name, path }];
      case 'link':
      case 'rename':
        return [{ name, path, to }];
      default:
        return [];
    }
  });
}

type Change = { readonly at: number; readonly bytes: Buffer } | { readonly length: number };
/** A file or a folder: what of it is on the disk for good, and what the system may still write, or not. */
type Node = {
  readonly isFolder: boolean;
  safe: Buffer;
  pending: Change[];
  entries: Map<string, Node>;
  pendingEntries: (readonly [name: string, node: Node | null])[];
};

/**
 * A disk as POSIX promises it, and no better: bytes are safe once their file is synced, names once their folder is. What is
 * not may be there or not after the power went, each piece for itself.
 */
export class Disk {
  readonly #root = folder();
  readonly #base: string;
  readonly #open = new Map<number, { readonly node: Node | null; place: number }>();

  /**
   * @param base the only folder looked at; its parent is there for good
   * @param files what lies in it, for good, by path, a folder without bytes; null where the folder itself is not there
   */
  constructor(base: string, files: ReadonlyMap<string, Buffer | null> | null) {
    this.#base = base;
    if (files === null) return;
    this.#root.entries.set(basename(base), folder());
    for (const [path, bytes] of files) {
      const names = relative(dirname(base), path).split(sep);
      const last = names.pop() ?? '';
      const parent = names.reduce((above, name) => {
        const below = above.entries.get(name) ?? folder();
        above.entries.set(name, below);
        return below;
      }, this.#root);
      if (bytes !== null) parent.entries.set(last, file(bytes));
      else if (!parent.entries.has(last)) parent.entries.set(last, folder());
    }
  }

  apply(call: Call): void {
    switch (call.name) {
      case 'open': {
        const node =
          this.#find(call.path) ?? (call.creates && this.#isHere(call.path) ? this.#put(call.path, file()) : null);
        if (call.truncates && node !== null && !node.isFolder) node.pending.push({ length: 0 });
        this.#open.set(call.fd, { node, place: 0 });
        return;
      }
      case 'close':
        this.#open.delete(call.fd);
        return;
      case 'write': {
        const opened = this.#open.get(call.fd);
        if (opened?.node == null) return;
        opened.node.pending.push({ at: call.at ?? opened.place, bytes: call.bytes });
        if (call.at === null) opened.place += call.bytes.length;
        return;
      }
      case 'ftruncate':
        this.#open.get(call.fd)?.node?.pending.push({ length: call.length });
        return;
      case 'fsync': {
        const node = this.#open.get(call.fd)?.node;
        if (node == null) return;
        node.safe = changed(node.safe, node.pending);
        node.pending = [];
        node.entries = named(node.entries, node.pendingEntries);
        node.pendingEntries = [];
        return;
      }
      case 'mkdir':
        if (this.#isHere(call.path)) this.#put(call.path, folder());
        return;
      case 'unlink':
      case 'rmdir':
        this.#put(call.path, null);
        return;
      case 'link':
      case 'rename': {
        const node = this.#find(call.path);
        if (node === null) return;
        this.#put(call.to, node);
        if (call.name === 'rename') this.#put(call.path, null);
      }
    }
  }

  /** Writes out what is left when the power goes now. @param keeps whether a piece that is not safe is kept */
  losePower(into: string, keeps: () => boolean): void {
    rmSync(into, { recursive: true, force: true });
    const node = named(this.#root.entries, this.#root.pendingEntries.filter(keeps)).get(basename(this.#base));
    if (node !== undefined) writeOut(node, into, keeps);
  }

  #isHere(path: string): boolean {
    return path === this.#base || path.startsWith(`${this.#base}/`);
  }

  #find(path: string): Node | null {
    if (path === dirname(this.#base)) return this.#root;
    if (!this.#isHere(path)) return null;
    const parent = this.#find(dirname(path));
    return parent === null ? null : (named(parent.entries, parent.pendingEntries).get(basename(path)) ?? null);
  }

  #put(path: string, node: Node | null): Node | null {
    this.#find(dirname(path))?.pendingEntries.push([basename(path), node]);
    return node;
  }
}

const node = (isFolder: boolean, safe: Buffer): Node => ({
  isFolder,
  safe,
  pending: [],
  entries: new Map(),
  pendingEntries: [],
});
const folder = () => node(true, Buffer.alloc(0));
const file = (bytes: Buffer = Buffer.alloc(0)) => node(false, bytes);

function changed(bytes: Buffer, changes: readonly Change[]): Buffer {
  return changes.reduce<Buffer>((before, change) => {
    const length = 'length' in change ? change.length : Math.max(before.length, change.at + change.bytes.length);
    const after = Buffer.alloc(length);
    before.copy(after, 0, 0, Math.min(before.length, length));
    if ('bytes' in change) change.bytes.copy(after, change.at);
    return after;
  }, bytes);
}

function named(
  entries: ReadonlyMap<string, Node>,
  changes: readonly (readonly [string, Node | null])[],
): Map<string, Node> {
  const after = new Map(entries);
  for (const [name, found] of changes) {
    if (found === null) after.delete(name);
    else after.set(name, found);
  }
  return after;
}

function writeOut(from: Node, path: string, keeps: () => boolean): void {
  if (!from.isFolder) {
    writeFileSync(path, changed(from.safe, from.pending.filter(keeps)), { mode: 0o600 });
    return;
  }
  mkdirSync(path, { recursive: true, mode: 0o700 });
  for (const [name, one] of named(from.entries, from.pendingEntries.filter(keeps)))
    writeOut(one, join(path, name), keeps);
}
