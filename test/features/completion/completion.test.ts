import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandLoaders } from '../../../src/features/index.ts';
import { induct, prepare } from '../../contract/calls.ts';
import { type RunOptions, runInduct, startHome, temporaryFolder } from '../../helpers/run.ts';

/** What is suggested for words, the last of which is being typed. */
async function suggested(words: readonly string[], run: RunOptions = {}): Promise<string[]> {
  const given = [...words.slice(0, -1), `:${words.at(-1) ?? ''}`];
  const { exit, stdout, stderr } = await runInduct(['completion', '--', ...given], run);
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  return stdout.split('\n').flatMap((line) => (line === '' ? [] : [line.split('\t')[0] ?? '']));
}

describe('before there is a plan', () => {
  test.each<readonly [typed: readonly string[], first: readonly string[]]>([
    [['st'], ['start', 'status']],
    [['--js'], ['--json']],
    [
      ['meetings', 'a'],
      ['add', 'attended', 'as'],
    ],
    [
      ['start', '--dcs'],
      ['--dcs-post', '--dcs-also'],
    ],
    [
      ['start', '--dcs-post', 'in'],
      ['in-post', 'interim'],
    ],
    [['start', '--council', ''], []],
    [
      ['profile', 'dcs_post', ''],
      ['in-post', 'new', 'interim', 'vacant', 'not-sure'],
    ],
    [['profile', 'dcs-post', 'va'], ['vacant']],
    [['profile', 'appointed', ''], []],
    [['profile', 'giv'], ['given_by']],
    [['done', 'dcs.vis'], ['dcs.vision']],
    [['done', 'dcs.vision', 'dcs.urg'], ['dcs.urgent-news']],
    [['done', '3.7'], ['3.7']],
    [['done', '--on', ''], []],
    [['show', 'dcs-h'], ['dcs-hour']],
    [['note', '3.2', 'dcs'], []],
    [['meetings', 'add', 'schools'], ['schools-forum']],
    [['meetings', 'as', '7.2', 'wit'], ['witness']],
    [['brief', 'chief'], ['chief-executive']],
    [['questions', 'ask', '--to', 'lead'], ['leader']],
    [['when', 'o'], ['ofsted']],
    [['glossary', 'LAD'], ['LADO']],
    [['glossary', 'agency'], ['agency-social-worker']],
    [['habits', 'on', 'duty'], ['duty-desk']],
    [['data', 'record', 'care-leavers-a'], ['care-leavers-active']],
    [['letter', 'cha'], ['chase']],
    [
      ['year', 'ma'],
      ['march', 'may'],
    ],
    [['completion', 'p'], ['powershell']],
    [['local', 'us'], ['use']],
    [
      ['local', 'use', '--n'],
      ['--none', '--no-color', '--no-input'],
    ],
    [['help', 'exit'], ['exit-codes']],
    [['help', 'meetings', 'mo'], ['move']],
    [['--holder', 'x', 'und'], ['undo']],
    [['switch', ''], []],
    [['--holder', ''], []],
    [['no-such-command', ''], []],
    [['kept', ''], []],
  ])('%j: %j', async (typed, wanted) => {
    expect(await suggested(typed)).toEqual(wanted);
  });

  test('nothing typed yet: every command and help', async () => {
    expect(await suggested([''])).toEqual([...Object.keys(commandLoaders()), 'help']);
  });

  test('a flag that is given is not offered again, but one that may come again is', async () => {
    expect(await suggested(['done', '--on', 'today', '--on'])).toEqual([]);
    expect(await suggested(['visits', 'log', '--question', 'Why?', '--quest'])).toEqual(['--question']);
  });
});

