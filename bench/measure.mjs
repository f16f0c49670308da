import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const PEAK = join(dirname(fileURLToPath(import.meta.url)), 'peak.cjs');

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

/** Runs Node to its end. @returns {number} wall time in ms */
function timed(args, env) {
  const began = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const took = performance.now() - began;
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
  return took;
}

/** @returns {number} the peak resident set of one run, in KiB */
function peak(args, env) {
  const stdio = ['ignore', 'pipe', 'pipe', 'pipe'];
  return Number(spawnSync(process.execPath, ['--require', PEAK, ...args], { env, stdio }).output[3]);
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Times a command in turn with `node -e 0`, so that whatever else the machine does meets both alike.
 * @param {{ args: string[], env: object, before?: () => void }} command what Node is given; `before` runs untimed
 * @param {{ runs: number, memoryRuns: number, warmUps: number }} times
 */
export function measure({ args, env, before = () => {} }, { runs, memoryRuns, warmUps }) {
  const empty = ['-e', '0'];
  const own = () => {
    before();
    return timed(args, env);
  };
  for (let run = 0; run < warmUps; run += 1) {
    timed(empty, env);
    own();
  }
  const pairs = Array.from({ length: runs }, (_, run) => {
    // First the one, then the other: neither always follows on the other's heels.
    if (run % 2 === 0) return { node: timed(empty, env), induct: own() };
    const induct = own();
    return { node: timed(empty, env), induct };
  });
  const peaks = Array.from({ length: memoryRuns }, () => {
    before();
    return { node: peak(empty, env), induct: peak(args, env) };
  });
  return {
    node: median(pairs.map((pair) => pair.node)),
    induct: median(pairs.map((pair) => pair.induct)),
    ratio: median(pairs.map((pair) => pair.induct / pair.node)),
    memory: median(peaks.map((pair) => pair.induct)) / 1024,
    memoryRatio: median(peaks.map((pair) => pair.induct / pair.node)),
  };
}
