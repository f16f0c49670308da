import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandLoaders } from '../../src/features/index.ts';
import { edit, packCopy } from '../helpers/packs.ts';
import { runInduct, startHome, temporaryFolder } from '../helpers/run.ts';
import { induct, prepare, statusOf } from './calls.ts';
import { A_MONTH, STEPS } from './screens.ts';

const squeeze = (text: string) => text.replace(/\s+/g, ' ');

describe('before start', () => {
  const NEED: readonly (readonly string[])[] = [
    ['status'],
    ['next'],
    ['show', '3.2'],
    ['done', '3.2'],
    ['ask', '6.1'],
    ['book', '4.8', '--for', '10 June'],
    ['arrange', '6.1'],
    ['got', '6.1'],
    ['skip', '1.1', '--why', 'away'],
    ['reopen', '3.2'],
    ['add', 'Ring the MP'],
    ['note', '3.2', 'A call'],
    ['due', '6.6', '30 June'],
    ['undo'],
    ['history'],
    ['meetings'],
    ['meetings', 'add', '7.3', '18 June'],
    ['documents'],
    ['documents', 'open', '2.1'],
    ['learning'],
    ['letter'],
    ['letter', 'dates', '--sent'],
    ['waiting'],
    ['adviser'],
    ['visits'],
    ['visits', 'log', '--to', 'Duty desk'],
    ['questions'],
    ['questions', 'ask', 'Why?'],
    ['promise', 'Ring', '--to', 'leader', '--by', '10 July'],
    ['promises'],
    ['kept', 'p1'],
    ['data'],
    ['data', 'show', 'referrals'],
    ['people'],
    ['people', 'add', 'MP'],
    ['brief', 'dcs'],
    ['met', 'dcs'],
    ['catchup'],
    ['profile'],
    ['quiet'],
    ['week'],
    ['habits'],
    ['habits', 'on', 'data-look'],
    ['switch', '1'],
    ['redact', 'last'],
    ['backup'],
    ['export'],
    ['calendar'],
    ['report', '--for', 'me'],
    ['handover'],
    ['leave'],
    ['share', 'record.json'],
  ];

  test.each(NEED.map((argv) => [argv.join(' '), argv] as const))('induct %s: 3', async (_, argv) => {
    const home = temporaryFolder();
    const run = await runInduct(argv, { home });
    expect(run).toMatchObject({ exit: 3, stdout: '' });
    expect(squeeze(run.stderr)).toBe('There is no plan yet. Begin with: induct start ');
    const told = await runInduct([...argv, '--json'], { home });
    expect(told).toMatchObject({ exit: 3, stdout: '' });
    expect(JSON.parse(told.stderr)).toEqual({
      schema: 'induct.error/1',
      error: { code: 3, message: 'There is no plan yet.', hint: 'Begin with: induct start' },
    });
    expect(existsSync(join(home, 'induct.db'))).toBe(false);
  });

  test('every command is either here or works without a plan', () => {
    const known = new Set(NEED.map(([name]) => name));
    const left = Object.keys(commandLoaders()).filter((name) => !known.has(name));
    expect(left.sort()).toEqual([
      'accessible',
      'completion',
      'doctor',
      'erase',
      'glossary',
      'holders',
      'import',
      'links',
      'local',
      'merge',
      'restore',
      'start',
      'tips',
      'when',
      'year',
    ]);
  });

  const WORK: readonly (readonly string[])[] = [
    [],
    ['help'],
    ['when'],
    ['when', 'incident'],
    ['glossary'],
    ['glossary', 'lado'],
    ['year'],
    ['help', 'more'],
    ['help', 'done'],
    ['--help'],
    ['-h'],
    ['status', '--help'],
    ['done', '--wrong', '--help'],
    ['tips'],
    ['tips', '3'],
    ['links'],
    ['local'],
    ['doctor'],
    ['accessible'],
    ['local', 'check'],
    ['completion', 'bash'],
    ['adviser', '--all'],
    ['--version'],
    ['-V'],
  ];
  test.each(WORK.map((argv) => [argv.join(' '), argv] as const))('induct %s: works', async (_, argv) => {
    const home = temporaryFolder();
    const run = await runInduct(argv, { home });
    expect(run).toMatchObject({ exit: 0, stderr: '' });
    expect(run.stdout).not.toBe('');
    expect(existsSync(join(home, 'induct.db'))).toBe(false);
  });

  test('--version is the version alone', async () => {
    expect((await runInduct(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('calls that are wrong', () => {
  const WRONG: readonly (readonly [readonly string[], RegExp])[] = [
    [['statsu'], /There is no command "statsu"\. Did you mean status\?/],
    [['dnoe', '3.2'], /There is no command "dnoe"\. Did you mean done\?/],
    [['meeting'], /There is no command "meeting"\. Did you mean meetings\?/],
    [['xyzzy'], /There is no command "xyzzy"/],
    [['Status'], /There is no command "Status"\. Did you mean status\?/],
    [['constructor'], /There is no command "constructor"/],
    [['__proto__'], /There is no command "__proto__"/],
    [['status', '--al'], /There is no flag --al here\. Did you mean --all\?/],
    [['status', '--jsn'], /There is no flag --jsn here\. Did you mean --json\?/],
    [['done', '3.2', '--nte', 'x'], /There is no flag --nte here\. Did you mean --note\?/],
    [['start', '--concil', 'Leeds'], /There is no flag --concil here\. Did you mean --council\?/],
    [['--wrong'], /There is no flag --wrong here/],
    [['status', '-x'], /There is no flag -x here/],
    [['meetings', 'ad', '7.3', '18 June'], /Did you mean add\?/],
    [['next', '5', '6'], /word too many/],
    [['tips', '99'], /There is no tip "99"/],
    [['help', 'statsu'], /There is no help about "statsu"\. Did you mean status\?/],
    [['done', '3.2', '--on'], /--on .*needs a value/],
    [['status', '--holder'], /--holder .*needs a value/],
  ];
  test.each(WRONG.map(([argv, message]) => [argv.join(' '), argv, message] as const))(
    'induct %s',
    async (_, argv, message) => {
      const home = await startHome();
      const run = await induct(home, argv);
      expect(run).toMatchObject({ exit: 2, stdout: '' });
      expect(squeeze(run.stderr)).toMatch(message);
      const told = await induct(home, ['--json', ...argv]);
      expect(told).toMatchObject({ exit: 2, stdout: '' });
      const document = JSON.parse(told.stderr);
      expect(Object.keys(document)).toEqual(['schema', 'error']);
      expect(Object.keys(document.error)).toEqual(['code', 'message', 'hint']);
      expect(document).toMatchObject({ schema: 'induct.error/1', error: { code: 2 } });
      expect(`${document.error.message} ${document.error.hint ?? ''}`).toMatch(message);
    },
  );

  test('two wrong flags are told at once', async () => {
    const { stderr } = await induct(await startHome(), ['status', '--al', '--stp', '6']);
    expect(stderr).toContain('--al');
    expect(stderr).toContain('--stp');
  });

  test('--json as the value of a flag is no wish for a document', async () => {
    const home = await startHome();
    const run = await induct(home, ['done', '3.99', '--note=--json']);
    expect(run).toMatchObject({ exit: 2, error: undefined });
  });
});

describe('flags before or after the command', () => {
  test.each([
    [
      ['--json', 'status'],
      ['status', '--json'],
    ],
    [
      ['--plain', 'status'],
      ['status', '--plain'],
    ],
    [
      ['--color', 'status', '--all'],
      ['status', '--all', '--color'],
    ],
    [
      ['--holder', '1', 'next', '3'],
      ['next', '3', '--holder', '1'],
    ],
    [
      ['--holder=1', '--json', 'next', '3'],
      ['next', '--json', '3', '--holder=1'],
    ],
    [
      ['--json', 'meetings'],
      ['meetings', '--json'],
    ],
    [
      ['--json', 'adviser', '--all'],
      ['adviser', '--all', '--json'],
    ],
    [
      ['--plain', '--accessible', 'show', '3.2'],
      ['show', '3.2', '--accessible', '--plain'],
    ],
    [
      ['--json', 'show', '3.2'],
      ['show', '--json', '3.2'],
    ],
  ])('%j is %j', async (before, after) => {
    const home = await prepare(A_MONTH);
    const one = await induct(home, before);
    expect(one.exit, one.stderr).toBe(0);
    expect(one).toEqual(await induct(home, after));
  });

  test('INDUCT_HOLDER stands for --holder, which outranks it', async () => {
    const home = await startHome({ answers: { name: 'Aisha Khan' } });
    await startHome({ home, answers: { name: 'Tom Reed' } });
    const name = async (argv: string[], env: Record<string, string> = {}) =>
      (await induct(home, ['status', '--json', ...argv], { env })).json.induction.name;
    expect(await name([])).toBe('Tom Reed');
    expect(await name([], { INDUCT_HOLDER: 'Khan' })).toBe('Aisha Khan');
    expect(await name(['--holder', 'reed'], { INDUCT_HOLDER: 'Khan' })).toBe('Tom Reed');
    expect((await induct(home, ['status'], { env: { INDUCT_HOLDER: 'nobody' } })).exit).toBe(2);
  });
});

describe('a database at fault', () => {
  type Harm = (path: string) => void | Promise<void>;
  const HARM: Record<string, Harm> = {
    'of no bytes': (path) => truncateSync(path, 0),
    'cut in the header': (path) => truncateSync(path, 50),
    'cut after the first page': (path) => truncateSync(path, 5000),
    'that is a text': (path) => writeFileSync(path, 'Dear colleague,\n'.repeat(400)),
    'with a page overwritten': (path) => {
      const file = openSync(path, 'r+');
      const { length } = readFileSync(path);
      for (let page = 4096; page < length; page += 4096) writeSync(file, Buffer.alloc(4096, 0x5a), 0, 4096, page);
      closeSync(file);
    },
    'of another program': (path) => patch(path, 68, 0x12345678),
    'of a newer version': (path) => patch(path, 60, 999),
  };
  const patch = (path: string, at: number, value: number) => {
    const bytes = readFileSync(path);
    bytes.writeUInt32BE(value, at);
    writeFileSync(path, bytes);
  };

  const CALLS: readonly (readonly string[])[] = [
    [],
    ['status'],
    ['next'],
    ['done', '3.2'],
    ['start', '--council', 'Leeds', '--appointed', 'today', '--yes'],
    ['undo'],
    ['holders'],
  ];
  test.each(Object.entries(HARM))('%s: 4, and its bytes stay', async (_, harm) => {
    const home = await prepare(A_MONTH);
    const path = join(home, 'induct.db');
    await harm(path);
    const bytes = readFileSync(path);
    for (const argv of CALLS) {
      const run = await induct(home, argv);
      expect([argv, run.exit, run.stdout]).toEqual([argv, 4, '']);
      expect(run.stderr).toContain('induct.db');
      expect(run.stderr).not.toMatch(/defect|\bat .*\.ts|SQLITE/);
      const told = await induct(home, [...argv, '--json']);
      expect(told).toMatchObject({ exit: 4, stdout: '', error: { code: 4 } });
      expect(readFileSync(path).equals(bytes)).toBe(true);
    }
    expect(readdirSync(home).filter((name) => !['cache', 'backups', 'induct.db'].includes(name))).toEqual([]);
    for (const argv of [['help'], ['tips'], ['--version'], ['done', '--help']]) {
      expect((await induct(home, argv)).exit).toBe(0);
    }
  });

  test('a folder in its place', async () => {
    const home = await startHome();
    const other = temporaryFolder();
    copyFileSync(join(home, 'induct.db'), join(other, 'file'));
    const run = await runInduct(['status'], { env: { INDUCT_HOME: join(other, 'file') } });
    expect(run).toMatchObject({ exit: 4, stdout: '' });
  });
});

describe('a list with mistakes', () => {
  test('all are told with file, line and column, and nothing is recorded', async () => {
    const home = await startHome();
    const pack = packCopy();
    edit(pack, 'steps.yaml', (text) => text.replace('kind: person', 'kind: persn'));
    edit(pack, 'meetings.yaml', (text) => text.replace(/^ {4}name: /m, '    nam: '));
    for (const argv of [['status'], ['done', '3.2'], ['next']]) {
      const run = await induct(home, argv, { pack });
      expect([argv, run.exit, run.stdout]).toEqual([argv, 4, '']);
      expect(run.stderr).toMatch(/steps\.yaml:\d+:\d+/);
      expect(run.stderr).toMatch(/meetings\.yaml:\d+:\d+/);
      const told = await induct(home, [...argv, '--json'], { pack });
      expect(told).toMatchObject({ exit: 4, stdout: '', error: { code: 4 } });
      expect(told.error?.message).toMatch(/steps\.yaml:\d+:\d+/);
    }
    expect((await statusOf(home)).counts.done).toBe(0);
    for (const argv of [['help'], ['--version'], ['done', '--help'], ['start', '--help']]) {
      expect((await induct(home, argv, { pack })).exit).toBe(0);
    }
  });

  test('a folder that is not there', async () => {
    const run = await induct(await startHome(), ['status'], { pack: join(temporaryFolder(), 'nowhere') });
    expect(run).toMatchObject({ exit: 4, stdout: '' });
  });

  test('a list that lost an action keeps what was recorded about it', async () => {
    const home = await prepare([['done', '2.5']]);
    const pack = packCopy();
    edit(pack, 'steps.yaml', (text) => {
      const from = text.indexOf('      - id: guides.action-research');
      return text.slice(0, from) + text.slice(text.indexOf('  - id: dcs\n', from));
    });
    const { json, exit, stderr } = await induct(home, ['status', '--json'], { pack });
    expect(exit, stderr).toBe(0);
    const retired = json.steps
      .flatMap((step: { actions: { retired: boolean }[] }) => step.actions)
      .filter((action: { retired: boolean }) => action.retired);
    expect(retired).toMatchObject([{ id: 'guides.action-research', status: 'done', retired: true }]);
    expect(json.counts.done).toBe(0);
  });
});

test('the steps are thirteen', () => expect(STEPS).toHaveLength(13));
