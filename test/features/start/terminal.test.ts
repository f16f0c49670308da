import { describe, expect, test } from 'vitest';
import { type Answer, INTERRUPT, type RunOptions, runInduct } from '../../helpers/run.ts';

const TYPING = 'Who is typing?';
const COUNCIL = 'Which council?';
const APPOINTED = 'Since when do you have this role?';
const POST = "The director of children's services is …";
const CHECK = 'Check the answers';
const NAME = "What is the portfolio holder's name? (optional)";

const ask = (answers: readonly Answer[], options: RunOptions = {}, argv: readonly string[] = ['start']) =>
  runInduct(argv, { tty: true, answers, ...options });
const squeeze = (text: string) => text.replace(/\s+/g, ' ');

async function answersOf(home: string): Promise<Record<string, unknown>> {
  const { json, exit } = await runInduct(['profile', '--json'], { home });
  expect(exit).toBe(0);
  return Object.fromEntries(
    Object.entries(json.answers).map(([id, answer]) => [id, (answer as { name?: string } | null)?.name ?? answer]),
  );
}

test('four questions, and the first screen', async () => {
  const run = await ask(['holder', 'Leeds', '20 May 2026', 'in-post', 'save']);
  expect(run.exit).toBe(0);
  expect(run.asked).toEqual([TYPING, COUNCIL, APPOINTED, POST, CHECK]);
  expect(run.stdout).toMatch(/^Saved\. Leeds City Council/);
  expect(squeeze(run.stderr)).toContain('Write nothing that could identify a child or a family.');
  expect(await answersOf(run.home)).toMatchObject({
    typing: 'holder',
    council: 'Leeds City Council',
    appointed: '2026-05-20',
    dcs_post: 'in-post',
  });
});

test('Enter takes what is preset: the holder, today, not sure', async () => {
  const run = await ask(['', 'Leeds', '', '', '']);
  expect(await answersOf(run.home)).toMatchObject({ typing: 'holder', appointed: '2026-05-20', dcs_post: 'not-sure' });
});

test('what is given is not asked', async () => {
  const run = await ask(['in-post', 'save'], {}, [
    'start',
    '--council',
    'Leeds',
    '--appointed',
    '20 May',
    '--typing',
    'holder',
  ]);
  expect(run.asked).toEqual([POST, CHECK]);
});

test('with all given and --yes nothing is asked', async () => {
  const argv = ['start', '--council', 'Leeds', '--appointed', '2026-05-20', '--yes'];
  expect(await ask([], {}, argv)).toMatchObject({ exit: 0, asked: [] });
});

test('the numbers of the questions stay as they are', async () => {
  const run = await runInduct(['start', '--typing', 'holder'], {
    tty: true,
    accessible: true,
    stdin: 'Leeds\n20 May 2026\n1\n\n',
  });
  expect(run.exit, run.stderr).toBe(0);
  expect(run.stderr.match(/Question \d of \d/g)).toEqual(['Question 2 of 4', 'Question 3 of 4', 'Question 4 of 4']);
});

test('a wrong answer is told, and asked again', async () => {
  const run = await ask(['holder', 'L', 'Leeds', '31 June', '5/13/2026', '20 May 2026', 'new', 'save']);
  expect(run.exit).toBe(0);
  expect(run.asked.filter((line) => line.startsWith('refused'))).toEqual([
    expect.stringMatching(/^refused "L": /),
    expect.stringMatching(/^refused "31 June": .*June has 30 days/),
    expect.stringMatching(/^refused "5\/13\/2026": .*13\/5\/2026/),
  ]);
});

describe('the council', () => {
  test('of several, one is chosen', async () => {
    const run = await ask(['holder', 'Kingston', 'E09000021', '', '', 'save']);
    expect(run.asked).toContain('Which of these is it?');
    expect(run.offered[1]?.join('\n')).toMatch(/Kingston upon Hull|Hull/);
    expect((await answersOf(run.home)).council).toMatch(/Kingston upon Thames/);
  });

  test('spelt nearly right is offered', async () => {
    const run = await ask(['holder', 'Ledes', 'E08000035', '', '', 'save']);
    expect((await answersOf(run.home)).council).toBe('Leeds City Council');
  });

  test('can be typed again', async () => {
    const run = await ask(['holder', 'Atlantis', 'again', 'Leeds', '', '', 'save']);
    expect((await answersOf(run.home)).council).toBe('Leeds City Council');
  });

  test('that is not on the list is kept with its region', async () => {
    const run = await ask(['holder', 'New Unitary', 'own', 'South East', '', '', 'save']);
    expect(run.exit).toBe(0);
    const { json } = await runInduct(['status', '--json'], { home: run.home });
    expect(json.induction.council).toEqual({ name: 'New Unitary', gss: null, region: 'South East' });
  });
});

