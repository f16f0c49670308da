import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { aMonth, everyCommand, wordsOf } from '../friendly/everywhere.ts';
import { folderOfRun, temporaryFolder } from '../helpers/folders.ts';
import { runInduct } from '../helpers/run.ts';
import { OTHERS, RECORDINGS } from './recording.ts';
import { NOT_RUN, WAY_OF, WAYS, type Way } from './ways.ts';

const ALL = [...RECORDINGS, ...OTHERS];

/** Whatever an example writes without saying where goes here. */
beforeAll(() => process.chdir(folderOfRun()));

describe('every command that is declared', () => {
  test('has its way of writing, and no other has', async () => {
    const names = (await everyCommand()).map(({ name }) => name);
    expect(Object.keys(WAY_OF).sort()).toEqual([...names].sort());
  });

  test('and that writes is among the recordings, in its way', () => {
    const calls = ALL.map(({ name, way }) => `${commandIn(name)}: ${way}`);
    const wanted = Object.entries(WAY_OF)
      .filter(([name, way]) => way !== 'nothing' && !(name in NOT_RUN))
      .map(([name, way]) => `${name}: ${way}`);
    expect(wanted.filter((one) => !calls.includes(one))).toEqual([]);
  });

  test('each way goes through every fault', () => {
    const ways = new Set<Way>(RECORDINGS.map(({ way }) => way));
    expect((Object.keys(WAYS) as Way[]).filter((way) => way !== 'nothing' && !ways.has(way))).toEqual([]);
  });

  test('and that writes nothing leaves the folder as it is', async () => {
    const wrong: string[] = [];
    for (const { name, command } of await everyCommand()) {
      if (WAY_OF[name] !== 'nothing') continue;
      for (const example of command.examples) {
        const words = wordsOf(example, temporaryFolder());
        if (commandIn(words.join(' ')) !== name) continue;
        const home = await aMonth();
        const before = filesIn(home);
        await runInduct(words, { home, today: '2026-06-22' });
        if (filesIn(home).join() !== before.join()) wrong.push(example);
      }
    }
    expect(wrong).toEqual([]);
  });
});

/** The command whose name a call begins with: the longest. */
function commandIn(call: string): string | undefined {
  const names = Object.keys(WAY_OF).filter((name) => `${call.replace(/^the first /, '')} `.startsWith(`${name} `));
  return names.sort((a, b) => b.length - a.length)[0];
}

function filesIn(home: string): string[] {
  if (!existsSync(home)) return [];
  return readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('cache'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => `${path} ${readFileSync(path).toString('base64')}`);
}
