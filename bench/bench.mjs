// How long the everyday commands take, against a Node that does nothing. With the program built:
//   node bench/bench.mjs                       prints a table
//   node bench/bench.mjs --make-home N DIR     makes a home whose record holds N events
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, platform, release, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { makeHome, PROGRAM } from './homes.mjs';
import { environment, measure } from './measure.mjs';

const USAGE = 'Usage: node bench/bench.mjs [--make-home N DIR]\n';
const TIMES = { runs: 25, memoryRuns: 5, warmUps: 2 };
const TODAY = '2026-06-01';
const BIN = join(PROGRAM, 'bin', 'induct.js');
/** How many events the records hold that \`status\` is timed on at the end. */
const COUNTS = [100, 100_000];
/** How many rows the file of published figures has that is imported. */
const ROWS = 20_000;

process.exitCode = await main(process.argv.slice(2));

async function main(words) {
  if (words.length === 0) return bench();
  const [flag, count, folder, ...rest] = words;
  const isCall = flag === '--make-home' && /^[1-9]\d*$/.test(count ?? '') && folder !== undefined && rest.length === 0;
  if (!isCall) return fail(USAGE, 2);
  const home = resolve(folder);
  const wrong = await makeHome(Number(count), home);
  if (wrong !== null) return fail(`${wrong}\n`, 4);
  process.stdout.write(`${home} holds ${count} events. Look at it: INDUCT_HOME=${home} node bin/induct.js\n`);
  return 0;
}

function fail(message, code) {
  process.stderr.write(message);
  return code;
}

async function bench() {
  if (!existsSync(join(PROGRAM, 'dist', 'main.cjs'))) return fail('Build it first: npm run build\n', 4);
  const folder = mkdtempSync(join(tmpdir(), 'induct-bench-'));
  try {
    process.stdout.write(`${head()}\n`);
    const fresh = startedHome(join(folder, 'fresh'));
    const rows = [
      row('induct --version', 1.3, fresh, ['--version']),
      row('induct --help', 1.6, fresh, ['--help']),
      row('induct', 2, fresh, []),
      row('induct status', 2, fresh, ['status']),
      row('induct next', 2, fresh, ['next']),
      row('induct meetings', 2, fresh, ['meetings']),
      row('induct done 3.2', null, fresh, ['done', '3.2'], keepDatabase(fresh)),
      row(
        `induct data import, ${ROWS.toLocaleString('en')} rows`,
        null,
        fresh,
        ['data', 'import', figures(folder)],
        keepDatabase(fresh),
      ),
    ];
    for (const one of rows) process.stdout.write(`${one()}\n`);
    for (const count of COUNTS) {
      const home = await homeOf(count, join(folder, String(count)));
      process.stdout.write(`${row(`induct status, ${count.toLocaleString('en')} events`, 2, home, ['status'])()}\n`);
    }
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function head() {
  const { version } = JSON.parse(readFileSync(join(PROGRAM, 'package.json'), 'utf8'));
  const [processor] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return [
    `induct ${version}, ${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${platform()} ${release()}, ` +
      `${cpus().length} × ${processor?.model ?? 'unknown processor'}, ${memory} GiB.`,
    `Medians of ${TIMES.runs} runs, each in turn with \`node -e 0\`; the ratio is the median of the ratios of the pairs.`,
    '',
    '| command | ms | `node -e 0`, ms | ratio | at most | peak MiB | ratio |',
    '|---|---|---|---|---|---|---|',
  ].join('\n');
}

/** One line of the table, measured when it is called. */
function row(name, most, home, words, before) {
  return () => {
    const env = environmentOf(home);
    const took = measure({ args: [BIN, ...words], env, ...(before === undefined ? {} : { before }) }, TIMES);
    const cells = [
      `\`${name}\``.replace(/, (.*)`$/, '`, $1'),
      took.induct.toFixed(1),
      took.node.toFixed(1),
      `× ${took.ratio.toFixed(2)}`,
      most === null ? '' : `× ${most.toFixed(1)}`,
      took.memory.toFixed(0),
      `× ${took.memoryRatio.toFixed(2)}`,
    ];
    return `| ${cells.join(' | ')} |`;
  };
}

function environmentOf(home) {
  return environment({ INDUCT_HOME: home, INDUCT_TODAY: TODAY });
}

function induct(home, ...words) {
  const { status, stderr } = spawnSync(process.execPath, [BIN, ...words], {
    env: environmentOf(home),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`induct ${words.join(' ')}: ${stderr}`);
}

/** A home with so many events, whose caches are warm as they are from the second day on. */
async function homeOf(count, home) {
  const wrong = await makeHome(count, home);
  if (wrong !== null) throw new Error(wrong);
  induct(home, 'status');
  return home;
}

function startedHome(home) {
  induct(home, 'start', '--council', 'Leeds', '--appointed', '2026-05-20', '--yes');
  for (const word of ['status', 'meetings']) induct(home, word);
  return home;
}

/** A file of made-up figures in the shape of the DfE's, with many filters of which one row in twelve counts. */
function figures(folder) {
  const path = join(folder, 'figures.csv');
  const filters = Array.from({ length: 12 }, (_, index) =>
    index === 0 ? 'Total in education, employment or training' : `Other ${index}`,
  );
  const lines = [
    'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,la_name,new_la_code,care_leaver_age,breakdown,care_leaver_count,care_leaver_percent',
  ];
  for (let row = 0; lines.length <= ROWS; row += 1) {
    const council = Math.floor(row / 12) % 160;
    const year = 2025 - Math.floor(row / (12 * 160));
    const area =
      council === 0
        ? 'National,E92000001,England,,,,,'
        : `Local authority,E92000001,England,E12000003,Yorkshire and The Humber,${council === 1 ? 383 : 5000 + council},Council ${council},X${council}`;
    lines.push(`${year},Reporting year,${area},19 to 21 years,"${filters[row % 12]}",${row % 300},${row % 100}`);
  }
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

/** Puts the record back before every run, so that each records for the first time. */
function keepDatabase(home) {
  const database = join(home, 'induct.db');
  const kept = join(home, 'kept.db');
  copyFileSync(database, kept);
  return () => copyFileSync(kept, database);
}