describe('an officer', () => {
  test('is asked for the name, and about the holder', async () => {
    const run = await ask(['officer', 'Aisha Khan', 'Leeds', '20 May 2026', 'in-post', 'save']);
    expect(run.asked).toEqual([TYPING, NAME, COUNCIL, 'Since when does Cllr Khan have this role?', POST, CHECK]);
    expect(run.stdout).toContain('Cllr Aisha Khan, Leeds City Council');
    expect(await answersOf(run.home)).toMatchObject({ typing: 'officer', name: 'Aisha Khan' });
  });

  test('need not give the name', async () => {
    const run = await ask(['officer', '', 'Leeds', '', '', 'save']);
    expect(run.exit).toBe(0);
    expect(run.asked[3]).toBe('Since when does the portfolio holder have this role?');
  });
});

describe('a late start', () => {
  const late = { today: '2026-09-18' };

  test('offers to count from today', async () => {
    const run = await ask(['holder', 'Leeds', '20 May 2026', true, 'new', 'save'], late);
    expect(run.asked[3]).toMatch(/^That is \d+ working days ago\. Count suggested dates from today instead\?$/);
    expect(run.stdout).toContain('count from Fri 18 September');
  });

  test('takes no for an answer', async () => {
    const run = await ask(['holder', 'Leeds', '20 May 2026', false, 'new', 'save'], late);
    expect(run.stdout).not.toContain('count from');
    expect((await answersOf(run.home)).dates_from).toBe('appointed');
  });

  test('does not ask what --dates-from says', async () => {
    const run = await ask(['holder', 'Leeds', '20 May 2026', 'new', 'save'], late, [
      'start',
      '--dates-from',
      'appointed',
    ]);
    expect(run.asked).toHaveLength(5);
  });

  test('offers it too where the day is given as a flag', async () => {
    const run = await ask(['holder', 'Leeds', true, 'new', 'save'], late, ['start', '--appointed', '20 May 2026']);
    expect(run.exit).toBe(0);
    expect(run.stdout).toContain('count from Fri 18 September');
  });

  test('offers it again when the day is changed', async () => {
    const run = await ask(['holder', 'Leeds', 'today', 'new', 'appointed', '20 May 2026', true, 'save'], late);
    expect(run.stdout).toContain('count from Fri 18 September');
  });

  test('a day that is near again takes the counting from today back', async () => {
    const run = await ask(
      ['holder', 'Leeds', '20 May 2026', true, 'new', 'appointed', '10 September 2026', 'save'],
      late,
    );
    expect(run.stdout).not.toContain('count from');
    const { json } = await runInduct(['status', '--json'], { home: run.home, ...late });
    const call = json.steps[2].actions.find((action: { id: string }) => action.id === 'dcs.urgent-news');
    expect(call.due).toBe('2026-09-11');
  });
});

describe('interrupted', () => {
  const SCRIPT: readonly Answer[] = ['officer', 'Aisha Khan', 'Leeds', '20 May 2026', 'in-post', 'save'];
  const ASKED = [TYPING, NAME, COUNCIL, 'Since when does Cllr Khan have this role?', POST, CHECK];

  test.each(SCRIPT.map((_, at) => [at, ASKED[at]] as const))('at question %i (%s) it carries on there', async (at) => {
    const stopped = await ask([...SCRIPT.slice(0, at), INTERRUPT]);
    expect(stopped).toMatchObject({ exit: 130, stdout: '' });
    expect(stopped.stderr).toContain('Stopped.');
    expect(stopped.stderr).not.toMatch(/Error|\bat .*\.ts/);
    const meanwhile = await runInduct(['status'], { home: stopped.home });
    expect(meanwhile).toMatchObject({ exit: 3, stdout: '' });
    expect(meanwhile.stderr).toContain('induct start');

    const rest = SCRIPT.slice(at);
    const run = await ask(rest, { home: stopped.home });
    expect(run.exit).toBe(0);
    expect(run.asked).toEqual(ASKED.slice(at));
    if (at > 1) expect(run.stderr).toContain('Aisha Khan');
    if (at > 2) expect(run.stderr).toContain('Leeds City Council');
    if (at > 0) expect(squeeze(run.stderr)).toContain('Carrying on. Answered so far:');
    expect(run.stderr).not.toContain('identify a child');
    expect(await answersOf(run.home)).toMatchObject({ typing: 'officer', name: 'Aisha Khan', dcs_post: 'in-post' });
    const { json } = await runInduct(['holders', '--json'], { home: run.home });
    expect(json.holders).toHaveLength(1);
  });

  test('at the offer to count from today, that is offered again', async () => {
    const today = '2026-09-18';
    const stopped = await ask(['holder', 'Leeds', '20 May 2026', INTERRUPT], { today });
    expect(stopped.exit).toBe(130);
    const run = await ask([true, 'new', 'save'], { home: stopped.home, today });
    expect(run.stdout).toContain('count from Fri 18 September');
  });

  test('an end of the input is the same', async () => {
    const run = await runInduct(['start'], { tty: true, accessible: true, stdin: '1\nLeeds\n' });
    expect(run).toMatchObject({ exit: 130, stdout: '' });
    const again = await runInduct(['start'], {
      home: run.home,
      tty: true,
      accessible: true,
      stdin: '20 May 2026\n1\n\n',
    });
    expect(again.exit, again.stderr).toBe(0);
  });

  test('it can be finished without a terminal', async () => {
    const stopped = await ask(['holder', 'Leeds', INTERRUPT]);
    const run = await runInduct(['start', '--appointed', '2026-05-20', '--yes'], { home: stopped.home });
    expect(run.exit, run.stderr).toBe(0);
    expect((await answersOf(run.home)).council).toBe('Leeds City Council');
  });

  test('bare induct says how to carry on', async () => {
    const stopped = await ask(['holder', 'Leeds', INTERRUPT]);
    const run = await runInduct([], { home: stopped.home });
    expect(run.exit).toBe(0);
    expect(run.stdout).toContain('induct start');
  });
});

