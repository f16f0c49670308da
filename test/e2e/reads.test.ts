import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { folderOfRun } from '../helpers/folders.ts';
import { layerOf } from '../helpers/layers.ts';
import { startHome } from '../helpers/run.ts';
import { BIN, ensureBuilt } from './built.ts';
import { runChild } from './child.ts';

const PATIENCE_MS = 120_000;
/** Of the program that is tested. */
const DATA = join(dirname(dirname(BIN)), 'data');
const spy = join(folderOfRun(), 'spy.cjs');

/** Writes down every file that a run reads, in order, once the run is over. */
const SPY = `
const fs = require('node:fs');
const read = [];
for (const name of ['readFileSync', 'openSync']) {
  const original = fs[name];
  fs[name] = (path, ...rest) => {
    if (typeof path === 'string') read.push(path);
    return original(path, ...rest);
  };
}
process.on('exit', () => fs.writeFileSync(process.env.READS, JSON.stringify(read)));
`;

beforeAll(async () => {
  await ensureBuilt();
  writeFileSync(spy, SPY);
}, PATIENCE_MS);

/** What a command reads of the list and of the record's folder, the second time it is run. */
async function readsOf(home: string, ...argv: readonly string[]): Promise<string[]> {
  const env = { READS: join(folderOfRun(), 'reads.json') };
  for (const _ of ['fills the cache', 'counts']) {
    const run = await runChild(argv, { home, env, nodeFlags: ['--require', spy] });
    expect(run.exit, run.stderr).toBe(0);
  }
  const read = JSON.parse(readFileSync(env.READS, 'utf8')) as string[];
  return read.flatMap((path) => {
    if (path.startsWith(DATA)) return [relative(DATA, path)];
    return path.startsWith(home) && !/cache|induct\.db/.test(path) ? [relative(home, path)] : [];
  });
}

const SECTIONS = ['steps', 'occasions', 'meetings', 'questions', 'people', 'england/bank-holidays'];
const LIST = SECTIONS.map((name) => `${name}.yaml`);

describe("what a council's own list costs where there is none", () => {
  test.each([['status'], ['next'], []])('induct %s reads no setting', async (...argv) => {
    expect(await readsOf(await startHome(), ...argv.flat())).toEqual(LIST);
  });

  test('also where something is recorded', async () => {
    const read = await readsOf(await startHome(), 'due', '6.6', '30 June');
    expect(read).toEqual(LIST);
  });
});

test('where there is one, its files of the same sections are read, and no other', async () => {
  const home = await startHome();
  const folder = layerOf({ 'meetings.yaml': 'meetings: [{ id: schools-forum, short: Forum }]' });
  writeFileSync(join(home, 'local-list.json'), JSON.stringify({ folder }));
  expect(await readsOf(home, 'status')).toEqual(['local-list.json', ...LIST]);
  expect((await runChild(['meetings'], { home })).stdout).toContain('Forum');
});
