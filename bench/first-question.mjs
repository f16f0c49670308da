import { performance } from 'node:perf_hooks';
import { spawn } from '@lydell/node-pty';
import { median } from './measure.mjs';

/**
 * How long it takes until `start` asks its first question in a terminal, against a Node that writes one word there.
 * @param {{ program: string, args: string[], env: object, before: () => void }} call
 * @param {RegExp} question what the first question says
 * @returns {Promise<{ ms: number, other: number, ratio: number }>} medians
 */
export async function firstQuestion(call, question, { runs, warmUps }) {
  const node = { ...call, args: ['-e', 'require("fs").writeSync(1, "ready")'] };
  const pairs = [];
  for (let round = 0; round < runs + warmUps; round += 1) {
    const other = await untilSaid(node, /ready/);
    call.before();
    const ms = await untilSaid(call, question);
    if (round >= warmUps) pairs.push({ ms, other });
  }
  return {
    ms: median(pairs.map((pair) => pair.ms)),
    other: median(pairs.map((pair) => pair.other)),
    ratio: median(pairs.map((pair) => pair.ms / pair.other)),
  };
}

/** Runs `start` to its first question and leaves it with Ctrl-C, so that its code is kept. */
export async function leaveFirstQuestion(call, question) {
  await untilSaid(call, question, (terminal) => terminal.write('\x03'));
}

function untilSaid({ program, args, env }, words, leave = (terminal) => terminal.kill()) {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const terminal = spawn(program, args, { cols: 80, rows: 30, env: { ...env, TERM: 'xterm-256color' } });
    let said = '';
    let took = null;
    terminal.onData((text) => {
      said += text;
      if (took !== null || !words.test(said)) return;
      took = performance.now() - began;
      leave(terminal);
    });
    terminal.onExit(() => (took === null ? reject(new Error(`it never said ${words}: ${said}`)) : resolve(took)));
  });
}
