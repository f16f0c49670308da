import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { shortFormsOf } from '../../src/core/explain-terms.ts';
import { buildAhead } from '../../src/packs/build-list.ts';
import { FILES } from '../../src/packs/files.ts';
import { packLoader } from '../../src/packs/load.ts';
import { folderOfRun, temporaryFolder } from '../helpers/folders.ts';
import { edit, packCopy, shipped } from '../helpers/packs.ts';
import { readOnce } from '../helpers/read-once.ts';
import { DATA, runInduct, startHome } from '../helpers/run.ts';
import { rounds } from '../helpers/whole.ts';

/** Reads each text once: what is tried here is what is kept of it. */
const loaderOf = (folder: string, cache: string) => packLoader(folder, cache, { read: readOnce });
const TITLE = 'title: Ring the director of children';
const mode = (path: string) => (lstatSync(path).mode & 0o777).toString(8);
const titleOf = async (folder: string, cache: string) =>
  (await loaderOf(folder, cache).load('steps')).steps[2]?.actions[1]?.title;

/** What the loader keeps, once for all tests of what becomes of it. */
const kept = join(folderOfRun(), 'kept');
const PLAN = ['steps', 'occasions', 'meetings', 'questions', 'people', 'bankHolidays'] as const;
await loaderOf(DATA, kept).load('tips', ...PLAN);

async function filled(): Promise<{ cache: string; files: string[] }> {
  const cache = join(temporaryFolder(), 'cache');
  cpSync(kept, cache, { recursive: true });
  chmodSync(cache, 0o700);
  return { cache, files: readdirSync(cache).map((name) => join(cache, name)) };
}

