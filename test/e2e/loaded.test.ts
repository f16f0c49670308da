import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { folderOfRun } from '../helpers/folders.ts';
import { edit, packCopy } from '../helpers/packs.ts';
import { PROGRAM, startHome } from '../helpers/run.ts';
import { ensureBuilt } from './built.ts';
import { runChild } from './child.ts';

const PATIENCE_MS = 120_000;
const DIST = join(PROGRAM, 'dist');
const spy = join(folderOfRun(), 'spy-loaded.cjs');

/** Writes down which files of dist a run reads, and which modules of Node it loads after its start. */
const SPY = `
const fs = require('node:fs');
const before = new Set(process.moduleLoadList);
const files = [];
const original = fs.openSync;
fs.openSync = (path, ...rest) => {
  const name = /[\\\\/]dist[\\\\/]([\\w-]+\\.cjs)$/.exec(String(path));
  if (name !== null) files.push(name[1]);
  return original(path, ...rest);
};
process.on('exit', () => {
  const modules = process.moduleLoadList.filter((name) => !before.has(name) && !name.startsWith('Internal Binding'));
  fs.writeFileSync(process.env.LOADED, JSON.stringify({ files, modules }));
});
`;

beforeAll(async () => {
  await ensureBuilt();
  writeFileSync(spy, SPY);
}, PATIENCE_MS);

async function loadedBy(
  argv: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<{ files: string[]; modules: string[] }> {
  const env = { ...more, LOADED: join(folderOfRun(), 'loaded.json') };
  const run = await runChild(argv, { home: await startHome(), env, nodeFlags: ['--require', spy] });
  expect(run.exit, run.stderr).toBe(0);
  return JSON.parse(readFileSync(env.LOADED, 'utf8'));
}

describe('what a command loads', () => {
  test.each([[[]], [['status']], [['next']], [['meetings']], [['status', '--all', '--plain']]])(
    'induct %j: the main file alone, and no module of Node that takes long',
    async (argv) => {
      const { files, modules } = await loadedBy(argv);
      expect(files).toEqual(['main.cjs']);
      expect(
        modules.filter((name) => /crypto|zlib|child_process|\bnet\b|\btls\b|\bhttps?\b|worker|readline/.test(name)),
      ).toEqual([]);
    },
  );

  test.each([
    [['--help'], ['help-first.cjs']],
    [['history'], ['history-command.cjs']],
    [['done', '3.2'], ['done-command.cjs']],
    [['note', '3.2', 'Called.'], ['note-command.cjs']],
    [
      ['note', '3.2', 'A child was named in the meeting.'],
      ['note-command.cjs', 'core-identifying.cjs'],
    ],
  ])('induct %j: its own file, and no library', async (argv, own) => {
    const { files } = await loadedBy(argv);
    // The first record of a day copies the whole, which no later one does.
    expect(files.filter((name) => name !== 'store-backup.cjs')).toEqual(['main.cjs', ...own]);
  });
});

describe('what a command loads after an edit of the list', () => {
  test.each([
    ['plainly written', 'title: Ring them', []],
    ['in another way', 'title: |-\n      Ring them', ['packs-read-yaml.cjs']],
  ])('%s', async (_, title, more) => {
    const pack = packCopy();
    edit(pack, 'occasions.yaml', (text) => text.replace(/title: .*/, title));
    const { files } = await loadedBy(['status'], { INDUCT_PACK: pack });
    expect(files).toEqual(['main.cjs', 'packs-build-list.cjs', ...more]);
  });
});

describe('what a run throws away', () => {
  test.each([[[]], [['status']], [['next']], [['meetings']], [['done', '3.2']], [['note', '3.2', 'Called.']]])(
    'induct %j: so little that nothing is cleared before it ends',
    async (argv) => {
      const home = await startHome();
      const call = async () => runChild(argv, { home, nodeFlags: ['--trace-gc'] });
      // The first keeps the code, which takes room, and copies the record where something is recorded.
      await call();
      await runChild(['undo'], { home });
      expect((await call()).stdout).not.toMatch(/Scavenge|Mark-Compact/);
    },
  );
});

describe('the main file', () => {
  const main = () => readFileSync(join(DIST, 'main.cjs'), 'utf8');

  test('is no larger than it has to be', () => {
    expect(main().length).toBeLessThan(170_000);
  });

  test.each(['CommanderError', 'ZodError', 'YAMLParseError', 'createPromptModule', 'BEGIN:VCALENDAR'])(
    'holds nothing of what is rarely needed: %s',
    (sign) => {
      expect(main()).not.toContain(sign);
    },
  );

  test('inquirer comes without its editor', () => {
    expect(statSync(join(DIST, 'host-prompts-inquirer.cjs')).size).toBeLessThan(70_000);
  });
});
