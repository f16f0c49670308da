import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { folderOfRun } from '../helpers/folders.ts';
import { rounds } from '../helpers/whole.ts';
import { BIN, ensureBuilt, NODE } from './built.ts';

const home = folderOfRun();
const CODE = join(home, 'cache', 'code-main-next.bin');
/** Of a command that is not in the main file. */
const CODE_OF_GLOSSARY = join(home, 'cache', 'code-glossary-command.cjs.bin');

function induct(...argv: string[]) {
  const env = { ...process.env, INDUCT_HOME: home, INDUCT_TODAY: '2026-05-20', INDUCT_CODE_CACHE: '1' };
  const { status, stdout, stderr } = spawnSync(NODE, [BIN, ...argv], { env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** A simple generator, so that a damage that fails can be made again. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
}

describe('the kept machine code', () => {
  beforeAll(async () => {
    await ensureBuilt();
    expect(induct('start', '--council', 'Leeds', '--appointed', '2026-05-20', '--yes').status).toBe(0);
    expect(induct('glossary', 'LADO').status).toBe(0);
    expect(induct('next').status).toBe(0);
  });

  it('is kept of the main file for each use, and of the files of a command, for its owner alone', () => {
    for (const file of [CODE, join(home, 'cache', 'code-main-others.bin'), CODE_OF_GLOSSARY]) {
      expect(existsSync(file)).toBe(true);
      if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
    }
  });

  it.each([
    [CODE, ['next']],
    [CODE_OF_GLOSSARY, ['glossary', 'LADO']],
  ])('changes nothing, however it is damaged: %s', (file, words) => {
    const whole = readFileSync(file);
    const wanted = induct(...words);
    const random = numbers(20);
    for (let round = 0; round < rounds(500, 6); round += 1) {
      const damaged = Buffer.from(whole);
      const way = round % 4;
      if (way === 0) damaged[random(damaged.length)] = random(256);
      if (way === 1) for (let n = 0; n < 200; n += 1) damaged[random(damaged.length)] = random(256);
      const cut = way === 2 ? damaged.subarray(0, random(damaged.length)) : damaged;
      writeFileSync(file, way === 3 ? Buffer.concat([cut, Buffer.from('more')]) : cut);
      expect(induct(...words), `round ${round}`).toEqual(wanted);
    }
  });

  it.skipIf(process.platform === 'win32')('is not run where others could have written it', () => {
    chmodSync(CODE, 0o666);
    const before = statSync(CODE).ino;
    expect(induct('next').status).toBe(0);
    const { ino, mode } = statSync(CODE);
    expect([ino === before, mode & 0o777]).toEqual([false, 0o600]);
  });

  it.skipIf(process.platform === 'win32')('is not waited for where a pipe lies in its place', () => {
    rmSync(CODE);
    execFileSync('mkfifo', [CODE]);
    expect(induct('next').status).toBe(0);
    expect(statSync(CODE).isFile()).toBe(true);
  });

  it('is made anew when it was damaged', () => {
    writeFileSync(CODE, 'not machine code');
    induct('next');
    expect(statSync(CODE).size).toBeGreaterThan(100_000);
  });

  it('is known by the hash of the source, which each file begins with', () => {
    const dist = join(dirname(dirname(BIN)), 'dist');
    const files = readdirSync(dist).filter((name) => name.endsWith('.cjs'));
    expect(files.length).toBeGreaterThan(60);
    for (const name of files) {
      const text = readFileSync(join(dist, name), 'utf8');
      const rest = text.slice(68);
      expect(text.slice(0, 68), name).toBe(`/*${createHash('sha256').update(rest).digest('hex')}*/`);
      // One byte a character: so it is read.
      expect(rest, name).toMatch(/^[\x00-\x7f]*$/);
    }
    const hash = readFileSync(join(dist, 'main.cjs'), 'latin1').slice(2, 66);
    const kept = readFileSync(CODE);
    expect(kept.toString('latin1', 0, 200)).toContain(hash);
    const ofAnother = Buffer.from(kept);
    ofAnother.write('0'.repeat(64), kept.indexOf(hash), 'latin1');
    writeFileSync(CODE, ofAnother);
    expect(induct('next').status).toBe(0);
    expect(readFileSync(CODE).indexOf(hash)).toBe(kept.indexOf(hash));
  });

  it('is not written with INDUCT_CODE_CACHE=0', () => {
    const other = folderOfRun();
    const env = { ...process.env, INDUCT_HOME: other, INDUCT_TODAY: '2026-05-20', INDUCT_CODE_CACHE: '0' };
    spawnSync(NODE, [BIN], { env });
    expect(existsSync(join(other, 'cache', 'code-main-short.bin'))).toBe(false);
  });
});