describe('an edited file', () => {
  test('changes the next run', async () => {
    const home = await startHome();
    const pack = packCopy();
    const titles = async () => {
      const run = await runInduct(['next', '99', '--json'], { home, pack });
      return run.json.next.map((occasion: { title: string }) => occasion.title);
    };
    expect(await titles()).toContain("Ring the director of children's services (DCS)");
    edit(pack, 'occasions.yaml', (text) => text.replace(TITLE, 'title: Call the director of children'));
    expect(await titles()).toContain("Call the director of children's services (DCS)");
    // As long as before, and as old as before.
    const path = join(pack, 'occasions.yaml');
    const { atime, mtime } = statSync(path);
    edit(pack, 'occasions.yaml', (text) => text.replace('title: Call', 'title: Tell'));
    utimesSync(path, atime, mtime);
    expect(await titles()).toContain("Tell the director of children's services (DCS)");
    edit(pack, 'occasions.yaml', (text) => text.replace('title: Tell', 'title:\tx: '));
    expect((await runInduct(['next'], { home, pack })).exit).toBe(4);
    edit(pack, 'occasions.yaml', (text) => text.replace('title:\tx: ', 'title: Ring'));
    expect(await titles()).toContain("Ring the director of children's services (DCS)");
  });

  test('one that breaks another file is noticed, although that other file is the one asked for', async () => {
    const pack = packCopy();
    const cache = join(temporaryFolder(), 'cache');
    await loaderOf(pack, cache).load('occasions');
    edit(pack, 'steps.yaml', (text) => text.replaceAll('dcs.urgent-news', 'dcs.urgent-calls'));
    await expect(loaderOf(pack, cache).load('steps', 'occasions')).rejects.toThrow(
      'dcs.urgent-news, which is no action',
    );
  });

  test('is read alone, unless there is a mistake', async () => {
    const pack = packCopy();
    const cache = join(temporaryFolder(), 'cache');
    const read: string[] = [];
    const spy: typeof readOnce = (file, text) => {
      read.push(file);
      return readOnce(file, text);
    };
    const load = () => packLoader(pack, cache, { read: spy }).load('steps', 'tips');
    await load();
    expect(read).toHaveLength(Object.keys(FILES).length);
    read.length = 0;
    edit(pack, 'tips.yaml', (text) => `# Edited.\n${text}`);
    await load();
    expect(read).toEqual(['tips.yaml']);
    read.length = 0;
    edit(pack, 'steps.yaml', (text) => text.replaceAll('dcs.urgent-news', 'dcs.urgent-calls'));
    await expect(load()).rejects.toThrow('dcs.urgent-news, which is no action');
    expect(new Set(read).size).toBe(Object.keys(FILES).length);
  });

  test('is the same however it is written, and a mistake in it is told with its place', async () => {
    const pack = packCopy();
    const cache = join(temporaryFolder(), 'cache');
    const tip = async () => (await packLoader(pack, cache).load('tips')).tips.at(-1)?.title;
    const written = async (title: string) => {
      edit(pack, 'tips.yaml', (text) =>
        text.replace(/(.*title: ).*?\n(?= {4}text)/s, (_, before) => `${before}${title}\n`),
      );
      return tip();
    };
    expect(await written('Ask, and ask again')).toBe('Ask, and ask again');
    expect(await written('|-\n      Ask: and ask')).toBe('Ask: and ask');
    expect(await written('Ask\n      again')).toBe('Ask again');
    await expect(written('Ask: again')).rejects.toThrow(/tips\.yaml:\d+:12: this does not fit here/);
    await expect(written('""')).rejects.toThrow(/tips\.yaml:\d+:12: "tips\[\d+\]\.title" must not be empty/);
  });

  test('once more while it is read is what the next run shows', async () => {
    const pack = packCopy();
    const cache = join(temporaryFolder(), 'cache');
    await loaderOf(pack, cache).load(...PLAN);
    edit(pack, 'steps.yaml', (text) => text.replace('title: Guides for the role', 'title: First'));
    let isFirst = true;
    const editing: typeof readOnce = (file, text) => {
      if (file === 'steps.yaml' && isFirst) edit(pack, file, (now) => now.replace('title: First', 'title: Second'));
      isFirst &&= file !== 'steps.yaml';
      return readOnce(file, text);
    };
    const title = async (read: typeof readOnce) =>
      (await packLoader(pack, cache, { read }).load(...PLAN)).steps[1]?.title;
    expect([await title(editing), await title(readOnce), await title(readOnce)]).toEqual(['First', 'Second', 'Second']);
  });

  test('is checked with what was kept elsewhere of another', async () => {
    const pack = packCopy();
    const [ahead, cache] = [join(temporaryFolder(), 'ahead'), join(temporaryFolder(), 'cache')];
    await buildAhead(pack, ahead);
    const whole = readFileSync(join(pack, 'meetings.yaml'), 'utf8');
    const load = () => packLoader(pack, cache, { ahead, read: readOnce }).load(...PLAN);
    for (const file of ['steps.yaml', 'meetings.yaml', 'people.yaml'])
      edit(pack, file, (text) => `# \n${text.replaceAll('meetings.regional-network', 'meetings.regional-lead')}`);
    await load();
    writeFileSync(join(pack, 'meetings.yaml'), whole);
    await expect(load()).rejects.toThrow('meetings.yaml');
    await expect(load()).rejects.toThrow('meetings.yaml');
  });

  test('two folders are kept apart', async () => {
    const pack = packCopy();
    const cache = join(temporaryFolder(), 'cache');
    edit(pack, 'steps.yaml', (text) => text.replace(TITLE, 'title: Call the director of children'));
    const ours = await titleOf(DATA, cache);
    const theirs = await titleOf(pack, cache);
    expect([ours, theirs]).toEqual([expect.stringMatching(/^Ring/), expect.stringMatching(/^Call/)]);
    expect([await titleOf(DATA, cache), await titleOf(pack, cache)]).toEqual([ours, theirs]);
  });
});

