import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { draft } from '../../src/core/events.ts';
import { openDatabase } from '../../src/store/sqlite.ts';
import { prepare } from '../contract/calls.ts';
import { A_MONTH } from '../contract/screens.ts';
import { temporaryFolder } from '../helpers/folders.ts';
import { runInduct, startHome } from '../helpers/run.ts';
import { contentsIn, contentsOf, holding } from './verdict.ts';
import type { Way } from './ways.ts';

/** Stands in a call for the folder that the home lies in. */
const BESIDE = '{beside}';

/** A home before a call, and the call itself. */
export type Made = { readonly home: string; readonly argv: readonly string[] };

/** A command that records, the home it is run in, and what it prints when all is kept. */
export type Recording = {
  readonly name: string;
  readonly way: Way;
  readonly make: () => Promise<Made>;
  readonly receipt: RegExp;
  /** The civil date; that of the other tests without. */
  readonly today?: string;
  /** The record is the one before or the one after, whatever the changes in it are. */
  readonly either?: true;
  /** What else is wrong with a home afterwards. `acknowledged`: the receipt was printed. */
  readonly also?: (home: string, acknowledged: boolean, before: string) => Promise<readonly string[]>;
  /** Which exit codes of the next command are right, where it need not just work. */
  readonly next?: readonly number[];
  /** How the same call may end when it is given again; then everything is as after one without a fault. */
  readonly again?: readonly number[];
};

const TAKE_BACK = /To take it back: induct undo/;
const DAY = '2026-06-04';

/** The call in a home: what it writes beside goes beside this one. */
export function callIn(home: string, { argv }: Made): string[] {
  return argv.map((word) => word.replace(BESIDE, dirname(home)));
}

/** A plan with something to take back. */
const begun = () =>
  startHome({
    drafts: [
      draft('done', 'dcs.vision', 'Vision', '2026-05-20', { was: 'todo' }),
      draft('noted', 'dcs.vision', 'Vision', '2026-05-20', { text: 'A good hour', private: false }),
    ],
  });

const on =
  (home: () => Promise<string>, ...argv: readonly string[]) =>
  async (): Promise<Made> => ({ home: await home(), argv });

const change = (name: string, home: () => Promise<string>, ...argv: readonly string[]): Recording => ({
  name,
  way: 'change',
  make: on(home, ...argv),
  receipt: TAKE_BACK,
});

const said = async (home: string, ...argv: readonly string[]): Promise<string> => {
  const { exit, stdout, stderr } = await runInduct(argv, { home, today: DAY });
  if (exit !== 0) throw new Error(`induct ${argv.join(' ')}: ${stderr}`);
  return stdout;
};

/** A home with backups, pages, settings and a list of the council's own, in all of which something could be left. */
export const CANARY = 'Canary-5d1f';
async function full(): Promise<string> {
  const home = await begun();
  await said(home, 'note', '3.2', `${CANARY} once`);
  await said(home, 'backup');
  await said(home, 'note', '3.1', `${CANARY} again`);
  await said(home, 'backup');
  await said(home, 'brief', 'dcs', '--print');
  writeFileSync(join(home, 'print', 'old.html'), CANARY);
  const list = join(temporaryFolder(), 'list');
  await said(home, 'local', 'new', list);
  await said(home, 'local', 'use', list);
  await said(home, 'accessible', 'on');
  return home;
}

/** A home with one backup and one page, in which words are that are to be removed. */
async function holdingWords(): Promise<string> {
  const home = await begun();
  await said(home, 'note', '3.2', `${CANARY} once`);
  rmSync(join(home, 'backups'), { recursive: true });
  await said(home, 'backup');
  await said(home, 'brief', 'dcs', '--print');
  writeFileSync(join(home, 'print', 'old.html'), `${CANARY} once`);
  return home;
}

/** Another record of the same holder, with more in it, as a file that `share` made. */
async function shared(home: string): Promise<string> {
  const other = join(temporaryFolder(), 'home');
  cpSync(home, other, { recursive: true });
  await said(other, 'note', '3.2', 'From the other computer');
  await said(other, 'done', '2.1');
  const file = join(temporaryFolder(), 'shared.json');
  await said(other, 'share', file);
  return file;
}

const elsewhere = () => startHome({ answers: { name: 'Tom Reed' }, drafts: [LATER] });
const LATER = draft('done', 'dcs.urgent-news', 'Ring', '2026-05-21', { was: 'todo' });

