import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { runInduct, startHome, temporaryFolder } from '../helpers/run.ts';
import { some } from '../helpers/whole.ts';
import { ensureBuilt } from './built.ts';
import { KEYS, Terminal, type TerminalOptions, withoutEscapes } from './terminal.ts';

/** A question by some of its words, and what is typed at it. */
type Step = readonly [words: string, keys: string];

const CHECK: Step = ['Check the answers', KEYS.enter];

const HOLDER: readonly Step[] = [
  ['Who is typing?', KEYS.enter],
  ['Which council?', 'Leeds\r'],
  ['Since when do you have this role?', KEYS.enter],
  ["The director of children's services is", KEYS.enter],
  CHECK,
];

/** Every question there is at `start`: with the holder's name, a council to choose and a late start. */
const OFFICER: readonly Step[] = [
  ['Who is typing?', KEYS.down + KEYS.enter],
  ["What is the portfolio holder's name?", 'Aisha Khan\r'],
  ['Which council?', 'Westm\r'],
  ['Which of these is it?', KEYS.enter],
  ['Since when does Cllr Khan have this role?', '1 March 2026\r'],
  ['Count suggested dates from today instead?', KEYS.enter],
  ["The director of children's services is", KEYS.up + KEYS.enter],
  CHECK,
];

/** Kept only with the question behind it: the choice of a council is a part of its answer. */
const PART_OF_BEFORE = 'Which of these is it?';

/** What OFFICER's answers come to, as `induct profile` gives them. */
const OFFICER_ANSWERS = {
  typing: 'officer',
  name: 'Aisha Khan',
  council: 'Westmorland and Furness Council',
  appointed: '2026-03-01',
  dates_from: 'today',
  dcs_post: 'vacant',
};

