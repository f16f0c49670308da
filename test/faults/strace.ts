import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../helpers/folders.ts';
import { NODE_PATH } from '../helpers/processes.ts';
import { QUIET } from './program.ts';

/** Whether system calls can be watched and made to fail here (Linux with strace installed). */
export const HAS_STRACE = spawnSync('strace', ['-e', 'trace=none', 'true'], { stdio: 'ignore' }).status === 0;

export type Traced = {
  readonly exit: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
  /** What strace wrote of the main thread, which does all the writing. */
  readonly log: string;
};

/** Runs a Node program under strace. @param flags of strace */
export function strace(
  flags: readonly string[],
  file: string,
  argv: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Traced> {
  const log = join(temporaryFolder(), 'log');
  const child = spawn('strace', ['-o', log, ...flags, process.execPath, file, ...argv], {
    env: { PATH: process.env.PATH ?? '', INDUCT_TODAY: '2026-05-20', NODE_PATH, ...QUIET, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exit, signal) => {
      const text = readFileSync(log, 'latin1');
      rmSync(log);
      resolve({ exit, signal, ...said, log: text });
    });
  });
}

/** The calls by which a record is written. */
export const WRITING = [
  'pwrite64',
  'fsync',
  'ftruncate',
  'unlink',
  'link',
  'rename',
  'mkdir',
  'rmdir',
  'chmod',
] as const;
export type Writing = (typeof WRITING)[number];

/** How often each of them is made in a run. */
export function callsIn(log: string): ReadonlyMap<Writing, number> {
  const lines = log.split('\n');
  return new Map(WRITING.map((call) => [call, lines.filter((line) => line.startsWith(`${call}(`)).length]));
}

/** What can go wrong at a call: the process dies; it fails once; it fails from then on. */
export const FAULTS = {
  'kill -9': (n: number) => `signal=SIGKILL:when=${n}`,
  'a disk that fails once': (n: number) => `error=EIO:when=${n}`,
  'a disk that fails from then on': (n: number) => `error=EIO:when=${n}+`,
  'a disk that is full from then on': (n: number) => `error=ENOSPC:when=${n}+`,
} as const;

export type Fault = keyof typeof FAULTS;

/** Flags that make the n-th call of a kind go wrong. */
export function inject(call: Writing, fault: Fault, n: number): string[] {
  return ['-e', `trace=${call}`, '-e', `inject=${call}:${FAULTS[fault](n)}`];
}
