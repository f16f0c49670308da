import { readFileSync } from 'node:fs';
import { beforeAll, expect, test, vi } from 'vitest';
import { ensureBuilt } from '../e2e/built.ts';
import { Terminal } from '../e2e/terminal.ts';
import { temporaryFolder } from '../helpers/folders.ts';
import { count, howMany } from './counts.ts';
import { likeHome } from './program.ts';
import { damageIn } from './verdict.ts';

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
const EACH = Math.ceil(howMany('FAULTS_KILLS', 300, 12) / 12);

/** The process that a shell runs. */
const childOf = (pid: number): number | null =>
  Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')[0]) || null;

/** Sends a signal to the questions of `start` after so many milliseconds. @returns how the shell finds the terminal then */
async function afterwards(signal: NodeJS.Signals, afterMs: number, asked: string | null) {
  const home = likeHome(temporaryFolder());
  const terminal = new Terminal([], {
    home,
    // What a shell says right before it ends may be lost with its terminal.
    shell: '$INDUCT start; code=$?; echo "ended with $code"; stty -a; echo over; sleep 0.2',
  });
  const child = await vi.waitUntil(() => childOf(terminal.pid), { timeout: 15_000, interval: 2 });
  if (asked !== null) await terminal.waitFor(asked);
  await new Promise((later) => setTimeout(later, afterMs));
  process.kill(child, signal);
  await terminal.waitFor('over');
  const { text } = terminal;
  const code = Number(/ended with (\d+)/.exec(text)?.[1]);
  const isCooked = /[^-]icanon/.test(text) && /[^-]echo\b/.test(text);
  const isShown = terminal.raw.lastIndexOf('\u001b[?25h') >= terminal.raw.lastIndexOf('\u001b[?25l');
  return { code, isCooked, isShown, text, damage: await damageIn(home) };
}

beforeAll(ensureBuilt);

test.skipIf(process.platform !== 'linux')('signals at random moments leave the terminal as it was', async () => {
  for (const [signal, expected] of Object.entries(SIGNALS) as [NodeJS.Signals, number][]) {
    for (let n = 0; n < EACH; n += 1) {
      const found = await afterwards(signal, Math.random() * 250, n % 2 === 0 ? null : 'Who is typing?');
      // Before it could say how it wants to be told, Node ends as any program does: by the signal, without a handler.
      expect(found.code, found.text).toBe(expected);
      expect(found).toMatchObject({ isCooked: true, isShown: true, damage: [] });
      expect(found.text).not.toMatch(/^\s+at |Error/m);
      count('kills survived', 1);
    }
  }
});

test.skipIf(process.platform !== 'linux')(
  'a proof that can fail: kill -9 leaves a terminal that shows nothing',
  async () => {
    const { isCooked, isShown } = await afterwards('SIGKILL', 100, 'Who is typing?');
    expect(isCooked && isShown).toBe(false);
  },
);
