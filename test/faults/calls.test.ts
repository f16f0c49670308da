import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { SCHEMA_VERSION } from '../../src/store/migrations.ts';
import { ensureBuilt } from '../e2e/built.ts';
import { temporaryFolder } from '../helpers/folders.ts';
import { programFile } from '../helpers/processes.ts';
import { startHome } from '../helpers/run.ts';
import { count, howMany, IS_SHORT } from './counts.ts';
import { environmentOf, judgedBy } from './judging.ts';
import { migrating } from './migrating.ts';
import { BIN, forEach, likeHome, without } from './program.ts';
import { callIn, OTHERS, RECORDINGS, type Recording, recordingNamed } from './recording.ts';
import { callsIn, FAULTS, type Fault, HAS_STRACE, inject, strace, WRITING, type Writing } from './strace.ts';
import { allowedBetween, contentsOf, type Judged, wrongAfter } from './verdict.ts';

const MOST_TOLD = 8;
const EVERY = howMany('FAULTS_EVERY', 1, 37);
/** Nothing in common with the number of faults, so that each of them has its turn. */
const PART = 31;
const MOST = 100;
const EVERY_FEW = IS_SHORT ? 5 : 1;
const STACK = /^\s+at |node:internal|\u001b/m;

type Subject = {
  readonly file: string;
  readonly receipt: RegExp;
  readonly argvIn: (home: string) => readonly string[];
  readonly envIn: (home: string) => Readonly<Record<string, string>>;
  /** How a home is to be judged, from one that a run without faults left. */
  readonly judge: (clean: string) => Promise<Judged>;
};
type Point = { readonly call: Writing; readonly fault: Fault; readonly n: number };
type Thin = (points: readonly Point[]) => readonly Point[];
/** Every so manieth, from the one with this place on. */
const everySo =
  (number: number, from = 0): Thin =>
  (points) =>
    points.filter((_, place) => place % number === from % number);

async function subjectOf(recording: Recording, file = BIN): Promise<Subject & { readonly template: string }> {
  const made = await recording.make();
  return {
    file,
    receipt: recording.receipt,
    template: made.home,
    argvIn: (home) => callIn(home, made),
    envIn: (home) => environmentOf(recording, home),
    judge: (clean) => judgedBy(recording, made, clean),
  };
}

/**
 * Runs a command once for each system call that writes and each fault, and judges the home each time.
 * @param thin which of the points; all of them would take long for every command
 */
async function sweep(subject: Subject, template: string, faults: readonly Fault[], thin: Thin = everySo(EVERY)) {
  const { file, receipt, argvIn, envIn } = subject;
  const clean = likeHome(template);
  const run = await strace(['-e', `trace=${WRITING.join()}`], file, argvIn(clean), envIn(clean));
  expect([run.exit, receipt.test(run.stdout + run.stderr)], run.stdout + run.stderr).toEqual([0, true]);
  const judged = await subject.judge(clean);
  const points = [...callsIn(run.log)].flatMap(([call, times]) =>
    Array.from({ length: times }, (_, n) => faults.map((fault): Point => ({ call, fault, n: n + 1 }))).flat(),
  );
  const chosen = [...new Set([...thin(points), ...points.slice(-1)])];
  const wrong: string[] = [];
  await forEach(chosen, 2, async ({ call, fault, n }) => {
    const home = likeHome(template);
    const { exit, signal, stdout, stderr, log } = await strace(inject(call, fault, n), file, argvIn(home), envIn(home));
    const said = stdout + stderr;
    const acknowledged = receipt.test(said);
    // What is told must be so: nothing was saved, where that is said.
    const isSaved = (await contentsOf(home)).join() === judged.allowed.whole.join();
    const isChange = judged.allowed.whole.join() !== judged.allowed.steps[0]?.join();
    const found = await wrongAfter(home, judged, acknowledged);
    if (exit === 4 && isChange && isSaved && /(not|Nothing was|Nothing is) (saved|changed|imported)/.test(stderr))
      found.push(`said not to be saved, and it is: ${stderr}`);
    const killed = fault === 'kill -9';
    if (!killed && !/INJECTED/.test(log)) found.push('nothing was made to fail');
    if (killed ? signal !== 'SIGKILL' : exit !== 0 && exit !== 4) found.push(`exit ${exit} ${signal}: ${stderr}`);
    if (exit === 0 && !acknowledged) found.push(`0 without a receipt: ${said}`);
    if (STACK.test(said)) found.push(`not plain: ${said}`);
    if (found.length > 0) wrong.push(`${fault} at ${call} ${n}: ${found.join('; ')}`);
  });
  return { points: chosen.length, wrong };
}