/** A file that was written from a home. */
async function fileFrom(home: string, name: string, ...argv: readonly string[]): Promise<string> {
  const file = join(temporaryFolder(), name);
  await said(home, ...argv, file);
  return file;
}

const two = async (): Promise<string> => startHome({ home: await holdingWords(), answers: { name: 'Tom Reed' } });

/** The file that a call wrote beside the home: not there, as it was, or whole. */
const fileBeside =
  (name: string, isWhole: (path: string, before: string) => Promise<boolean>, was: string | null = null) =>
  async (home: string, acknowledged: boolean, before: string): Promise<readonly string[]> => {
    const path = join(dirname(home), name);
    const same = existsSync(path) ? was !== null && readFileSync(path, 'utf8') === was : was === null;
    if (same) return acknowledged ? [`acknowledged, and ${name} is not there`] : [];
    return existsSync(path) && (await isWhole(path, before)) ? [] : [`${name} is not whole`];
  };

async function isCopy(path: string, before: string): Promise<boolean> {
  const contents = await contentsIn(path).catch(() => []);
  return contents.join('\n') === (await contentsOf(before)).join('\n');
}

const backupsIn = (home: string, kind: string): string[] => {
  const folder = join(home, 'backups');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.startsWith(kind))
    .map((name) => join(folder, name));
};

async function keptBefore(home: string, _: boolean, before: string): Promise<string[]> {
  const was = (await contentsOf(before)).join('\n');
  if ((await contentsOf(home)).join('\n') === was) return [];
  const copies = await Promise.all(backupsIn(home, 'before-restore').map(contentsIn));
  return copies.some((copy) => copy.join('\n') === was) ? [] : ['the record before the restore is nowhere'];
}

const settingIs = async (home: string, key: string): Promise<string | null> => {
  const database = await openDatabase(join(home, 'induct.db'), { fileMustExist: true });
  try {
    const value = database.prepare('SELECT value FROM settings WHERE key LIKE ?').pluck().get(key);
    return value === undefined ? null : String(value);
  } finally {
    database.close();
  }
};

const textIn = (path: string): string | null => (existsSync(path) ? readFileSync(path, 'utf8') : null);