describe('the cache', () => {
  test('gives what the files give, and is for its owner alone', async () => {
    const { cache, files } = await filled();
    expect(files).toHaveLength(Object.keys(FILES).length + 2);
    expect([mode(kept), ...new Set(files.map(mode))]).toEqual(['700', '600']);
    const all = await shipped();
    const names = Object.keys(all) as (keyof typeof all)[];
    expect(await loaderOf(DATA, cache).load(...names)).toEqual(all);
    const forms = files.find((name) => name.endsWith('-shortForms.txt')) ?? '';
    for (const damage of [() => {}, () => rmSync(forms), () => writeFileSync(forms, 'none')]) {
      damage();
      const { shortForms } = await loaderOf(DATA, cache).load('shortForms');
      expect(shortForms).toEqual(all.glossary.flatMap(shortFormsOf));
      expect(statSync(forms).size).toBeGreaterThan(10_000);
    }
  });

  test('holds what every plan needs in one file, which is made anew when it is damaged', async () => {
    const { cache } = await filled();
    const plan = readdirSync(cache).find((name) => name.endsWith('-plan.txt')) ?? '';
    const path = join(cache, plan);
    const whole = readFileSync(path);
    for (const name of readdirSync(cache)) if (name !== plan) rmSync(join(cache, name));
    const { steps, occasions } = await loaderOf(DATA, cache).load(...PLAN);
    const all = await shipped();
    expect({ steps, occasions }).toEqual({ steps: all.steps, occasions: all.occasions });
    expect(readdirSync(cache)).toEqual([plan]);

    cpSync(kept, cache, { recursive: true, force: true });
    writeFileSync(path, 'no plan');
    expect((await loaderOf(DATA, cache).load(...PLAN)).steps).toEqual(all.steps);
    expect(readFileSync(path)).toEqual(whole);
  });

  test('of one section is none of another, although both are made of the same file', async () => {
    const { cache, files } = await filled();
    const [forms = '', glossary = ''] = ['shortForms', 'glossary'].map((name) =>
      files.find((file) => file.endsWith(`-${name}.txt`)),
    );
    const all = await shipped();
    writeFileSync(glossary, readFileSync(forms));
    expect((await loaderOf(DATA, cache).load('glossary')).glossary).toEqual(all.glossary);
    writeFileSync(forms, readFileSync(glossary));
    expect((await loaderOf(DATA, cache).load('shortForms')).shortForms).toEqual(all.glossary.flatMap(shortFormsOf));
  });

  test.runIf(process.platform !== 'win32')('is not waited for where a pipe lies in its place', async () => {
    const { cache, files } = await filled();
    for (const file of files) {
      rmSync(file);
      execFileSync('mkfifo', [file]);
    }
    expect((await loaderOf(DATA, cache).load('tips')).tips).toEqual((await shipped()).tips);
  });

  test('is read only as far as it is asked for', async () => {
    const { cache, files } = await filled();
    for (const file of files.filter((name) => !name.endsWith('-tips.txt'))) rmSync(file);
    await loaderOf(DATA, cache).load('tips');
    expect(readdirSync(cache)).toHaveLength(1);
  });

  const DAMAGE: readonly (readonly [string, (file: string) => void])[] = [
    ['missing', (file) => rmSync(file)],
    ['empty', (file) => writeFileSync(file, '')],
    ['cut in half', (file) => writeFileSync(file, readFileSync(file).subarray(0, statSync(file).size / 2))],
    [
      'garbage',
      (file) => writeFileSync(file, Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256))),
    ],
    ['another document', (file) => writeFileSync(file, '{"build":"source","built":{}}')],
    ['null', (file) => writeFileSync(file, 'null')],
    ['of another build', (file) => writeFileSync(file, readFileSync(file, 'utf8').replace('source', 'sourcf'))],
    [
      'a folder',
      (file) => {
        rmSync(file);
        mkdirSync(join(file, 'inside'), { recursive: true });
      },
    ],
  ];
  test.each(DAMAGE)('%s is as good as none', async (_, damage) => {
    const { cache, files } = await filled();
    for (const file of files) damage(file);
    const all = await shipped();
    expect(await loaderOf(DATA, cache).load('steps', 'occasions', 'councils')).toMatchObject({
      steps: all.steps,
      occasions: all.occasions,
      councils: all.councils,
    });
    expect(readdirSync(cache).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('a character flipped anywhere is as good as none', async () => {
    const { cache, files } = await filled();
    const file = files.find((name) => name.endsWith('-tips.txt')) ?? '';
    const whole = readFileSync(file);
    const { tips } = await shipped();
    const wrong: number[] = [];
    for (let round = 0; round < rounds(40, 8); round += 1) {
      const at = (round * 7919) % whole.length;
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 0x01;
      writeFileSync(file, bytes);
      const loaded = await loaderOf(DATA, cache).load('tips');
      if (JSON.stringify(loaded.tips) !== JSON.stringify(tips)) wrong.push(at);
    }
    expect(wrong).toEqual([]);
  });

  test('that can not be written costs nothing but time', async () => {
    const blocked = join(temporaryFolder(), 'file');
    writeFileSync(blocked, 'in the way');
    for (const cache of [blocked, join(blocked, 'cache')]) {
      expect(await titleOf(DATA, cache)).toMatch(/^Ring the director/);
      expect(await titleOf(DATA, cache)).toMatch(/^Ring the director/);
    }
    expect(readFileSync(blocked, 'utf8')).toBe('in the way');
  });

  test('in a home whose cache is a file, commands work', async () => {
    const home = await startHome();
    writeFileSync(join(home, 'cache'), 'in the way');
    expect((await runInduct(['next'], { home, pack: packCopy() })).exit).toBe(0);
    expect(existsSync(join(home, 'cache', 'x'))).toBe(false);
  });

  test("a copy that was left behind half written is in nobody's way", async () => {
    const { cache, files } = await filled();
    for (const file of files) {
      rmSync(file);
      writeFileSync(`${file}.${process.pid}.tmp`, 'half');
    }
    for (const _ of ['built', 'kept']) {
      const { steps } = await loaderOf(DATA, cache).load(...PLAN);
      expect(steps[2]?.actions[1]?.title).toMatch(/^Ring the director/);
    }
    expect(readdirSync(cache).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

test.skipIf(process.platform !== 'linux')(
  'a file that does not say how much it holds is read all the same',
  async () => {
    const layer = temporaryFolder();
    symlinkSync('/proc/version', join(layer, 'steps.yaml'));
    const options = { layers: [layer], read: readOnce };
    await expect(packLoader(DATA, join(temporaryFolder(), 'cache'), options).load('steps')).rejects.toThrow(/mistake/);
  },
);

describe('a list that was built ahead', () => {
  const ahead = join(folderOfRun(), 'ahead');
  const loaded = (pack: string, cache: string, layers: readonly string[] = []) =>
    packLoader(pack, cache, { layers, ahead, read: readOnce }).load('steps', 'occasions');
  const newCache = () => join(temporaryFolder(), 'cache');

  test('is what the first run takes, and nothing is kept', async () => {
    await buildAhead(DATA, ahead);
    const cache = newCache();
    const { steps, occasions } = await shipped();
    expect(await loaded(DATA, cache)).toEqual({ steps, occasions });
    expect(existsSync(cache)).toBe(false);
  });

  test('is not taken for an edited file, for a list with layers, or when it is damaged', async () => {
    const pack = packCopy();
    edit(pack, 'steps.yaml', (text) => text.replace(TITLE, 'title: Call the director of children'));
    expect((await loaded(pack, newCache())).steps[2]?.actions[1]?.title).toMatch(/^Call/);
    const layered = newCache();
    await loaded(DATA, layered, [temporaryFolder()]);
    expect(existsSync(layered)).toBe(true);
    const file = readdirSync(ahead).find((name) => name.endsWith('-steps.txt')) ?? '';
    const bytes = readFileSync(join(ahead, file));
    bytes[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 0x01;
    writeFileSync(join(ahead, file), bytes);
    const cache = newCache();
    expect((await loaded(DATA, cache)).steps).toEqual((await shipped()).steps);
    expect(existsSync(cache)).toBe(true);
  });
});
