import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { ensureBuilt } from '../e2e/built.ts';
import { count, howMany, IS_SHORT } from './counts.ts';
import { environmentOf, judgedBy } from './judging.ts';
import { BIN, likeHome, QUIET } from './program.ts';
import { callIn, type Made, OTHERS, RECORDINGS, type Recording } from './recording.ts';
import { type Judged, wrongAfter } from './verdict.ts';

const KILLS = howMany('FAULTS_KILLS', 300, 40);
/** In a short run so many commands. */
const FEW = 8;

/** Runs a command, and kills it after so many milliseconds where it is told to. */
function runKilled(recording: Recording, made: Made, home: string, afterMs: number | null) {
  const began = performance.now();
  const child = spawn(process.execPath, [BIN, ...callIn(home, made)], {
    env: { PATH: process.env.PATH ?? '', ...environmentOf(recording, home), ...QUIET },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let saidAt = 0;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      saidAt = performance.now() - began;
    });
  }
  const timer = afterMs === null ? undefined : setTimeout(() => child.kill('SIGKILL'), afterMs);
  return new Promise<{ said: string; saidAt: number; killed: boolean }>((resolve) => {
    child.once('close', (_, signal) => {
      clearTimeout(timer);
      resolve({ said, saidAt, killed: signal === 'SIGKILL' });
    });
  });
}

type Prepared = {
  readonly recording: Recording;
  readonly made: Made;
  readonly judged: Judged;
  usualMs: number;
};

beforeAll(ensureBuilt);

test('kill -9 at random moments of real commands', async () => {
  const prepared: Prepared[] = [];
  for (const recording of IS_SHORT ? RECORDINGS.slice(0, FEW) : [...RECORDINGS, ...OTHERS]) {
    const made = await recording.make();
    const whole = likeHome(made.home);
    const first = await runKilled(recording, made, whole, null);
    expect(first.said).toMatch(recording.receipt);
    prepared.push({ recording, made, judged: await judgedBy(recording, made, whole), usualMs: first.saidAt });
  }
  let tries = 0;
  let killed = 0;
  let acknowledged = 0;
  let hot = 0;
  const wrong: string[] = [];
  const once = async () => {
    tries += 1;
    const one = prepared[tries % prepared.length];
    if (one === undefined) throw new Error('nothing to run');
    // On a disk, where writing takes as long as it takes a person.
    const home = likeHome(one.made.home, mkdtempSync(join(tmpdir(), 'induct-kill-')));
    // Most of a run is its start, and there is nothing to lose yet: three of four kills fall around its end.
    const [from, to] = tries % 4 === 0 ? [0, 1] : [0.85, 1.1];
    const run = await runKilled(one.recording, one.made, home, one.usualMs * (from + Math.random() * (to - from)));
    const isAcknowledged = one.recording.receipt.test(run.said);
    // How long a run takes depends on what else this machine does: the end is where half of the kills come too late.
    if (tries % 4 !== 0) one.usualMs *= isAcknowledged ? 0.93 : 1.07;
    if (existsSync(join(home, 'induct.db-journal'))) hot += 1;
    if (run.killed) killed += 1;
    if (isAcknowledged) acknowledged += 1;
    const found = await wrongAfter(home, one.judged, isAcknowledged);
    if (found.length > 0) wrong.push(`${one.recording.name}: ${found.join('; ')}`);
    rmSync(dirname(home), { recursive: true });
  };
  await Promise.all(
    [1, 2].map(async () => {
      while (killed < KILLS) await once();
    }),
  );
  console.log(
    `${tries} runs, ${killed} killed, ${hot} in the middle of writing; ${acknowledged} had given their receipt.`,
  );
  count('kills survived', killed - wrong.length);
  count('lost', wrong.length);
  expect(wrong).toEqual([]);
  expect(acknowledged).toBeGreaterThan(0);
});