const HIDE = '\u001b[?25l';
const SHOW = '\u001b[?25h';
const COLOUR = /\u001b\[[\d;]*m/;
const STACK = /^\s+at |Error\b|ExitPrompt|node:internal/m;
const STOPPED = 'Stopped. What was answered is kept. To carry on: induct start';
const STOPPED_FIRST = 'Stopped. Nothing is kept yet. To begin again: induct start';

async function walk(terminal: Terminal, steps: readonly Step[]): Promise<void> {
  for (const [words, keys] of steps) await terminal.answer(words, keys);
}

const linesOf = (text: string): string[] => text.trimEnd().split('\n');
const widest = (text: string): string =>
  linesOf(text).sort((a, b) => Array.from(b).length - Array.from(a).length)[0] ?? '';

/** The screen behind the questions, as far as it goes. */
function lastScreen(terminal: Terminal): string {
  return terminal.text.slice(terminal.text.indexOf('Saved.'));
}

function expectCursorBack(terminal: Terminal): void {
  expect(terminal.raw.lastIndexOf(SHOW), 'the cursor is shown again').toBeGreaterThanOrEqual(
    terminal.raw.lastIndexOf(HIDE),
  );
}

async function answersOf(home: string): Promise<Record<string, unknown>> {
  const { json } = await runInduct(['profile', '--json'], { home });
  return json.answers;
}

const councilName = (answer: unknown): unknown =>
  typeof answer === 'string' ? answer : (answer as { name: string }).name;

async function expectOfficerAnswers(home: string): Promise<void> {
  const { council, ...others } = await answersOf(home);
  expect({ ...others, council: councilName(council) }).toMatchObject(OFFICER_ANSWERS);
  const { json } = await runInduct(['holders', '--json'], { home });
  expect(json.holders).toHaveLength(1);
}

beforeAll(ensureBuilt, 120_000);

describe('a whole start', () => {
  test('takes four questions, Enter for what is usual, and shows what is first', async () => {
    const home = temporaryFolder();
    const began = performance.now();
    const terminal = new Terminal(['start'], { home });
    await walk(terminal, HOLDER);
    expect(await terminal.exit()).toEqual({ code: 0, signal: 0 });
    console.log(`A whole start in a scripted terminal: ${((performance.now() - began) / 1000).toFixed(2)} s`);

    for (const number of [1, 2, 3, 4]) expect(terminal.text).toContain(`Question ${number} of 4`);
    const screen = lastScreen(terminal);
    expect(screen).toContain('Saved. Leeds City Council, in the role from today, Wednesday 20 May 2026.');
    expect(linesOf(screen).length).toBeLessThanOrEqual(24);
    expect(widest(terminal.text).length).toBeLessThanOrEqual(80);
    expectCursorBack(terminal);
    const { council, ...others } = await answersOf(home);
    expect(councilName(council)).toBe('Leeds City Council');
    expect(others).toMatchObject({ typing: 'holder', appointed: '2026-05-20', dcs_post: 'not-sure' });
  });

  test('speaks to an officer of the holder by name', async () => {
    const home = temporaryFolder();
    const terminal = new Terminal(['start'], { home });
    await walk(terminal, OFFICER);
    expect((await terminal.exit()).code).toBe(0);
    const screen = lastScreen(terminal);
    expect(screen).toContain('Saved. Cllr Aisha Khan, Westmorland and Furness Council');
    expect(screen).toContain('what they want from Cllr Khan in a year');
    expect(linesOf(screen).length).toBeLessThanOrEqual(24);
    await expectOfficerAnswers(home);
  });

  test('lets an answer be changed before it is saved', async () => {
    const home = temporaryFolder();
    const terminal = new Terminal(['start'], { home });
    await walk(terminal, [
      ...HOLDER.slice(0, -1),
      ['Check the answers', KEYS.down + KEYS.down + KEYS.enter],
      ['It gives your region', 'Camden\r'],
      ['Change: Which council? London Borough of Camden', KEYS.enter],
    ]);
    expect((await terminal.exit()).code).toBe(0);
    expect(councilName((await answersOf(home)).council)).toBe('London Borough of Camden');
  });

  test.each([40, 50])('writes nothing wider than a terminal of %i columns', async (columns) => {
    const terminal = new Terminal(['start'], { home: temporaryFolder(), columns });
    await walk(terminal, OFFICER);
    expect((await terminal.exit()).code).toBe(0);
    expect([...widest(terminal.text)].length, widest(terminal.text)).toBeLessThanOrEqual(columns);
    // inquirer itself would break these in the middle of a word.
    expect(terminal.text).toMatch(/Since\s+when\s+does\s+Cllr\s+Khan\s+have\s+this\s+role\? \(today\)/);
    expect(terminal.text).toMatch(/Count\s+suggested\s+dates\s+from\s+today\s+instead\? \(Y\/n\)/);
    expect(terminal.text).toMatch(/I\s+am\s+an\s+officer,\s+and\s+keep\s+this\s+for\s+the\s+portfolio\s+holder/);
  });

  test('asks nothing where every answer is given', async () => {
    const given = ['--typing', 'holder', '--council', 'Leeds', '--appointed', 'today', '--dcs-post', 'new', '--yes'];
    const terminal = new Terminal(['start', ...given], { home: temporaryFolder() });
    expect((await terminal.exit()).code).toBe(0);
    expect(terminal.text).not.toContain('?25');
    expect(terminal.text).not.toContain('Question');
    expect(terminal.raw).not.toContain(HIDE);
  });

  test('asks on the terminal and keeps its questions out of a file', async () => {
    const home = temporaryFolder();
    const file = join(home, 'first.txt');
    const terminal = new Terminal([], { home, shell: `$INDUCT start > ${file}` });
    await walk(terminal, HOLDER);
    expect((await terminal.exit()).code).toBe(0);
    const written = readFileSync(file, 'utf8');
    expect(written).toMatch(/^Saved\. Leeds City Council/);
    expect(written).not.toMatch(/\u001b|Question|Who is typing|Check the answers/);
    expect(terminal.text).not.toContain('Saved.');
  });
});

/** The ways to go away in the middle, and what comes of them. */
const LEAVING: readonly (readonly [
  string,
  (terminal: Terminal) => void,
  { readonly code: number; readonly signal: number },
])[] = [
  ['Ctrl-C', (terminal) => terminal.type(KEYS.ctrlC), { code: 130, signal: 0 }],
  ['Ctrl-D', (terminal) => terminal.type(KEYS.ctrlD), { code: 130, signal: 0 }],
  ['kill -9', (terminal) => terminal.kill('SIGKILL'), { code: 0, signal: 9 }],
];

describe.each(LEAVING)('%s in the middle', (key, leave, expected) => {
  // Ctrl-C at every question; the others take the same ways, so that some of them do for every day.
  const places = OFFICER.map(([words], place) => [words, place] as const);
  test.each(key === 'Ctrl-C' ? places : some(places, 3))('at "%s"', async (words, place) => {
    const home = temporaryFolder();
    const first = new Terminal(['start'], { home });
    await walk(first, OFFICER.slice(0, place));
    await first.waitFor(words);
    const before = first.raw.length;
    leave(first);
    expect(await first.exit()).toEqual(expected);
    if (expected.signal === 0) {
      const said = withoutEscapes(first.raw.slice(before));
      const stopped = place === 0 ? STOPPED_FIRST : STOPPED;
      expect(said.split('\n').filter((line) => line === stopped)).toHaveLength(1);
      expect(said.trimEnd().endsWith(stopped)).toBe(true);
      expect(said).not.toMatch(STACK);
      expectCursorBack(first);
    }

    const from = words === PART_OF_BEFORE ? place - 1 : place;
    const second = new Terminal(['start'], { home });
    const shown = await second.waitFor(OFFICER[from]?.[0] ?? '');
    for (const [earlier] of OFFICER.slice(0, from)) expect(shown).not.toContain(`? ${earlier}`);
    if (from > 0) expect(shown).toContain('Carrying on. Answered so far:');
    second.type(OFFICER[from]?.[1] ?? '');
    await walk(second, OFFICER.slice(from + 1));
    expect((await second.exit()).code).toBe(0);
    await expectOfficerAnswers(home);
  });
});

describe('for screen readers', () => {
  const ways: readonly (readonly [string, readonly string[], Readonly<Record<string, string>>])[] = [
    ['--accessible', ['--accessible'], {}],
    ['INDUCT_ACCESSIBLE=1', [], { INDUCT_ACCESSIBLE: '1' }],
    ['TERM=dumb', [], { TERM: 'dumb' }],
  ];

  test.each(ways)('%s: numbered lines, and not one escape byte', async (_, flags, env) => {
    const home = temporaryFolder();
    const terminal = new Terminal(['start', ...flags], { home, env });
    await terminal.answer('Type a number (default: 1)', '9\r');
    const refusal = await terminal.waitFor('Type a number (default: 1)');
    expect(refusal).toContain('Type a number from 1 to 2.');
    expect(refusal).toContain('Who is typing?');
    terminal.type('2\r');
    await walk(terminal, [
      ["What is the portfolio holder's name?", 'Aisha Khan\r'],
      ['Which council?', 'Leeds\r'],
      ['Since when does Cllr Khan have this role? (default: today)', '31 June 2026\r'],
      ['Since when does Cllr Khan have this role? (default: today)', '\r'],
      ["The director of children's services is", '2\r'],
      ['Check the answers', '\r'],
    ]);
    expect((await terminal.exit()).code).toBe(0);
    expect(terminal.raw).not.toContain('\u001b');
    expect(lastScreen(terminal)).toContain('Saved. Cllr Aisha Khan, Leeds City Council, in the role from today');
    expect(await answersOf(home)).toMatchObject({ typing: 'officer', name: 'Aisha Khan', dcs_post: 'new' });
    const status = new Terminal(['status', ...flags], { home, env });
    expect((await status.exit()).code).toBe(0);
    expect(status.raw).not.toContain('\u001b');
  });

  test.each([
    ['Ctrl-C', KEYS.ctrlC],
    ['Ctrl-D', KEYS.ctrlD],
  ])('%s ends with a calm line, and a rerun carries on', async (_, key) => {
    const home = temporaryFolder();
    const first = new Terminal(['start', '--accessible'], { home });
    await first.answer('Who is typing?', '1\r');
    await first.answer('Which council?', key);
    expect(await first.exit()).toEqual({ code: 130, signal: 0 });
    expect(linesOf(first.text).at(-1)).toBe(STOPPED);
    expect(first.raw).not.toContain('\u001b');
    const second = new Terminal(['start', '--accessible'], { home });
    expect(await second.waitFor('Which council?')).toContain('Question 2 of 4');
  });
});

describe('other questions', () => {
  const terminalAt = async (argv: readonly string[], more: Partial<TerminalOptions> = {}) => {
    const home = await startHome();
    return { home, terminal: new Terminal(argv, { home, ...more }) };
  };
  const statusOf = async (home: string, id: string) => {
    const { json } = await runInduct(['show', id, '--json'], { home });
    return json.action;
  };

  test('done without an argument offers what is open, the most pressing first', async () => {
    const { home, terminal } = await terminalAt(['done']);
    const offered = await terminal.waitFor('navigate');
    expect(offered).toContain('What was done?');
    expect(offered).toMatch(/❯ 3\.2 +Ring the director/);
    expect(offered).toMatch(/2\.1 +Read "Your first ten days"/);
    terminal.type(KEYS.enter);
    expect((await terminal.exit()).code).toBe(0);
    expect(terminal.text).toContain('Done, Wed 20 May: 3.2 Ring the director');
    expect((await statusOf(home, '3.2')).status).toBe('done');
    expectCursorBack(terminal);
  });

  test('skip asks for the reason, and for no names of children', async () => {
    const { home, terminal } = await terminalAt(['skip', '1.1']);
    const asked = await terminal.waitFor('Why does it not apply?');
    expect(asked).toContain('No names of children or families.');
    terminal.type('She has moved abroad\r');
    expect((await terminal.exit()).code).toBe(0);
    expect(await statusOf(home, '1.1')).toMatchObject({ status: 'skipped', skippedBecause: 'She has moved abroad' });
  });

  test.each([
    ['no', KEYS.enter, 2, 0],
    ['yes', 'y\r', 0, 1],
  ] as const)('a text that looks as if it identified a child is asked about: %s', async (_, keys, code, notes) => {
    const note = 'Jayden Smith, 4, of LS8 5DT, is in care';
    const { home, terminal } = await terminalAt(['done', '3.2', '--note', note]);
    const asked = await terminal.waitFor('Record it as it is?');
    expect(asked).toContain('This may identify a child or a family');
    terminal.type(keys);
    expect((await terminal.exit()).code).toBe(code);
    const action = await statusOf(home, '3.2');
    expect(action.notes).toHaveLength(notes);
    expect(action.status).toBe(code === 0 ? 'done' : 'todo');
    if (code !== 0) expect(terminal.text).toContain('Nothing was recorded.');
  });

  test.each([
    ['agreed', KEYS.enter, 0, 'arranged'],
    ['refused', 'n\r', 2, 'todo'],
  ] as const)('ask 6 lists the twenty documents and confirms: %s', async (_, keys, code, status) => {
    const { home, terminal } = await terminalAt(['ask', '6']);
    const listed = await terminal.waitFor('Record all 20 as ask?');
    expect(listed).toContain('20 actions:');
    for (const number of ['6.1', '6.10', '6.20']) expect(listed).toMatch(new RegExp(`^ *${number} `, 'm'));
    terminal.type(keys);
    expect((await terminal.exit()).code).toBe(code);
    expect((await statusOf(home, '6.20')).status).toBe(status);
  });

  test('--no-input asks nothing in a terminal either', async () => {
    const { terminal } = await terminalAt(['skip', '1.1', '--no-input']);
    expect((await terminal.exit()).code).toBe(2);
    expect(terminal.text).toContain('skip needs a reason.');
    expect(terminal.raw).not.toContain(HIDE);
  });
});

describe('colour', () => {
  test.each([
    ['in a terminal', {}, [], true],
    ['not with NO_COLOR=1', { NO_COLOR: '1' }, [], false],
    ['not with --no-color', {}, ['--no-color'], false],
    ['not in a dumb terminal', { TERM: 'dumb' }, [], false],
  ] as const)('%s', async (_, env, flags, coloured) => {
    const home = await startHome({ appointed: '2026-04-20' });
    for (const command of [[], ['status'], ['next'], ['meetings']]) {
      const terminal = new Terminal([...command, ...flags], { home, env });
      expect((await terminal.exit()).code).toBe(0);
      if (!coloured) expect(terminal.raw).not.toMatch(COLOUR);
      else if (command.length === 0) expect(terminal.raw).toMatch(COLOUR);
    }
  });
});