describe('with a plan', () => {
  const before = [
    ['add', 'Ring the MP'],
    ['meetings', 'new', 'Cabinet', '--every', 'month', '--from', '4 June'],
    ['people', 'add', 'Member of Parliament'],
    ['questions', 'ask', 'Who covers nights?'],
    ['promise', 'A note', '--to', 'leader', '--by', '10 July'],
    ['local', 'use', '--none'],
  ];

  test('what was added is offered too', async () => {
    const home = await prepare(before);
    expect(await suggested(['done', 'own.'], { home })).toEqual(['own.ring-the-mp']);
    expect(await suggested(['meetings', 'add', 'cab'], { home })).toEqual(['cabinet']);
    expect(await suggested(['brief', 'member-of'], { home })).toEqual(['member-of-parliament']);
    expect(await suggested(['questions', 'answer', ''], { home })).toEqual(['q1']);
    expect(await suggested(['kept', ''], { home })).toEqual(['p1']);
  });

  test('nothing of the record where another holder is named, by whichever way', async () => {
    const home = await prepare(before);
    for (const named of [['--holder', 'x'], ['--holder=x']]) {
      expect(await suggested([...named, 'done', 'own.'], { home })).toEqual([]);
      expect(await suggested([...named, 'questions', 'answer', ''], { home })).toEqual([]);
      expect(await suggested([...named, 'done', 'dcs.vis'], { home })).toEqual(['dcs.vision']);
    }
  });

  test('to an officer a description speaks of the holder', async () => {
    const home = await startHome({ typing: 'officer', answers: { name: 'Aisha Khan' } });
    const { stdout } = await induct(home, ['completion', '--', 'done', ':']);
    expect(stdout).toContain('Cllr Khan');
    expect(stdout).not.toMatch(/\t.*(\{|\byour?\b)/);
  });

  test('the record is left as it is, to the byte', async () => {
    const home = await prepare(before);
    const record = readFileSync(join(home, 'induct.db'));
    for (const words of [
      ['done', ''],
      ['kept', ''],
      ['brief', ''],
    ])
      await suggested(words, { home });
    expect(readFileSync(join(home, 'induct.db')).equals(record)).toBe(true);
  });

  test('nothing is written', async () => {
    const home = temporaryFolder();
    await suggested(['done', ''], { home });
    expect(existsSync(join(home, 'induct.db'))).toBe(false);
    expect(readdirSync(home)).toEqual([]);
  });
});

describe('whatever is wrong, there is only nothing to suggest', () => {
  test.each([
    [
      'a damaged record',
      (home: string) => writeFileSync(join(home, 'induct.db'), 'x'.repeat(200)),
      ['done', 'dcs.vis'],
      ['dcs.vision'],
    ],
    ['a damaged setting', (home: string) => writeFileSync(join(home, 'local-list.json'), '{'), ['done', 'dcs.vis'], []],
    [
      'a list that is gone',
      (home: string) => writeFileSync(join(home, 'local-list.json'), '{"folder":"/nowhere/at/all"}'),
      ['done', 'd'],
      [],
    ],
  ] as const)('%s', async (_, damage, typed, wanted) => {
    const home = temporaryFolder();
    damage(home);
    expect(await suggested(typed, { home })).toEqual(wanted);
    expect(await suggested(['st'], { home })).toEqual(['start', 'status']);
  });

  test('no words at all, an INDUCT_HOME that is none', async () => {
    expect((await runInduct(['completion', '--'])).exit).toBe(0);
    expect(await suggested(['done', ''], { env: { INDUCT_HOME: 'relative' }, home: temporaryFolder() })).toEqual([]);
  });
});

describe('induct completion', () => {
  test.each(['bash', 'zsh', 'fish', 'powershell'])('%s: a script as it is', async (shell) => {
    const { exit, stdout, stderr } = await runInduct(['completion', shell], { columns: 50 });
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout).toContain('induct completion');
    expect((await runInduct(['completion', shell, '--json'])).json).toMatchObject({ shell, script: stdout });
  });

  test('asks for the shell, or says what is missing', async () => {
    expect(await runInduct(['completion'])).toMatchObject({ exit: 2, stdout: '' });
    expect((await runInduct(['completion'])).stderr).toContain('For example: induct completion bash');
    expect((await runInduct(['completion', 'fishh'])).stderr).toContain('Did you mean fish?');
    const asked = await runInduct(['completion'], { tty: true, answers: ['zsh'] });
    expect(asked.stdout).toContain('#compdef induct');
    expect((await runInduct(['completion', 'pwsh'])).stdout).toContain('Register-ArgumentCompleter');
  });
});