/** One of every way to write; these go through every fault at every call. */
export const RECORDINGS: readonly Recording[] = [
  {
    name: 'the first start',
    way: 'changes in a row',
    make: on(
      async () => join(temporaryFolder(), 'new'),
      'start',
      '--council',
      'Leeds',
      '--appointed',
      'today',
      '--yes',
    ),
    receipt: /^Saved\. Leeds/m,
  },
  change('done', begun, 'done', '3.2'),
  change('ask for twenty', begun, 'ask', '6', '--of', 'the office', '--yes'),
  { ...change('undo', begun, 'undo'), receipt: /^Taken back: /m },
  change('note', begun, 'note', '3.2', 'A word. '.repeat(900)),
  change('meetings new', begun, 'meetings', 'new', 'One-to-one', '--every', 'week', '--from', '4 June 9:30am'),
  change('profile', begun, 'profile', 'dcs_post', 'vacant'),
  {
    name: 'start --new --from a handover',
    way: 'changes in a row',
    make: async () => {
      const from = await prepare(A_MONTH);
      const file = await fileFrom(from, 'handover.json', 'handover', '--format', 'json', '--output');
      return { home: await begun(), argv: ['start', '--new', '--from', file, '--appointed', 'today', '--yes'] };
    },
    receipt: /^Saved\. Leeds/m,
  },
  {
    name: 'import',
    way: 'a record taken in',
    make: async () => ({
      home: await begun(),
      argv: ['import', await fileFrom(await elsewhere(), 'record.json', 'export', '--output')],
    }),
    receipt: /^Imported: /m,
    either: true,
    again: [0, 2],
  },
  {
    name: 'import where nothing is',
    way: 'a record taken in',
    make: async () => ({
      home: join(temporaryFolder(), 'new'),
      argv: ['import', await fileFrom(await elsewhere(), 'record.json', 'export', '--output')],
    }),
    receipt: /^Imported: /m,
    either: true,
    again: [0, 2],
  },
  {
    name: 'merge',
    way: 'a record taken in',
    make: async () => {
      const home = await begun();
      return { home, argv: ['merge', await shared(home)] };
    },
    receipt: /^Merged|^Joined|^From the other/m,
    either: true,
    again: [0],
  },
  {
    name: 'merge --new',
    way: 'a record taken in',
    make: async () => ({ home: await begun(), argv: ['merge', await shared(await elsewhere()), '--new'] }),
    receipt: /^Merged|^Joined|^From the other/m,
    either: true,
    also: async (home, _, before) => {
      const isBefore = (await contentsOf(home)).join('\n') === (await contentsOf(before)).join('\n');
      const isFirst = (await settingIs(home, 'current')) === (await holdersOf(home))[0];
      return isBefore === isFirst ? [] : ['merged, and another is current, or the other way round'];
    },
    again: [0],
  },
  {
    name: 'redact',
    way: 'words removed',
    make: async () => ({ home: await holdingWords(), argv: ['redact', '3.2', '--confirm', 'redact'] }),
    today: DAY,
    receipt: /^Words removed/m,
    either: true,
    also: async (home, acknowledged) =>
      acknowledged ? holding(home, `${CANARY} once`).map((path) => `words are left in ${path}`) : [],
    again: [0],
  },
  {
    name: 'switch',
    way: 'a setting in the record',
    make: on(two, 'switch', '1'),
    today: DAY,
    receipt: /^From now on|^Now |^This is/m,
    also: async (home, acknowledged) => {
      const [first, second] = await holdersOf(home);
      const now = await settingIs(home, 'current');
      if (now !== first && now !== second) return [`nobody is current: ${now}`];
      return acknowledged && now !== first ? ['acknowledged, and another is current'] : [];
    },
    again: [0],
  },
  {
    name: 'calendar --new',
    way: 'a setting in the record',
    make: on(() => prepare(A_MONTH), 'calendar', '--new', '--output', `${BESIDE}/dates.ics`, '--force'),
    receipt: /entries, new, in /,
    today: DAY,
    also: async (home, acknowledged) => {
      const file = await fileBeside('dates.ics', async (path) => /END:VCALENDAR\r\n$/.test(textIn(path) ?? ''))(
        home,
        acknowledged,
        home,
      );
      const kept = await settingIs(home, 'calendar %');
      if (kept !== null && !existsSync(join(dirname(home), 'dates.ics'))) return [...file, 'given, and not there'];
      return acknowledged && kept === null ? [...file, 'acknowledged, and given again the next time'] : file;
    },
    again: [0],
  },
  {
    name: 'accessible on',
    way: 'a file beside the record',
    make: on(begun, 'accessible', 'on'),
    receipt: /are now on/,
    also: async (home, acknowledged) => {
      const kept = textIn(join(home, 'settings.json'));
      if (kept !== null && kept !== '{"accessible":true}\n') return [`half a setting: ${kept}`];
      return acknowledged && kept === null ? ['acknowledged, and not kept'] : [];
    },
    again: [0],
  },
  {
    name: 'local use',
    way: 'a file beside the record',
    make: async () => {
      const home = await begun();
      const list = join(temporaryFolder(), 'list');
      await said(home, 'local', 'new', list);
      return { home, argv: ['local', 'use', list] };
    },
    receipt: /^Used from now on/m,
    also: async (home, acknowledged) => {
      const kept = textIn(join(home, 'local-list.json'));
      if (kept !== null && !/^\{"folder":"[^"]+list"\}\n$/.test(kept)) return [`half a setting: ${kept}`];
      return acknowledged && kept === null ? ['acknowledged, and not kept'] : [];
    },
    again: [0],
  },
  {
    name: 'local use --none',
    way: 'a file beside the record',
    make: on(full, 'local', 'use', '--none'),
    today: DAY,
    receipt: /^The shipped list is used alone/m,
    also: async (home, acknowledged) =>
      acknowledged && existsSync(join(home, 'local-list.json')) ? ['acknowledged, and still used'] : [],
    again: [0],
  },
  {
    name: 'backup',
    way: 'a copy',
    make: on(full, 'backup'),
    receipt: /^The whole record is copied/m,
    today: DAY,
    also: async (home, acknowledged, before) => {
      const was = new Set(backupsIn(before, 'by-hand').map((path) => path.slice(before.length)));
      const made = backupsIn(home, 'by-hand').filter((path) => !was.has(path.slice(home.length)));
      const whole = await Promise.all(made.map((path) => isCopy(path, before)));
      if (whole.includes(false)) return ['a backup that is none'];
      return acknowledged && made.length === 0 ? ['acknowledged, and no backup'] : [];
    },
    again: [0],
  },
  {
    name: 'backup to a place of one’s own',
    way: 'a copy',
    make: on(begun, 'backup', `${BESIDE}/copy.db`),
    receipt: /^The whole record is copied/m,
    also: fileBeside('copy.db', isCopy),
  },
  {
    name: 'restore',
    way: 'in place of the record',
    make: async () => ({ home: await begun(), argv: ['restore', await fileFrom(await elsewhere(), 'b.db', 'backup')] }),
    receipt: /^Restored: /m,
    either: true,
    also: keptBefore,
    again: [0],
  },
  {
    name: 'restore where nothing is',
    way: 'in place of the record',
    make: async () => ({
      home: join(temporaryFolder(), 'new'),
      argv: ['restore', await fileFrom(await elsewhere(), 'b.db', 'backup')],
    }),
    receipt: /^Restored: /m,
    either: true,
    also: async (home) => {
      if (!existsSync(join(home, 'induct.db'))) return [];
      return (await settingIs(home, 'undo-from:%')) === null ? ['what was restored could be taken back'] : [];
    },
    again: [0],
  },
  {
    name: 'restore over what is damaged',
    way: 'in place of the record',
    make: async () => {
      const home = temporaryFolder();
      writeFileSync(join(home, 'induct.db'), DAMAGED);
      return { home, argv: ['restore', await fileFrom(await elsewhere(), 'b.db', 'backup')] };
    },
    receipt: /^Restored: /m,
    either: true,
    next: [0, 4],
    also: async (home) => {
      const isBefore = textIn(join(home, 'induct.db')) === DAMAGED;
      const kept = backupsIn(home, 'induct.db.damaged').map(textIn);
      if (kept.some((text) => text !== DAMAGED)) return ['half of the damaged record is kept'];
      return isBefore || kept.length > 0 ? [] : ['the damaged record is nowhere'];
    },
    again: [0],
  },
  {
    name: 'erase',
    way: 'all removed',
    make: on(full, 'erase', '--confirm', 'erase'),
    today: DAY,
    receipt: /^Erased: /m,
    either: true,
    next: [0, 3],
    also: async (home, acknowledged, before) => {
      // A folder that could not be removed stays, empty, and is named.
      if (acknowledged) return holding(home, '').map((path) => `left: ${path}`);
      const contents = await contentsOf(home);
      if (contents.join('\n') === (await contentsOf(before)).join('\n')) return [];
      if (contents.length > 1) return ['half a record'];
      return holding(home, CANARY).map((path) => `can still be read in ${path}`);
    },
    again: [0],
  },
  {
    name: 'erase --holder',
    way: 'all removed',
    make: on(two, 'erase', '--holder', '1', '--confirm', 'erase'),
    today: DAY,
    receipt: /^Erased: /m,
    either: true,
    also: async (home, acknowledged) =>
      acknowledged || (await holdersOf(home)).length < 2
        ? holding(home, CANARY)
            .filter((path) => acknowledged || !/induct\.db(-journal)?$/.test(path))
            .map((path) => `can still be read in ${path}`)
        : [],
    again: [0, 2],
  },
  {
    name: 'doctor --fix',
    way: 'mended',
    make: async () => {
      const home = await begun();
      const database = await openDatabase(join(home, 'induct.db'));
      database.exec('DELETE FROM progress');
      database.close();
      chmodSync(join(home, 'induct.db'), 0o644);
      const left = join(home, '.induct.db.1.new');
      writeFileSync(left, 'x');
      utimesSync(left, new Date('2020-01-01'), new Date('2020-01-01'));
      return { home, argv: ['doctor', '--fix'] };
    },
    receipt: /^ {2}mended /m,
    next: [0, 4],
    again: [0],
  },
  {
    name: 'export into a file',
    way: 'a file for others',
    make: on(begun, 'export', '--output', `${BESIDE}/record.json`),
    receipt: /^Written to$/m,
    also: fileBeside('record.json', async (path) => /"events"[\s\S]*\}\n$/.test(textIn(path) ?? '')),
  },
];

