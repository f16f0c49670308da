import { spawn } from 'node:child_process';
import { BIN, NODE, warm } from './built.ts';

export type ChildOptions = {
  /** The record's folder; without it no INDUCT_HOME is set. */
  readonly home?: string;
  readonly today?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** What stands on standard input; without it there is none. */
  readonly stdin?: string;
  /** Another copy of the program. */
  readonly bin?: string;
  /** For Node itself. */
  readonly nodeFlags?: readonly string[];
  /** Instead of `induct` with `argv`: a line for bash, in which $INDUCT is the program. */
  readonly shell?: string;
  /** Reads nothing of standard output: its other end is closed before the program can write. */
  readonly closeStdout?: boolean;
};

export type ChildResult = {
  readonly exit: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
};

/** Runs the built program in a process of its own, without a terminal and with an environment of its own. */
export function runChild(argv: readonly string[], options: ChildOptions = {}): Promise<ChildResult> {
  const { home, today = '2026-05-20', env = {}, cwd, stdin, bin = BIN, nodeFlags = [], shell } = options;
  warm(home);
  const program = [...nodeFlags, bin];
  const [file, args] = shell === undefined ? [NODE, [...program, ...argv]] : ['/bin/bash', ['-c', shell]];
  const child = spawn(file, args, {
    cwd,
    env: {
      PATH: process.env.PATH ?? '',
      INDUCT_TODAY: today,
      INDUCT: [NODE, ...program].join(' '),
      ...(home === undefined ? {} : { INDUCT_HOME: home }),
      ...env,
    },
    stdio: [stdin === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  if (stdin !== undefined) child.stdin?.end(stdin);
  const written = { stdout: '', stderr: '' };
  if (options.closeStdout) child.stdout?.destroy();
  else child.stdout?.setEncoding('utf8').on('data', (text: string) => (written.stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (written.stderr += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exit, signal) => resolve({ exit, signal, ...written }));
  });
}
