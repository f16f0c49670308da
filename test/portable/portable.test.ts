import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { fetchPackage } from '../../scripts/portable/fetch-package.mjs';
import { TARGETS } from '../../scripts/portable/targets.mjs';
import { KEYS, Terminal } from '../e2e/terminal.ts';
import { folderOfRun } from '../helpers/folders.ts';
import { PROGRAM, startHome, temporaryFolder } from '../helpers/run.ts';
import { filesIn, type Packed, unpack } from './unpack.ts';

const VERSION = (JSON.parse(readFileSync(join(PROGRAM, 'package.json'), 'utf8')) as { version: string }).version;

/** Null where npm can give the Nodes that are to be packed, else why not. A file that is not the right one is no excuse. */
async function whyNot(): Promise<string | null> {
  try {
    for (const name of ['linux-x64', 'win-x64'])
      await fetchPackage(TARGETS[name]?.node ?? { name, version: '', integrity: '' });
    return null;
  } catch (error) {
    const said = (error as Error).message;
    if (said.includes('is not the file it should be')) throw error;
    return said.split('\n').find((line) => line.includes('npm error')) ?? said;
  }
}

const missing = process.platform === 'linux' && process.arch === 'x64' ? await whyNot() : 'this is not Linux on x64';
if (missing !== null) process.stderr.write(`The zips are not tested: ${missing}\n`);

const built = folderOfRun();
const again = folderOfRun();
const run = promisify(execFile);
const make = (output: string, ...targets: string[]) =>
  run(process.execPath, [
    join(PROGRAM, 'scripts/portable/portable.mjs'),
    ...targets.flatMap((target) => ['--target', target]),
    '--output',
    output,
  ]);
const nameOf = (target: string) => `induct-${VERSION}-${target}.zip`;
const bytesOf = (target: string, folder = built) => readFileSync(join(folder, nameOf(target)));
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
/** The files of a zip of the first making, unpacked once. */
const unpacked = new Map<string, Map<string, Packed>>();
function filesOf(target: string): Map<string, Packed> {
  const files = unpacked.get(target) ?? filesIn(bytesOf(target));
  unpacked.set(target, files);
  return files;
}
const text = (files: Map<string, Packed>, path: string) =>
  Buffer.from(files.get(`induct/${path}`)?.bytes ?? []).toString('utf8');