/** A home with everything in it, a journal that is still to be played back included. */
function hotCopy(home: string): string {
  const copy = join(temporaryFolder(), 'home');
  cpSync(home, copy, { recursive: true });
  return copy;
}

beforeAll(ensureBuilt);

const ALL_FAULTS = Object.keys(FAULTS) as Fault[];

async function expectNothingLost(subject: Subject, template: string, thin?: Thin) {
  const { points, wrong } = await sweep(subject, template, ALL_FAULTS, thin);
  count('fault points', points);
  count('lost', wrong.length);
  expect(wrong.slice(0, MOST_TOLD)).toEqual([]);
}

describe.skipIf(!HAS_STRACE)('at every system call that writes', () => {
  test.each(RECORDINGS.map((recording) => [recording.name, recording] as const))('%s', async (_, recording) => {
    const subject = await subjectOf(recording);
    await expectNothingLost(subject, subject.template, EVERY === 1 ? thinned(recording) : undefined);
  });

  test('bringing an older record up', async () => {
    const { file, template } = await migrating();
    const next = async (home: string) => {
      const { exit, stderr } = await strace(['-e', 'trace=none'], file, [], { INDUCT_HOME: home });
      return exit === 0 ? null : `${exit} ${stderr}`;
    };
    const before = async (home: string) =>
      (await contentsOf(home))[0] === `version ${SCHEMA_VERSION}` ? next(home) : null;
    const subject = {
      file,
      receipt: /^brought up$/m,
      argvIn: () => [],
      envIn: (home: string) => ({ INDUCT_HOME: home }),
      judge: async (clean: string) => ({
        allowed: await allowedBetween(await contentsOf(template), clean),
        next: before,
      }),
    };
    await expectNothingLost(subject, template);
  });
});

/** Everything for what is done every day; of what makes very many calls some hundred kills, and half as many failures. */
function thinned({ way }: Recording): Thin {
  if (way === 'change' || way === 'changes in a row') return (points) => points;
  return (points) => {
    const every = (all: readonly Point[], most: number) =>
      all.filter((_, place) => place % Math.ceil(all.length / most) === 0);
    const kills = points.filter(({ fault }) => fault === 'kill -9');
    return [...every(kills, MOST), ...every(points, MOST / 2).filter(({ fault }) => fault !== 'kill -9')];
  };
}

// They write as one of those above does, so that a part of their points is enough: another part of each.
describe.skipIf(!HAS_STRACE || IS_SHORT)('at some of them', () => {
  test.each(OTHERS.map((recording, place) => [recording.name, recording, place] as const))(
    '%s',
    async (_, recording, shift) => {
      const subject = await subjectOf(recording);
      await expectNothingLost(subject, subject.template, everySo(PART, shift));
    },
  );
});

