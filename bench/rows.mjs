import { closeSync, copyFileSync, cpSync, fsyncSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { figures } from './figures.mjs';
import { firstQuestion, leaveFirstQuestion } from './first-question.mjs';
import { homeOf, PROGRAM, startedHome } from './homes.mjs';
import { compare, compareMemory, environment } from './measure.mjs';

export const TODAY = '2026-06-01';
export const BIN = join(PROGRAM, 'bin', 'induct.js');
/** How many rows the file of published figures has that is imported. */
const ROWS = 20_000;
/** Whatever a view or a record is measured on; a record that has grown is compared with this one. */
const FEW = 100;
const MANY = 100_000;
const HOLDERS = 200;

/**
 * Everything that is measured with one Node: `most` is the ratio that issue and CONTRIBUTING.md allow, against `node -e 0`
 * of the same Node, or where `than` says so against another call.
 * @param {string} program the Node
 * @param {string} folder an empty one
 * @param {{ runs: number, memoryRuns: number, warmUps: number }} times
 * @returns {AsyncGenerator<{ name: string, than?: string, most: number | null, ms: number, other: number, ratio: number, mib?: number, memoryRatio?: number }>}
 */
export async function* rows(program, folder, times) {
  const env = (home, more = {}) => environment({ INDUCT_HOME: home, INDUCT_TODAY: TODAY, ...more });
  const call = (home, args, more = {}) => ({ program, args: [BIN, ...args], env: env(home), ...more });
  const node = { program, args: ['-e', '0'], env: environment({}) };
  const against = (name, most, one) => {
    const memory = compareMemory(one, node, times.memoryRuns);
    return { name, most, ...compare(one, node, times), mib: memory.mib, memoryRatio: memory.ratio };
  };
  const home = startedHome(program, join(folder, 'fresh'));
  yield against('induct --version', 1.15, call(home, ['--version']));
  yield against('induct --help', 1.3, call(home, ['--help']));
  for (const words of [[], ['status'], ['next'], ['meetings']]) {
    yield against(['induct', ...words].join(' '), 1.45, call(home, words));
  }
  const back = putBack(home);
  yield against('induct done 3.2', 1.5, call(home, ['done', '3.2'], { before: back }));
  yield against('induct note 3.2 "Called."', 1.5, call(home, ['note', '3.2', 'Called.'], { before: back }));

  const cache = join(home, 'cache');
  const forget = () => rmSync(cache, { recursive: true, force: true });
  yield against('induct status, first run after an install', 4, call(home, ['status'], { before: forget }));
  const list = join(folder, 'list');
  cpSync(join(PROGRAM, 'data'), list, { recursive: true });
  for (const file of ['occasions.yaml', 'steps.yaml']) {
    const edited = { env: env(home, { INDUCT_PACK: list }), before: edit(join(list, file)) };
    yield against(`induct status, after an edit of ${file}`, 4, call(home, ['status'], edited));
  }
  const fresh = join(folder, 'new');
  const start = (before) => call(fresh, ['start'], { before });
  const nothing = start(() => rmSync(fresh, { recursive: true, force: true }));
  const asked = /Who is typing/;
  yield {
    name: 'induct start, to its first question, first run ever',
    most: null,
    ...(await firstQuestion(nothing, asked, times)),
  };
  const noRecord = start(() => rmSync(join(fresh, 'induct.db'), { force: true }));
  await leaveFirstQuestion(noRecord, asked);
  yield { name: 'induct start, to its first question', most: 2, ...(await firstQuestion(noRecord, asked, times)) };

  const few = await homeOf(program, FEW, join(folder, 'few'));
  const many = await homeOf(program, MANY, join(folder, 'many'));
  const holders = await homeOf(program, FEW, join(folder, 'holders'), HOLDERS);
  const grown = (name, args, home, before) => {
    const [one, other] = [home, few].map((at) => call(at, args, before === undefined ? {} : { before: before(at) }));
    return { name, than: `with ${FEW}`, most: 1.05, ...compare(one, other, times) };
  };
  const count = `${MANY.toLocaleString('en')} events`;
  yield grown(`induct status, ${count}`, ['status'], many);
  yield grown(`induct status, ${HOLDERS} holders`, ['status'], holders);
  yield grown(`induct history, ${count}`, ['history'], many);
  const once = { ...times, runs: Math.min(times.runs, 15) };
  for (const args of [['done', '3.2'], ['undo']]) {
    const [one, other] = [many, few].map((at) => call(at, args, { before: putBack(at) }));
    yield { name: `induct ${args.join(' ')}, ${count}`, than: `with ${FEW}`, most: 1.05, ...compare(one, other, once) };
  }
  const file = figures(join(folder, 'figures.csv'), ROWS);
  const importing = call(home, ['data', 'import', file], { before: back });
  yield { ...against(`induct data import, ${ROWS.toLocaleString('en')} rows`, null, importing) };
}

/** Puts the record back before every run, so that each records for the first time. */
function putBack(home) {
  const database = join(home, 'induct.db');
  const kept = join(home, 'kept.db');
  copyFileSync(database, kept);
  return () => {
    copyFileSync(kept, database);
    // Else the first sync of the run would bring the copy to the disk too.
    const file = openSync(database, 'r+');
    fsyncSync(file);
    closeSync(file);
  };
}

/** Changes a comment of a file before every run, so that what was kept of the file is no longer its own. */
function edit(path) {
  const text = readFileSync(path, 'utf8');
  let round = 0;
  return () => {
    round += 1;
    writeFileSync(path, `# Edited ${round} times.\n${text}`);
  };
}
