import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const PEAK = join(HERE, 'peak.cjs');

/**
 * Without NODE_EXTRA_CA_CERTS, which makes Node 20 read certificates at every start and so hides what we cost, and
 * without anything else that changes how Node or induct runs.
 */
export function environment(more) {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(NODE_|INDUCT_|npm_|NO_COLOR$|FORCE_COLOR$|COLUMNS$)/.test(name),
  );
  return { ...Object.fromEntries(kept), ...more };
}

/** Runs a program to its end. @returns {number} wall time in ms */
function timed({ program, args, env, exits = [0] }) {
  const began = performance.now();
  const { status, stderr } = spawnSync(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 28 });
  const took = performance.now() - began;
  if (!exits.includes(status)) throw new Error(`${program} ${args.join(' ')} ended with ${status}: ${stderr}`);
  return took;
}

/** @returns {number} the peak resident set of one run of Node, in KiB */
function peak({ program, args, env }) {
  const stdio = ['ignore', 'pipe', 'pipe', 'pipe'];
  return Number(spawnSync(program, ['--require', PEAK, ...args], { env, stdio }).output[3]);
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Times a call in turn with another, so that whatever else the machine does meets both alike.
 * @typedef {{ program: string, args: string[], env: object, exits?: number[], before?: () => void }} Call
 * @param {Call} call `before` runs untimed before each
 * @param {Call} other what it is compared with
 * @param {{ runs: number, warmUps: number }} times
 * @returns {{ ms: number, other: number, ratio: number }} medians; the ratio is that of the pairs
 */
export function compare(call, other, { runs, warmUps }) {
  const run = (one) => {
    one.before?.();
    return timed(one);
  };
  for (let round = 0; round < warmUps; round += 1) {
    run(other);
    run(call);
  }
  const pairs = Array.from({ length: runs }, (_, round) => {
    // First the one, then the other: neither always follows on the other's heels.
    if (round % 2 === 0) {
      const first = run(other);
      return { other: first, ms: run(call) };
    }
    const ms = run(call);
    return { other: run(other), ms };
  });
  return {
    ms: median(pairs.map((pair) => pair.ms)),
    other: median(pairs.map((pair) => pair.other)),
    ratio: median(pairs.map((pair) => pair.ms / pair.other)),
  };
}

/** The peak memory of a call of Node, and how it compares with that of another. @returns {{ mib: number, ratio: number }} */
export function compareMemory(call, other, runs) {
  const pairs = Array.from({ length: runs }, () => {
    call.before?.();
    return { own: peak(call), other: peak(other) };
  });
  return {
    mib: median(pairs.map((pair) => pair.own)) / 1024,
    ratio: median(pairs.map((pair) => pair.own / pair.other)),
  };
}
