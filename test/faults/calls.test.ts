import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ensureBuilt } from '../e2e/built.ts';
import { temporaryFolder } from '../helpers/folders.ts';
import { programFile } from '../helpers/processes.ts';
import { startHome } from '../helpers/run.ts';
import { count, howMany } from './counts.ts';
import { migrating } from './migrating.ts';
import { BIN, forEach, likeHome, without } from './program.ts';
import { RECORDINGS } from './recording.ts';
import { callsIn, FAULTS, type Fault, HAS_STRACE, inject, strace, WRITING, type Writing } from './strace.ts';
import { allowedBetween, contentsOf, wrongAfter } from './verdict.ts';

const EVERY = howMany('FAULTS_EVERY', 1, 12);
const STACK = /^\s+at |node:internal|\u001b/m;

type Subject = {
  readonly file: string;
  readonly argv: readonly string[];
  readonly receipt: RegExp;
  /** Where the next command is another than `next`. */
  readonly next?: (home: string) => Promise<string | null>;
};
type Point = { readonly call: Writing; readonly fault: Fault; readonly n: number };

/** Runs a command once for each system call that writes and each fault, and judges the home each time. */
async function sweep(subject: Subject, template: string, faults: readonly Fault[], every = EVERY) {
  const env = (home: string) => ({ INDUCT_HOME: home });
  const clean = likeHome(template);
  const run = await strace(['-e', `trace=${WRITING.join()}`], subject.file, subject.argv, env(clean));
  expect([run.exit, subject.receipt.test(run.stdout + run.stderr)], run.stderr).toEqual([0, true]);
  const allowed = await allowedBetween(await contentsOf(template), clean);
  const points = [...callsIn(run.log)].flatMap(([call, times]) =>
    faults.flatMap((fault) => Array.from({ length: times }, (_, n): Point => ({ call, fault, n: n + 1 }))),
  );
  const chosen = points.filter((_, place) => place % every === 0 || place === points.length - 1);
  const wrong: string[] = [];
  await forEach(chosen, 2, async ({ call, fault, n }) => {
    const home = likeHome(template);
    const { exit, signal, stdout, stderr, log } = await strace(
      inject(call, fault, n),
      subject.file,
      subject.argv,
      env(home),
    );
    const said = stdout + stderr;
    const acknowledged = subject.receipt.test(said);
    const found = await wrongAfter(home, allowed, acknowledged, subject.next);
    const killed = fault === 'kill -9';
    if (!killed && !/INJECTED/.test(log)) found.push('nothing was made to fail');
    if (killed ? signal !== 'SIGKILL' : exit !== 0 && exit !== 4) found.push(`exit ${exit} ${signal}: ${stderr}`);
    if (exit === 0 && !acknowledged) found.push(`0 without a receipt: ${said}`);
    if (STACK.test(said)) found.push(`not plain: ${said}`);
    // What is told must be so: nothing was saved, where that is said.
    if (exit === 4 && subject.next === undefined && /(not|Nothing was) saved/.test(stderr)) {
      const contents = await contentsOf(home);
      if (contents.join() === allowed.whole.join()) found.push(`said not to be saved, and it is: ${stderr}`);
    }
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

describe.skipIf(!HAS_STRACE)('at every system call that writes', () => {
  for (const recording of RECORDINGS) {
    test.each(Object.keys(FAULTS) as Fault[])(`${recording.name}: %s`, async (fault) => {
      const { points, wrong } = await sweep({ file: BIN, ...recording }, await recording.home(), [fault]);
      count('fault points', points);
      count('lost', wrong.length);
      expect(wrong).toEqual([]);
    });
  }

  test('bringing an older record up', async () => {
    const { file, template } = await migrating();
    const next = async (home: string) => {
      const { exit, stderr } = await strace(['-e', 'trace=none'], file, [], { INDUCT_HOME: home });
      return exit === 0 ? null : `${exit} ${stderr}`;
    };
    const before = async (home: string) => ((await contentsOf(home))[0] === 'version 1' ? next(home) : null);
    const subject = { file, argv: [], receipt: /^brought up$/m, next: before };
    const { points, wrong } = await sweep(subject, template, Object.keys(FAULTS) as Fault[]);
    count('fault points', points);
    count('lost', wrong.length);
    expect(wrong).toEqual([]);
  });
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
  expect(wrong).toEqual([]);
  expect(points).toBeGreaterThan(11);
});

describe.skipIf(!HAS_STRACE)('a proof that can fail', () => {
  test('with the rollback journal in memory, a kill leaves a damaged record', async () => {
    const file = without(['PRAGMA query_only = ON;\n', 'PRAGMA query_only = ON; PRAGMA journal_mode = MEMORY;\n']);
    const [, , ask] = RECORDINGS;
    if (ask === undefined) throw new Error('no recording');
    const { wrong } = await sweep({ file, ...ask }, await ask.home(), ['kill -9'], 1);
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
        wrong.push(...(await wrongAfter(home, allowed, false)).map((one) => `${fault} at ${call} ${n}: ${one}`));
        count('fault points', 1);
      }
    }
  }
  count('lost', wrong.length);
  expect(wrong).toEqual([]);
});

test('what can not be done here is said', () => {
  if (!HAS_STRACE) console.log('strace is not installed: no fault points and no power losses were tried.');
});
