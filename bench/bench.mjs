// How long the everyday commands take, against a Node that does nothing, and what others of the kind take. With the
// program built:
//   node bench/bench.mjs                       prints tables: for the Node at hand and the other lines, and the peers
//   node bench/bench.mjs --here                for the Node at hand alone, without the peers
//   node bench/bench.mjs --make-home N DIR     makes a home whose record holds N events
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, platform, release, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { bringNodes, nodesIn } from '../scripts/nodes.mjs';
import { withEagerImport } from './control.mjs';
import { homeOf, makeHome, PROGRAM, startedHome } from './homes.mjs';
import { compare, environment } from './measure.mjs';
import { fill, PEERS, versionOf } from './peers.mjs';
import { BIN, rows, TODAY } from './rows.mjs';
import { code, row, table, times } from './tables.mjs';
import { waterfall } from './waterfall.mjs';

const USAGE = 'Usage: node bench/bench.mjs [--here | --make-home N DIR]\n';
const TIMES = { runs: 51, memoryRuns: 5, warmUps: 2 };
/** How many items the peers hold, and events the record. */
const COUNTS = [60, 1000, 10_000, 100_000];
/** What takes longer than this is timed a few times only. */
const SLOW_MS = 1000;

process.exitCode = await main(process.argv.slice(2));

async function main(words) {
  if (words.length === 0) return bench({ here: false });
  if (words.length === 1 && words[0] === '--here') return bench({ here: true });
  const [flag, count, folder, ...rest] = words;
  const isCall = flag === '--make-home' && /^[1-9]\d*$/.test(count ?? '') && folder !== undefined && rest.length === 0;
  if (!isCall) return fail(USAGE, 2);
  const home = resolve(folder);
  const wrong = await makeHome(Number(count), home);
  if (wrong !== null) return fail(`${wrong}\n`, 4);
  say(`${home} holds ${count} events. Look at it: INDUCT_HOME=${home} node bin/induct.js`);
  return 0;
}

function fail(message, code) {
  process.stderr.write(message);
  return code;
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

async function bench({ here }) {
  if (!existsSync(join(PROGRAM, 'dist', 'main.cjs'))) return fail('Build it first: npm run build\n', 4);
  const folder = mkdtempSync(join(tmpdir(), 'induct-bench-'));
  const inside = (name) => {
    mkdirSync(join(folder, name));
    return join(folder, name);
  };
  try {
    say(head());
    const nodes = here ? [{ version: process.version, program: process.execPath }] : bringNodes(nodesIn(PROGRAM));
    for (const { version, program } of nodes) await sayCommands(version, program, inside(version));
    sayWaterfall(inside('waterfall'));
    sayControl(inside('control'));
    if (!here) await sayPeers(inside('peers'));
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function head() {
  const { version } = JSON.parse(readFileSync(join(PROGRAM, 'package.json'), 'utf8'));
  const [processor] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return (
    `induct ${version}, ${new Date().toISOString().slice(0, 10)}, ${platform()} ${release()}, ` +
    `${cpus().length} × ${processor?.model ?? 'unknown processor'}, ${memory} GiB.\n` +
    `Medians of ${TIMES.runs} runs, each in turn with \`node -e 0\` of the same Node, NODE_EXTRA_CA_CERTS unset; ` +
    'the ratio is the median of the ratios of the pairs.'
  );
}

async function sayCommands(version, program, folder) {
  say(`\n## Node ${version}\n`);
  say(table('command', 'ms', '`node -e 0`, ms', 'ratio', 'at most', 'peak MiB', 'ratio'));
  for await (const one of rows(program, folder, TIMES)) {
    const { name, than = '', most, ms, other, ratio, mib, memoryRatio } = one;
    const beside = than === '' ? other.toFixed(1) : `${than}: ${other.toFixed(1)}`;
    const memory = mib === undefined ? ['', ''] : [mib.toFixed(0), times(memoryRatio)];
    say(row(code(name), ms.toFixed(1), beside, times(ratio), most === null ? '' : `× ${most}`, ...memory));
  }
}

function sayWaterfall(folder) {
  const home = startedHome(process.execPath, join(folder, 'home'));
  const env = environment({ INDUCT_HOME: home, INDUCT_TODAY: TODAY });
  say(`\n## Where the time of \`induct status\` goes, Node ${process.version}\n`);
  say(table('step', 'ms'));
  const steps = waterfall({ program: process.execPath, args: [BIN, 'status'], env }, TIMES.runs);
  for (const { what, ms } of steps) say(row(what, ms.toFixed(2)));
}

function sayControl(folder) {
  const home = startedHome(process.execPath, join(folder, 'home'));
  const env = environment({ INDUCT_HOME: home, INDUCT_TODAY: TODAY });
  mkdirSync(join(folder, 'program'));
  const eager = { program: process.execPath, args: [withEagerImport(join(folder, 'program')), 'status'], env };
  const { ms, other, ratio } = compare(eager, { ...eager, args: [BIN, 'status'] }, TIMES);
  say('\n## The control: an import in the wrong place must show\n');
  say(table('', 'ms', 'without it, ms', 'ratio'));
  say(row('`induct status` that loads node:crypto at once', ms.toFixed(1), other.toFixed(1), times(ratio)));
}

async function sayPeers(folder) {
  const found = PEERS.map((peer) => ({ ...peer, version: versionOf(peer) })).filter(({ version }) => version !== null);
  say('\n## Beside others of the kind that are installed here\n');
  const node = { program: process.execPath, args: ['-e', '0'], env: environment({}) };
  say(table('items', '`induct status`', ...found.map(({ name, version, call }) => `${name} ${version}, \`${call}\``)));
  for (const count of COUNTS) {
    const home = await homeOf(process.execPath, count, join(folder, `induct-${count}`));
    const env = environment({ INDUCT_HOME: home, INDUCT_TODAY: TODAY });
    const cells = [cell({ program: process.execPath, args: [BIN, 'status'], env }, node)];
    for (const peer of found) {
      const own = fill(peer, join(folder, `${peer.program}-${count}`), count);
      cells.push(own === null ? 'not read in within ten minutes' : cell({ ...peer, env: own }, node));
    }
    say(row(count.toLocaleString('en'), ...cells));
  }
}

/** One that is slow is timed less often. */
function cell(call, node) {
  const once = compare(call, node, { runs: 1, warmUps: 0 });
  const { ms, ratio } = compare(call, node, once.ms < SLOW_MS ? TIMES : { runs: 3, warmUps: 0 });
  return `${ms.toFixed(ms < 100 ? 1 : 0)} ms, ${times(ratio)}`;
}