export function recordingNamed(name: string): Recording {
  const found = RECORDINGS.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no recording ${name}`);
  return found;
}

const DAMAGED = 'scrambled '.repeat(2000);

async function holdersOf(home: string): Promise<string[]> {
  const database = await openDatabase(join(home, 'induct.db'), { fileMustExist: true });
  try {
    return database.prepare('SELECT id FROM inductions ORDER BY position').pluck().all() as string[];
  } finally {
    database.close();
  }
}

const month = () => prepare(A_MONTH);
const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));

async function chart(): Promise<string> {
  const path = join(temporaryFolder(), 'people.csv');
  writeFileSync(path, 'Role,Name,Email\nHead of Fostering,Kim Park,kim@example.gov.uk\n,Lou Reid,lou@example.gov.uk\n');
  return path;
}

/** Every other call that writes a change, on a month of records; and files for others. */
const CALLS: readonly (readonly string[])[] = [
  ['book', '4.4', '--for', '24 June'],
  ['got', '6.7'],
  ['skip', '4.4', '--why', 'Not here'],
  ['reopen', '3.2'],
  ['arrange', '4.4', '--for', '24 June'],
  ['add', 'Ring the chair', '--by', '1 July'],
  ['due', '6.7', '1 July'],
  ['meetings', 'add', '7.4', '1 July'],
  ['meetings', 'move', '7.2', '11 June'],
  ['meetings', 'cancel', '7.3'],
  ['meetings', 'attended', '7.5', '--on', '2 June'],
  ['meetings', 'rename', '7.2', 'Scrutiny'],
  ['meetings', 'as', '7.2', 'observer'],
  ['meetings', 'import', fixture('examples/council.ics'), '--yes'],
  ['people', 'set', 'dcs', '--phone', '0113 496 0000'],
  ['people', 'add', 'The MP'],
  ['people', 'import', '{chart}', '--yes'],
  ['adviser', 'set', 'Jo Bloggs'],
  ['letter', 'adviser', '--sent'],
  ['met', 'dcs', '--agreed', 'A word'],
  ['visits', 'log', '--to', 'Hub', '--question', 'Who covers nights?'],
  ['questions', 'ask', 'Why?'],
  ['questions', 'answer', 'q2', 'Because'],
  ['promise', 'A word', '--to', 'leader', '--by', '10 July'],
  ['kept', 'p1'],
  ['data', 'show', 'referrals', '--ask', '1'],
  ['data', 'record', 'referrals', '1300', '--period', '2026-06'],
  ['data', 'import', fixture('figures/neighbours.csv'), fixture('figures/referrals.csv')],
  ['data', 'reports', 'came', 'monthly', '--as-at', '31 May'],
  ['when', 'ofsted', '--ask'],
  ['habits', 'on', 'service-visit'],
  ['habits', 'off', 'data-look'],
  ['habits', 'every', 'data-look', '2 weeks'],
  ['habits', 'log', 'data-look'],
  ['quiet', 'add', '27 July', '1 September', '--why', 'recess'],
  ['quiet', 'remove', '27 July'],
  ['start', '--dcs-post', 'vacant'],
  ['brief', 'dcs', '--print'],
  ['week', '--print'],
  ['report', '--for', 'director', '--output', `${BESIDE}/report.md`],
  ['handover', '--output', `${BESIDE}/handover.md`],
  ['leave', 'learning', '--output', `${BESIDE}/learning.md`],
  ['share', `${BESIDE}/shared.json`],
];

const FILES = /The (page|document|record|handover) is in/;

/** All other calls that write, each by the way of one above. */
export const OTHERS: readonly Recording[] = CALLS.map((call) => {
  const isFile = ['brief', 'week', 'report', 'handover', 'leave', 'share'].includes(call[0] ?? '');
  return {
    name: call.filter((word) => !word.startsWith('/')).join(' '),
    way: isFile ? 'a file for others' : 'change',
    make: async () => {
      const home = call[1] === 'remove' ? await prepare([...A_MONTH, QUIET]) : await month();
      const argv = await Promise.all(call.map((word) => (word === '{chart}' ? chart() : word)));
      return { home, argv };
    },
    receipt: isFile ? FILES : TAKE_BACK,
    today: DAY,
  };
});

const QUIET = ['quiet', 'add', '27 July', '1 September', '--why', 'recess'];
