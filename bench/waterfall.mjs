import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from './measure.mjs';

const WATCH = join(dirname(fileURLToPath(import.meta.url)), 'watch.cjs');
const WATCH_ITSELF = 'load the watch itself';

/**
 * Where the time of a call goes, in the order it is spent.
 * @param {{ program: string, args: string[], env: object }} call
 * @param {number} runs
 * @returns {{ what: string, ms: number }[]} medians; what watching takes is left out
 */
export function waterfall({ program, args, env }, runs) {
  const all = Array.from({ length: runs }, () => {
    const { output } = spawnSync(program, ['--require', WATCH, ...args], {
      env,
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    });
    return stepsOf(JSON.parse(String(output[3])));
  });
  const names = [...all[0].keys()].filter((name) => name !== WATCH_ITSELF);
  return names.map((what) => ({ what, ms: median(all.map((steps) => steps.get(what) ?? 0)) }));
}

function stepsOf(ended) {
  const steps = new Map();
  let before = 0;
  for (const [what, at] of ended) {
    steps.set(what, (steps.get(what) ?? 0) + at - before);
    before = at;
  }
  return steps;
}