describe('check your answers', () => {
  const FIRST: readonly Answer[] = ['holder', 'Leeds', '20 May 2026', 'in-post'];

  test('shows each', async () => {
    const run = await ask([...FIRST, 'save']);
    const labels = run.offered.at(-1) ?? [];
    expect(labels[0]).toBe('These are right: save them');
    expect(labels).toHaveLength(5);
    for (const answer of ['I am the portfolio holder', 'Leeds City Council', '20 May 2026', 'in post for a while']) {
      expect(labels.some((label) => label.includes(answer))).toBe(true);
    }
  });

  test.each([
    ['council', ['Camden'], { council: expect.stringContaining('Camden') }],
    ['appointed', ['18 May 2026'], { appointed: '2026-05-18' }],
    ['dcs_post', ['vacant'], { dcs_post: 'vacant' }],
    ['typing', ['officer', 'Aisha Khan'], { typing: 'officer', name: 'Aisha Khan' }],
  ] as const)('%s can be changed alone', async (question, answers, expected) => {
    const run = await ask([...FIRST, question, ...answers, 'save']);
    expect(run.exit).toBe(0);
    const before = { typing: 'holder', council: 'Leeds City Council', appointed: '2026-05-20', dcs_post: 'in-post' };
    expect(await answersOf(run.home)).toMatchObject({ ...before, ...expected });
    expect(run.offered.at(-1)?.length).toBe(question === 'typing' ? 6 : 5);
  });

  test('a changed answer is kept at once', async () => {
    const stopped = await ask([...FIRST, 'dcs_post', 'vacant', INTERRUPT]);
    expect(stopped.exit).toBe(130);
    const run = await ask(['save'], { home: stopped.home });
    expect((await answersOf(run.home)).dcs_post).toBe('vacant');
  });

  test('several can be changed, and one twice', async () => {
    const run = await ask([...FIRST, 'dcs_post', 'vacant', 'council', 'Camden', 'dcs_post', 'new', 'save']);
    expect(await answersOf(run.home)).toMatchObject({ council: expect.stringContaining('Camden'), dcs_post: 'new' });
  });
});

test('--new asks for another holder, and can be interrupted', async () => {
  const first = await ask(['holder', 'Leeds', '', '', 'save']);
  const stopped = await ask(['officer', 'Tom Reed', INTERRUPT], { home: first.home }, ['start', '--new']);
  expect(stopped.exit).toBe(130);
  const status = await runInduct(['status', '--json', '--holder', '1'], { home: first.home });
  expect(status.exit).toBe(0);
  const run = await ask(['Camden', '', '', 'save'], { home: first.home }, ['start', '--new']);
  expect(run.exit).toBe(0);
  const { json } = await runInduct(['holders', '--json'], { home: first.home });
  expect(json.holders).toMatchObject([{ started: true }, { started: true, name: 'Tom Reed' }]);
});

test('--json in a terminal asks all the same, and gives the document alone', async () => {
  const run = await ask(['holder', 'Leeds', '', '', 'save'], {}, ['start', '--json']);
  expect(run.exit).toBe(0);
  expect(run.json).toMatchObject({ schema: 'induct.changed/1' });
});