describe.skipIf(missing !== null)('the zips', () => {
  beforeAll(async () => {
    await make(built, 'linux-x64', 'win-x64');
    await make(again, 'linux-x64');
  });

  test('built twice, a zip is the same to the byte', () => {
    const sums = (folder: string) => text(filesIn(bytesOf('linux-x64', folder)), 'SHA256SUMS');
    expect(sums(again)).toBe(sums(built));
    expect(sha256(bytesOf('linux-x64', again))).toBe(sha256(bytesOf('linux-x64')));
  });

  test.each(['linux-x64', 'win-x64'])('%s: the checksums are right, inside and beside it', (target) => {
    const zip = bytesOf(target);
    expect(readFileSync(join(built, `${nameOf(target)}.sha256`), 'utf8')).toBe(`${sha256(zip)}  ${nameOf(target)}\n`);
    const files = filesOf(target);
    const sums = text(files, 'SHA256SUMS')
      .trimEnd()
      .split('\n')
      .map((line) => line.split('  '));
    expect(sums.map(([, path]) => `induct/${path}`).sort()).toEqual(
      [...files.keys()].filter((path) => path !== 'induct/SHA256SUMS').sort(),
    );
    for (const [hash, path] of sums)
      expect(sha256(files.get(`induct/${path}`)?.bytes ?? Buffer.alloc(0)), path).toBe(hash);
  });

  test.each(['linux-x64', 'win-x64'])('%s: every package in it is on the parts list, with its terms', (target) => {
    const files = filesOf(target);
    const list = JSON.parse(text(files, 'sbom.cdx.json')) as { components: { purl: string }[] };
    const listed = list.components.map(({ purl }) => purl);
    const lock = JSON.parse(readFileSync(join(PROGRAM, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { name?: string; version: string }>;
    };
    const places = JSON.parse(text(files, 'app/dist/bundled.json')) as string[];
    const bundled = places.map((place) => {
      const { name = place.replace(/^.*node_modules\//, ''), version } = lock.packages[place] ?? { version: '' };
      return { name, version };
    });
    expect(bundled.length).toBeGreaterThan(20);
    expect(listed).toEqual([
      `pkg:npm/${TARGETS[target]?.node.name}@${TARGETS[target]?.node.version}`,
      ...bundled.map(({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`),
    ]);
    const terms = text(files, 'licences/packages.md');
    for (const { name, version } of bundled) expect(terms).toContain(`## ${name} ${version} (`);
    expect(text(files, 'licences/node.txt')).toContain('Node.js is licensed for use as follows');
    expect(text(files, 'licences/induct.txt')).toContain('The induct contributors');
  });

  test('Linux: unpacked, it runs without any program on the PATH', async () => {
    const folder = temporaryFolder();
    unpack(bytesOf('linux-x64'), folder);
    const home = join(folder, 'record');
    const env = { PATH: '', INDUCT_HOME: home, INDUCT_TODAY: '2026-05-20' };
    const induct = (...argv: string[]) => run(join(folder, 'induct', 'induct'), argv, { cwd: folder, env });
    const first = await induct('start', '--council', 'Leeds', '--appointed', '2026-05-20', '--yes');
    expect(first.stdout).toContain('Saved. Leeds City Council');
    expect((await induct('done', '3.2')).stderr).toContain('Done, Wed 20 May: 3.2');
    expect((await induct('status')).stdout).toMatch(/^Leeds, Wednesday 20 May 2026: .* 1 done$/m);
    expect((await induct('undo')).stderr).toContain('3.2');
    expect((await induct('status')).stdout).not.toContain('1 done');
    expect((await induct('--version')).stdout).toBe(`${VERSION}\n`);
    await expect(induct('done', '99')).rejects.toMatchObject({ code: 2 });
    // Without a terminal the window shows what comes next, and does not wait.
    const window = await run(join(folder, 'induct', 'Induct.command'), [], { cwd: folder, env });
    expect(window.stdout).toContain('Leeds, Wednesday 20 May 2026');
  });

  test('Linux: the window shows what comes next, and runs what is typed until exit', async () => {
    const folder = temporaryFolder();
    unpack(bytesOf('linux-x64'), folder);
    const window = join(folder, 'induct', 'Induct.command');
    const terminal = new Terminal([], { home: await startHome(), shell: window });
    expect(await terminal.waitFor('To leave: exit')).toContain('3.2  Ring the director');
    await terminal.waitFor('induct> ');
    terminal.type(`note 3.2 Fish & chips, 50% | the DCS's "own  words"\r`);
    await terminal.waitFor('Note kept with 3.2');
    await terminal.waitFor('induct> ');
    terminal.type(`half a line${KEYS.ctrlC}`);
    await terminal.waitFor('To leave: exit');
    terminal.type('induct show 3.2\r');
    await terminal.waitFor("Fish & chips, 50% | the DCS's own  words");
    await terminal.waitFor('induct> ');
    terminal.type('EXIT\r');
    expect(await terminal.exit()).toMatchObject({ code: 0 });

    const quiet = new Terminal([], { home: await startHome(), shell: window, env: { INDUCT_ACCESSIBLE: '1' } });
    await quiet.waitFor('induct> ');
    quiet.type('adviser\r');
    await quiet.waitFor('induct> ');
    quiet.type('exit\r');
    expect(await quiet.exit()).toMatchObject({ code: 0 });
    expect(quiet.raw).not.toContain('\u001b');
  });

  test('Linux: what is started may be started, and nothing else', () => {
    const programs = [...filesOf('linux-x64')].filter(([, { mode }]) => (mode & 0o111) !== 0);
    expect(programs.map(([path]) => path)).toEqual(['induct/Induct.command', 'induct/induct', 'induct/node/node']);
  });

  // It is not run: what it is made of is all that can be checked on Linux.
  test('Windows: the right Node, the right SQLite and no other, and text as Windows wants it', () => {
    const files = filesOf('win-x64');
    expect(machineOf(files.get('induct/node/node.exe')?.bytes)).toBe(X64);
    const binaries = [...files.keys()].filter((path) => /\.(node|exe|dll)$/.test(path));
    const sqlite = 'induct/app/node_modules/better-sqlite3/prebuilds/win32-x64.node';
    expect(binaries).toEqual([sqlite, 'induct/node/node.exe']);
    expect(machineOf(files.get(sqlite)?.bytes)).toBe(X64);
    for (const path of ['induct.cmd', 'README.txt']) {
      expect(text(files, path).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      expect(text(files, path)).toMatch(/\r\n$/);
    }
    expect(text(files, 'README.txt')).toContain(`induct ${VERSION}\r\n`);
    for (const path of ['app/bin/induct.js', 'app/bin/window.js', 'app/dist/main.cjs', 'app/data/steps.yaml']) {
      expect(text(files, path).length, path).toBeGreaterThan(500);
    }
  });

  test('Windows: every path is short and has a name that Windows takes', () => {
    for (const path of filesOf('win-x64').keys()) {
      expect(path.length, path).toBeLessThan(100);
      expect(path).toMatch(/^[\w./-]+$/);
      expect(
        path.split('/').some((part) => /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)|\.$/i.test(part)),
        path,
      ).toBe(false);
    }
  });

  test.each(['linux-x64', 'win-x64'])('%s: no file says where it was made', (target) => {
    for (const [path, { bytes }] of filesOf(target)) {
      if (/\.(exe|node)$|\/node$/.test(path)) continue;
      expect(Buffer.from(bytes).includes(PROGRAM), path).toBe(false);
    }
  });
});

/** IMAGE_FILE_MACHINE_AMD64, of the head of a program for Windows. */
const X64 = 0x8664;

function machineOf(bytes: Uint8Array | undefined): number {
  const view = Buffer.from(bytes ?? []);
  const head = view.readUInt32LE(0x3c);
  expect(view.subarray(head, head + 4).toString('latin1')).toBe('PE\0\0');
  return view.readUInt16LE(head + 4);
}
