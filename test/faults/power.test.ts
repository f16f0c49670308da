import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ensureBuilt } from '../e2e/built.ts';
import { temporaryFolder } from '../helpers/folders.ts';
import { count, howMany } from './counts.ts';
import { callsOf, Disk, TRACE } from './disk.ts';
import { BIN, likeHome, without } from './program.ts';
import { RECORDINGS, type Recording } from './recording.ts';
import { HAS_STRACE, strace } from './strace.ts';
import { allowedBetween, contentsOf, wrongAfter } from './verdict.ts';

const EACH = howMany('FAULTS_LOSSES', 12, 2);

/** A simple generator, so that what fails can be made again. */
function chance(seed: number): () => boolean {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % 65_536 < 32_768;
  };
}

/** The record's files of a home; null where it is not there. The caches decide nothing. */
function filesOf(home: string): ReadonlyMap<string, Buffer> | null {
  if (!existsSync(home)) return null;
  const names = readdirSync(home).filter((name) => name !== 'cache');
  return new Map(names.map((name) => [name, readFileSync(join(home, name))]));
}

/** Runs a command once, and judges what is left where the power goes at each of its system calls. */
async function losses(recording: Recording, bin: string, before: string, each = EACH) {
  const files = filesOf(before);
  const contents = await contentsOf(before);
  const run = await strace(TRACE, bin, recording.argv, { INDUCT_HOME: before });
  expect([run.exit, recording.receipt.test(run.stdout + run.stderr)], run.stderr).toEqual([0, true]);
  const calls = callsOf(run.log);
  const allowed = await allowedBetween(contents, before);
  const disk = new Disk(before, files);
  const keeps = chance(20);
  const wrong: string[] = [];
  const left = join(temporaryFolder(), 'left');
  let told = '';
  let trials = 0;
  for (const [place, call] of calls.entries()) {
    disk.apply(call);
    // What was printed is out, whatever happens to the disk.
    if (call.name === 'write' && (call.fd === 1 || call.fd === 2)) told += call.bytes.toString();
    for (let trial = 0; trial < each; trial += 1) {
      disk.losePower(left, trial === 0 ? () => false : trial === 1 ? () => true : keeps);
      const found = await wrongAfter(left, allowed, recording.receipt.test(told));
      if (found.length > 0) wrong.push(`after call ${place} (${call.name}), trial ${trial}: ${found.join('; ')}`);
      trials += 1;
    }
  }
  return { trials, wrong };
}

beforeAll(ensureBuilt);

describe.skipIf(!HAS_STRACE)('the power goes at any system call', () => {
  test.each(RECORDINGS.map((recording) => [recording.name, recording] as const))('%s', async (_, recording) => {
    const home = await recording.home();
    const { trials, wrong } = await losses(recording, BIN, likeHome(home));
    count('power losses', trials);
    count('lost', wrong.length);
    expect(wrong).toEqual([]);
  });

  test('the first start in a folder that is not there yet', async () => {
    const [start] = RECORDINGS;
    if (start === undefined) throw new Error('no recording');
    const home = join(temporaryFolder(), 'new', 'home');
    mkdirSync(join(home, '..'));
    const { trials, wrong } = await losses(start, BIN, home, 2);
    count('power losses', trials);
    count('lost', wrong.length);
    expect(wrong).toEqual([]);
  });
});

describe.skipIf(!HAS_STRACE)('a proof that can fail', () => {
  const [, done] = RECORDINGS;
  test.each([
    ['without syncing at all', 'synchronous = OFF', /integrity|acknowledged|half|digest|malformed/],
    ['without syncing the folder after the journal is gone', 'synchronous = FULL', /acknowledged, and not there/],
  ])('%s, something is lost', async (_, setting, words) => {
    if (done === undefined) throw new Error('no recording');
    const bin = without(['synchronous = EXTRA', setting]);
    const { wrong } = await losses(done, bin, likeHome(await done.home()), howMany('FAULTS_LOSSES', 20, 8));
    expect(wrong.join('\n')).toMatch(words);
  });
});