test('a file put out: the one before or the new one, whole', { skip: !HAS_STRACE }, async () => {
  const file = programFile(`
    import { isProblem } from './src/core/problem.ts';
    import { writeWhole } from './src/host/files/write-file.ts';
    try {
      writeWhole(process.argv[2], 'new '.repeat(5000), { force: true });
      process.stdout.write('written');
    } catch (error) {
      process.stderr.write(error.message);
      process.exitCode = isProblem(error) ? error.exitCode : 1;
    }
  `);
  const CALLS = ['fsync', 'rename', 'unlink'] as const;
  const put = async (flags: readonly string[]) => {
    const folder = temporaryFolder();
    const path = join(folder, 'report.md');
    writeFileSync(path, 'before');
    const run = await strace(flags, file, [path], {});
    return { ...run, path };
  };
  const wrong: string[] = [];
  let points = 0;
  for (const call of CALLS) {
    for (const [fault, spec] of Object.entries(FAULTS)) {
      for (let n = 1; n < 6; n += 1) {
        const run = await put(['-e', `trace=${call}`, '-e', `inject=${call}:${spec(n)}`]);
        const isHit = /INJECTED/.test(run.log) || run.signal === 'SIGKILL';
        if (!isHit) break;
        points += 1;
        const text = readFileSync(run.path, 'utf8');
        const isNew = text === 'new '.repeat(5000);
        if (!isNew && text !== 'before') wrong.push(`${fault} at ${call} ${n}: half a file`);
        if (run.stdout === 'written' && !isNew) wrong.push(`${fault} at ${call} ${n}: told to be written, and is not`);
        if (fault === 'kill -9') continue;
        if (run.exit !== 0 && run.exit !== 4) wrong.push(`${fault} at ${call} ${n}: exit ${run.exit} ${run.stderr}`);
        if (/Nothing was written/.test(run.stderr) && isNew)
          wrong.push(`${fault} at ${call} ${n}: ${run.stderr}, and it is`);
      }
    }
  }
  count('fault points', points);
  count('lost', wrong.length);
  expect(wrong.slice(0, MOST_TOLD)).toEqual([]);
  expect(points).toBeGreaterThan(11);
});

describe.skipIf(!HAS_STRACE)('a proof that can fail', () => {
  test('with the rollback journal in memory, a kill leaves a damaged record', async () => {
    const file = without(['PRAGMA query_only = ON;\n', 'PRAGMA query_only = ON; PRAGMA journal_mode = MEMORY;\n']);
    const ask = recordingNamed('ask for twenty');
    const subject = await subjectOf(ask, file);
    const { wrong } = await sweep(subject, subject.template, ['kill -9'], everySo(EVERY_FEW));
    expect(wrong.join('\n')).toMatch(/integrity|half a change|digest/);
  });
});

test('a fault while a fault is mended', { skip: !HAS_STRACE }, async () => {
  const template = await startHome();
  const first = likeHome(template);
  const argv = ['ask', '6', '--of', 'the office', '--yes'];
  const whole = await strace(['-e', `trace=${WRITING.join()}`], BIN, argv, { INDUCT_HOME: first });
  const allowed = await allowedBetween(await contentsOf(template), first);
  const writes = callsIn(whole.log).get('pwrite64') ?? 0;
  // The last page of the record is being written: the journal must be played back.
  const hot = likeHome(template);
  await strace(inject('pwrite64', 'kill -9', writes - 1), BIN, argv, { INDUCT_HOME: hot });
  const { log } = await strace(['-e', `trace=${WRITING.join()}`], BIN, ['next'], { INDUCT_HOME: hotCopy(hot) });
  const mending = [...callsIn(log)].filter(([, times]) => times > 0);
  expect(mending.length, 'next plays the journal back').toBeGreaterThan(1);
  const wrong: string[] = [];
  for (const [call, times] of mending) {
    for (let n = 1; n <= times; n += 1) {
      for (const fault of ['kill -9', 'a disk that fails once'] as const) {
        const home = hotCopy(hot);
        const run = await strace(inject(call, fault, n), BIN, ['next'], { INDUCT_HOME: home });
        if (fault !== 'kill -9' && run.exit !== 0 && run.exit !== 4)
          wrong.push(`${call} ${n}: exit ${run.exit} ${run.stderr}`);
        wrong.push(...(await wrongAfter(home, { allowed }, false)).map((one) => `${fault} at ${call} ${n}: ${one}`));
        count('fault points', 1);
      }
    }
  }
  count('lost', wrong.length);
  expect(wrong.slice(0, MOST_TOLD)).toEqual([]);
});

test('what can not be done here is said', () => {
  if (!HAS_STRACE) console.log('strace is not installed: no fault points and no power losses were tried.');
});
