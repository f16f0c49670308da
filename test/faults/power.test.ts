import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { SCHEMA_VERSION } from '../../src/store/migrations.ts';
import { ensureBuilt } from '../e2e/built.ts';
import { temporaryFolder } from '../helpers/folders.ts';
import { count, howMany, IS_SHORT } from './counts.ts';
import { callsOf, Disk, TRACE } from './disk.ts';
import { environmentOf, judgedBy } from './judging.ts';
import { migrating } from './migrating.ts';
import { BIN, likeHome, without } from './program.ts';
import { callIn, type Made, RECORDINGS, type Recording, recordingNamed } from './recording.ts';
import { HAS_STRACE, strace } from './strace.ts';
import { allowedBetween, contentsOf, type Judged, wrongAfter } from './verdict.ts';

const MOST_TOLD = 8;
const EACH = howMany('FAULTS_LOSSES', 12, 2);
/** Those that make many calls are tried less often at each. */
const FEW = Math.ceil(EACH / 4);
const MANY_CALLS = ['a record taken in', 'words removed', 'in place of the record', 'all removed', 'a copy'];
/** In a short run what is done every day, and what replaces all there is. */
const TRIED = RECORDINGS.filter(({ way, name }) => !IS_SHORT || way === 'change' || /^(the first|restore$)/.test(name));
const eachOf = ({ way }: Recording): number => (MANY_CALLS.includes(way) ? FEW : EACH);

/** A simple generator, so that what fails can be made again. */
function chance(seed: number): () => boolean {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % 65_536 < 32_768;
  };
}

/** Every file and folder in one, by its path, but for the caches, which decide nothing; null where it is not there. */
function filesIn(folder: string): ReadonlyMap<string, Buffer | null> | null {
  if (!existsSync(folder)) return null;
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !`${entry.parentPath}${sep}`.includes(`${sep}cache${sep}`) && entry.name !== 'cache')
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path, entry.isFile() ? readFileSync(path) : null] as const;
    });
  return new Map(entries);
}

/**
 * Runs a command once, and judges what is left where the power goes at each of its system calls.
 * @param before the home it is run in
 */
async function losses(recording: Recording, made: Made, bin: string, before: string, each = EACH) {
  return lossesOf(
    {
      file: bin,
      argv: callIn(before, made),
      env: environmentOf(recording, before),
      receipt: recording.receipt,
      judge: (clean) => judgedBy(recording, made, clean),
    },
    before,
    each,
  );
}

type Subject = {
  readonly file: string;
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly receipt: RegExp;
  readonly judge: (clean: string) => Promise<Judged>;
};

async function lossesOf(subject: Subject, before: string, each: number) {
  const { file, argv, env, receipt } = subject;
  // What is written beside the home is looked at too.
  const base = dirname(before);
  const files = filesIn(base);
  const run = await strace(TRACE, file, argv, env);
  expect([run.exit, receipt.test(run.stdout + run.stderr)], run.stderr).toEqual([0, true]);
  const calls = callsOf(run.log);
  const judged = await subject.judge(before);
  const disk = new Disk(base, files);
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
      const { again: _, ...onlyOnce } = judged;
      const once = trial === 0 && !IS_SHORT ? judged : onlyOnce;
      const found = await wrongAfter(join(left, basename(before)), once, receipt.test(told));
      if (found.length > 0) wrong.push(`after call ${place} (${call.name}), trial ${trial}: ${found.join('; ')}`);
      trials += 1;
    }
  }
  return { trials, wrong };
}

beforeAll(ensureBuilt);

describe.skipIf(!HAS_STRACE)('the power goes at any system call', () => {
  test.each(TRIED.map((recording) => [recording.name, recording] as const))('%s', async (_, recording) => {
    const made = await recording.make();
    const { trials, wrong } = await losses(recording, made, BIN, likeHome(made.home), eachOf(recording));
    count('power losses', trials);
    count('lost', wrong.length);
    expect(wrong.slice(0, MOST_TOLD)).toEqual([]);
  });

  test('the first start in a folder that is not there yet', async () => {
    const start = recordingNamed('the first start');
    const home = join(temporaryFolder(), 'new', 'home');
    const { trials, wrong } = await losses(start, await start.make(), BIN, home, 2);
    count('power losses', trials);
    count('lost', wrong.length);
    expect(wrong.slice(0, MOST_TOLD)).toEqual([]);
  });
});

test('bringing an older record up', { skip: !HAS_STRACE || IS_SHORT }, async () => {
  const { file, template } = await migrating();
  const home = likeHome(template);
  const isOld = async (left: string) => (await contentsOf(left))[0] === `version ${SCHEMA_VERSION}`;
  const subject = {
    file,
    argv: [],
    env: { INDUCT_HOME: home },
    receipt: /^brought up$/m,
    judge: async (clean: string): Promise<Judged> => ({
      allowed: await allowedBetween(await contentsOf(template), clean),
      next: async (left) => {
        if (!(await isOld(left))) return null;
        const { exit, stderr } = await strace(['-e', 'trace=none'], file, [], { INDUCT_HOME: left });
        return exit === 0 ? null : `${exit} ${stderr}`;
      },
      also: async (left) => {
        const folder = join(left, 'backups');
        const copies = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.db')) : [];
        return copies.length > 0 || (await isOld(left)) ? [] : ['brought up, and the copy from before is not there'];
      },
    }),
  };
  const { trials, wrong } = await lossesOf(subject, home, 3);
  count('power losses', trials);
  count('lost', wrong.length);
  expect(wrong.slice(0, MOST_TOLD)).toEqual([]);
});

describe.skipIf(!HAS_STRACE)('a proof that can fail', () => {
  const done = recordingNamed('done');
  test.each([
    ['without syncing at all', 'synchronous = OFF', /integrity|acknowledged|half|digest|malformed/],
    ['without syncing the folder after the journal is gone', 'synchronous = FULL', /acknowledged, and not there/],
  ])('%s, something is lost', async (_, setting, words) => {
    const bin = without(['synchronous = EXTRA', setting]);
    const made = await done.make();
    const { wrong } = await losses(done, made, bin, likeHome(made.home), howMany('FAULTS_LOSSES', 20, 8));
    expect(wrong.join('\n')).toMatch(words);
  });

  test('without syncing a file before it has its name, half of one is left', async () => {
    const use = recordingNamed('accessible on');
    const made = await use.make();
    const bin = without([/\(0,\w+\.fsyncSync\)\(\w+\)/g, '0']);
    const { wrong } = await losses(use, made, bin, likeHome(made.home), 8);
    expect(wrong.join('\n')).toMatch(/half a setting|acknowledged, and not kept/);
  });
});
