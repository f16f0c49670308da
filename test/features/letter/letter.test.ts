import { describe, expect, test } from 'vitest';
import { draft } from '../../../src/core/events.ts';
import { actionsOf, eventsOf, induct, prepare, statusOf, TODAY } from '../../contract/calls.ts';
import { edit, packCopy } from '../../helpers/packs.ts';
import { startHome } from '../../helpers/run.ts';

const OFFICER = { typing: 'officer', answers: { name: 'Aisha Khan', title: 'Executive member' } } as const;
const SIGNED = "Many thanks,\nCllr [name]\nPortfolio holder for children's services, Leeds City Council\n";
const ASKED = ['ask', '6', '--of', "the DCS's office", '--on', '22 May', '--yes'];

/** Answers that no JSON parser would call the same. */
const lettersOf = async (home: string, argv: readonly string[], today = TODAY) => {
  const run = await induct(home, ['letter', ...argv, '--json'], { today });
  expect(run).toMatchObject({ exit: 0, stderr: '' });
  return run.json.letters as {
    id: string;
    to: string;
    email: string | null;
    subject: string;
    body: string;
    actions: string[];
  }[];
};

describe('what is printed', () => {
  test('the documents: subject first, what is needed first, all of it as it is pasted', async () => {
    const home = await startHome();
    const { stdout, stderr, exit } = await induct(home, ['letter', 'documents'], { today: '2026-05-22', columns: 40 });
    expect(exit).toBe(0);
    const lines = stdout.split('\n');
    expect(lines.slice(0, 4)).toEqual([
      "To: the DCS's office",
      "Subject: Documents for the new portfolio holder for children's services",
      '',
      'Dear colleague,',
    ]);
    expect(lines[5]).toMatch(/^I became portfolio holder for children's services on 20 May\. .*Links are best\.$/);
    const at = lines.indexOf('First, by Thursday 4 June if you can');
    expect(lines.slice(at, at + 9)).toEqual([
      'First, by Thursday 4 June if you can',
      '  1. Ofsted and other inspection reports',
      '  2. Action and improvement plans',
      "  3. Self-assessment of children's services",
      '  4. Staffing structure',
      '  5. Quality assurance framework and latest performance reports',
      '  6. Budget position',
      'When you can, by Thursday 2 July',
      '  7. Local child safeguarding practice reviews',
    ]);
    expect(lines).toContain('  20. Glossary of terms (by Thursday 4 June)');
    expect(stdout.endsWith(`\n\n${SIGNED}`)).toBe(true);
    expect(stderr.replace(/\s+/g, ' ')).toContain('induct profile name');
  });

  test('only what was not asked for, under its title here and with a date set by hand', async () => {
    const home = await prepare([
      ['ask', '6.2-6.20', '--yes'],
      ['due', '6.1', '20 June'],
    ]);
    const [one] = await lettersOf(home, ['documents']);
    expect(one?.actions).toEqual(['documents.inspection-reports']);
    expect(one?.body).toContain('First, by Saturday 20 June if you can\n  1. Ofsted');
    expect(one?.body).not.toContain('When you can');
  });

  test('once the days have passed none is named, and nothing is called late', async () => {
    const home = await startHome();
    for (const one of await lettersOf(home, [], '2026-10-20')) {
      expect(`${one.subject} ${one.body}`).not.toMatch(
        /\blate\b|overdue|not applicable|\bby (Mon|Tues|Wednes|Thurs|Fri)day/i,
      );
    }
    const [documents] = await lettersOf(home, ['documents'], '2026-10-20');
    expect(documents?.body).toContain('First, as soon as you can\n  1.');
    expect(documents?.body).toContain('When you can\n  7.');
  });

  test('the test of assurance goes along where it applies', async () => {
    const without = await lettersOf(await startHome(), ['documents']);
    expect(without[0]?.body).not.toContain('assurance\n');
    const [one] = await lettersOf(await startHome({ answers: { dcs_also: 'yes' } }), ['documents']);
    expect(one?.actions).toContain('dcs.test-of-assurance');
    expect(one?.body).toMatch(/\d+\. Test of assurance/);
  });

  test('the dates that are not known, by local name', async () => {
    const home = await prepare([
      ['meetings', 'add', '7.3', '18 June'],
      ['meetings', 'rename', '7.2', 'Scrutiny Board (Children and Families)'],
      ['skip', '7.5', '--why', 'there is none'],
    ]);
    const [one] = await lettersOf(home, ['dates']);
    expect(one).toMatchObject({ id: 'dates', to: 'democratic services', email: null });
    expect(one?.actions).toHaveLength(6);
    expect(one?.body).toContain('  2. Scrutiny Board (Children and Families)\n  3. Health and wellbeing board');
    expect(one?.body).not.toMatch(/Schools forum|Youth council/);
  });

  test('the login, the adviser and the last holder', async () => {
    const home = await startHome();
    expect(await lettersOf(home, ['login'])).toMatchObject([{ to: 'the LGA', actions: ['learning.register'] }]);
    expect(await lettersOf(home, ['adviser'])).toMatchObject([
      { to: 'Rachel Dickinson', actions: ['adviser.contact', 'adviser.networking', 'adviser.peer-mentor'] },
    ]);
    expect(await lettersOf(home, ['last-holder'])).toMatchObject([
      { to: 'the last portfolio holder', actions: ['outgoing.meet'] },
    ]);
    await induct(home, ['adviser', 'set', 'Jo Bloggs']);
    const [adviser] = await lettersOf(home, ['adviser']);
    expect(adviser).toMatchObject({ to: 'Jo Bloggs' });
    expect(adviser?.body).toMatch(/^Dear Jo Bloggs,\n\n/);
  });

  test('alone: documents, dates and login, each told apart', async () => {
    const home = await startHome();
    const { stdout, stderr } = await induct(home, ['letter']);
    expect(stdout.match(/^(EMAIL|To:).*/gm)).toEqual([
      'EMAIL 1 OF 3',
      "To: the DCS's office",
      'EMAIL 2 OF 3',
      'To: democratic services',
      'EMAIL 3 OF 3',
      'To: the LGA',
    ]);
    expect(stdout).not.toMatch(/\n\n\n|^\n|\n\n$/);
    expect(stderr).toMatch(/induct letter adviser, last-holder, chase, thanks/);
    expect((await lettersOf(home, [])).map((one) => one.id)).toEqual(['documents', 'dates', 'login']);
  });

  test('for an officer: by the holder’s name, signed for them', async () => {
    const home = await startHome(OFFICER);
    const [documents, dates, login] = await lettersOf(home, []);
    expect(documents?.body).toContain("Cllr Aisha Khan became executive member for children's services on 20 May.");
    expect(documents?.body.split('\n').slice(-3)).toEqual([
      'Many thanks,',
      '[officer]',
      "for Cllr Aisha Khan, executive member for children's services, Leeds City Council",
    ]);
    expect(dates?.body).toContain("what Cllr Khan's place there is");
    expect(login?.body).toContain('for Cllr Khan, or tell me');
    const [ahead] = await lettersOf(await startHome({ appointed: '2026-06-15', startedOn: '2026-05-20' }), ['login']);
    expect(ahead?.body).toContain('I become portfolio holder');
  });

  test('--to, and an address in it', async () => {
    const home = await startHome();
    const { stdout } = await induct(home, ['letter', 'documents', '--to', 'Jo  Bloggs <jo@leeds.gov.uk>']);
    expect(stdout).toMatch(/^To: Jo Bloggs <jo@leeds.gov.uk>\nSubject: .*\n\nDear Jo Bloggs,\n/);
    expect(await lettersOf(home, ['dates', '--to', 'a@b.uk\nBcc: everybody'])).toMatchObject([
      { to: 'a@b.uk Bcc: everybody' },
    ]);
    expect(await lettersOf(home, ['documents', 'data-leads'])).toMatchObject([{ to: 'the performance team' }]);
  });

  test('whoever keeps the diary, and the address that is known', async () => {
    const home = await startHome({
      drafts: [
        draft('person-set', 'dcs', 'DCS', TODAY, { name: 'Ann Hill', email: 'ann@leeds.gov.uk' }),
        draft('person-set', 'democratic-services', 'Democratic services', TODAY, { pa: 'Sam Lee, sam@leeds.gov.uk' }),
        draft('person-set', 'last-holder', 'Last holder', TODAY, { name: 'Cllr Tom Reed' }),
      ],
    });
    expect(await lettersOf(home, [])).toMatchObject([
      { to: "the DCS's office", email: 'ann@leeds.gov.uk', body: expect.stringMatching(/^Dear colleague,/) },
      { to: 'Sam Lee', email: 'sam@leeds.gov.uk', body: expect.stringMatching(/^Dear Sam Lee,/) },
      { to: 'the LGA', email: null },
    ]);
    expect(await lettersOf(home, ['last-holder'])).toMatchObject([{ to: 'Cllr Tom Reed' }]);
    await induct(home, ['ask', '6.1', '--of', "the DCS's office", '--on', '20 May']);
    expect(await lettersOf(home, ['chase', 'Ann Hill'])).toMatchObject([
      { to: "the DCS's office", email: 'ann@leeds.gov.uk' },
    ]);
  });

  test('on a terminal it is broken between words; with --plain and in a pipe it is not', async () => {
    const home = await startHome();
    for (const columns of [50, 80]) {
      const { stdout } = await induct(home, ['letter', 'dates'], { tty: true, columns, answers: [false] });
      expect(stdout.split('\n').filter((line) => line.length > columns)).toEqual([]);
    }
    const plain = await induct(home, ['letter', 'dates', '--plain'], { tty: true, columns: 50, answers: [false] });
    expect(plain.stdout).toBe((await induct(home, ['letter', 'dates'])).stdout);
  });

  test('the words are the council’s own', async () => {
    const pack = packCopy();
    edit(pack, 'letters.yaml', (text) =>
      text.replace('"Dear {dear},"', '"Good morning {dear}, I am {title} of {council}:"'),
    );
    const home = await startHome({ answers: { title: 'Cabinet Member' } });
    const { stdout } = await induct(home, ['letter', 'documents'], { pack });
    expect(stdout).toContain('\n\nGood morning colleague, I am Cabinet Member of Leeds City Council:\n\n');
  });

  test('a name with braces in it is a name', async () => {
    const home = await startHome({ answers: { name: '{list} {council}' } });
    const [one] = await lettersOf(home, ['login']);
    expect(one?.body).toContain('Cllr {list} {council}');
  });
});

describe('who follows up', () => {
  test('a reminder lists what has not come, with thanks for what has, one to each', async () => {
    const home = await prepare([
      ASKED,
      ['ask', '7.2', '7.3', '--of', 'Sam Lee', '--on', '23 May'],
      ['got', '6.1', '6.5'],
      ['ask', '8.1'],
    ]);
    const letters = await lettersOf(home, ['chase']);
    expect(letters.map(({ id, to, actions }) => [id, to, actions.length])).toEqual([
      ['chase', "the DCS's office", 18],
      ['chase-2', 'Sam Lee', 2],
    ]);
    expect(letters[0]?.body).toContain(
      'which have come:\n  - Ofsted and other inspection reports\n  - Joint strategic',
    );
    expect(letters[0]?.body).toContain('asked for on 22 May and');
    expect(letters[0]?.body).toContain('Needed first\n  1. Action and improvement plans');
    expect(letters[1]?.body).not.toContain('Thank you for these');
    expect(letters[1]?.body).toContain("  1. dates: Children's scrutiny committee");
    expect((await lettersOf(home, ['chase', '--all'])).at(-1)).toMatchObject({
      to: 'the LGA',
      actions: ['learning.register'],
    });
    expect(await lettersOf(home, ['chase', 'sam'])).toHaveLength(1);
    expect(await lettersOf(home, ['chase', 'dcs'])).toMatchObject([{ to: "the DCS's office" }]);
  });

  test('what was asked of nobody named is asked of whom the email went to', async () => {
    const home = await prepare([
      ['ask', '6.1', '--on', '21 May'],
      ['ask', '6.2', '--of', "DCS's office", '--on', '22 May'],
    ]);
    expect(await lettersOf(home, ['chase'])).toMatchObject([
      { to: "the DCS's office", actions: ['documents.inspection-reports', 'documents.learning-reviews'] },
    ]);
  });

  test('three questions for one talk are one line of a reminder, and a talk held is nothing to thank for', async () => {
    const home = await prepare([['ask', '5', '--of', 'Rachel Dickinson', '--on', '20 May']]);
    const [one] = await lettersOf(home, ['chase']);
    expect(one?.actions).toHaveLength(3);
    expect(one?.body.match(/^ {2}\d.*$/gm)).toEqual(['  1. a time to talk']);
    await induct(home, ['done', '5']);
    expect(await lettersOf(home, ['thanks'])).toEqual([]);
  });

  test('nothing that old, nothing at all, and nobody of that name', async () => {
    const home = await prepare([['ask', '6.1', '--of', 'Sam Lee']]);
    const early = await induct(home, ['letter', 'chase']);
    expect(early).toMatchObject({ exit: 0, stdout: expect.stringMatching(/10 days yet/) });
    expect(early.stdout).toContain('induct letter chase --all');
    expect(await induct(home, ['letter', 'chase', 'xyzzy'])).toMatchObject({
      exit: 2,
      stdout: '',
      stderr: expect.stringMatching(/Sam Lee/),
    });
    const none = await induct(await startHome(), ['letter', 'chase']);
    expect(none).toMatchObject({ exit: 0, stdout: expect.stringMatching(/nobody has to be reminded/) });
  });

  test('thanks name what came, and nothing of it is recorded', async () => {
    const home = await prepare([ASKED, ['got', '6.1']]);
    expect(await lettersOf(home, ['thanks'])).toMatchObject([
      { id: 'thanks', to: "the DCS's office", actions: ['documents.inspection-reports'] },
    ]);
    const before = await eventsOf(home);
    for (const which of ['thanks', 'chase']) {
      const { stderr } = await induct(home, ['letter', which, '--sent']);
      expect(stderr).toContain('Nothing was recorded');
    }
    expect(await eventsOf(home)).toEqual(before);
    expect((await induct(await startHome(), ['letter', 'thanks'])).stdout).toContain('nobody to thank');
  });
});

describe('what is recorded', () => {
  test('without a terminal nothing, unless --sent says so', async () => {
    const home = await startHome();
    await induct(home, ['letter', 'documents']);
    expect((await statusOf(home)).counts.arranged).toBe(0);
    const { stdout, stderr } = await induct(home, ['letter', 'documents', '--sent']);
    expect(stdout).toMatch(/^To: /);
    expect(stderr).toMatch(/Asked for, Wed 3 June, of the DCS's office: 20 actions, 6\.1 to 6\.20\b/);
    const actions = actionsOf(await statusOf(home));
    expect(actions['documents.budget']).toMatchObject({
      status: 'arranged',
      arrangedOn: TODAY,
      arrangedFor: null,
      arrangedWith: "the DCS's office",
    });
    await induct(home, ['undo']);
    expect((await statusOf(home)).counts.arranged).toBe(0);
  });

  test('all three with --sent: one change, each of whom it went to', async () => {
    const home = await startHome();
    const { json, exit } = await induct(home, ['letter', '--sent', '--json']);
    expect(exit).toBe(0);
    expect(Object.keys(json)).toEqual(['schema', 'today', 'changed', 'created']);
    expect(json).toMatchObject({ schema: 'induct.changed/1', created: [] });
    expect(json.changed).toHaveLength(29);
    expect(new Set((await eventsOf(home)).slice(0, 29).map((event) => event.change)).size).toBe(1);
    expect(new Set(json.changed.map((action: { arrangedWith: string }) => action.arrangedWith))).toEqual(
      new Set(["the DCS's office", 'democratic services', 'the LGA']),
    );
    const again = await induct(home, ['letter', '--sent', '--json']);
    expect(again.json).toMatchObject({ changed: [] });
    expect((await induct(home, ['letter'])).stdout).toMatch(/^No email is ready/);
  });

  test('in a terminal it is asked after each; Enter records nothing', async () => {
    const home = await startHome();
    const run = await induct(home, ['letter'], { tty: true, answers: ['', true, false] });
    expect(run.asked).toEqual([
      'Sent? Then all 20 are marked as asked for today.',
      'Sent? Then all 8 are marked as asked for today.',
      'Sent? Then 8.1 is marked as asked for today.',
    ]);
    expect((await statusOf(home)).counts.arranged).toBe(8);
    expect(run.stderr).toContain('induct undo');
    const heard = await induct(home, ['letter', 'login'], { tty: true, accessible: true, stdin: 'y\n' });
    expect(heard.exit, heard.stderr).toBe(0);
    expect((await statusOf(home)).counts.arranged).toBe(9);
    expect((await induct(home, ['letter', 'dates'], { tty: true })).stdout).toMatch(/nothing left to ask/);
  });

  test('with --json nothing is asked', async () => {
    const run = await induct(await startHome(), ['letter', '--json'], { tty: true });
    expect(run).toMatchObject({ exit: 0, stderr: '', asked: [] });
    expect(Object.keys(run.json.letters[0])).toEqual(['id', 'to', 'email', 'subject', 'body', 'actions']);
  });

  test('--copy: on the clipboard as it is pasted, and plainly where it could not be', async () => {
    const home = await startHome();
    const run = await induct(home, ['letter', 'login', '--copy'], { tty: true, answers: [false] });
    expect(run.copied).toEqual([(await induct(home, ['letter', 'login'])).stdout]);
    expect(run.stderr).toContain('On the clipboard: the email to the LGA.');
    const failed = await induct(home, ['letter', 'login', '--copy']);
    expect(failed).toMatchObject({ exit: 0, stderr: expect.stringContaining('It could not be put on the clipboard') });
  });

  test('calls that are wrong', async () => {
    const home = await startHome();
    const wrong = {
      docments: /Did you mean documents\?/,
      d: /documents or dates/,
      xyzzy: /These there are: documents/,
    };
    for (const [which, says] of Object.entries(wrong)) {
      expect(await induct(home, ['letter', which])).toMatchObject({
        exit: 2,
        stdout: '',
        stderr: expect.stringMatching(says),
      });
    }
    expect((await induct(home, ['letter', 'dates', '--all'])).exit).toBe(2);
    expect((await induct(home, ['letter', 'dates', '--to', ' '])).exit).toBe(2);
    expect((await induct(home, ['letter', 'dates', '--to', 'NHS number 943 476 5919'])).exit).toBe(2);
  });
});

test('no private note stands in any letter', async () => {
  const home = await prepare([ASKED, ['note', '6.1', 'Something about Cllr Brown', '--private'], ['got', '6.1']]);
  for (const argv of [[], ['chase', '--all'], ['thanks'], ['adviser'], ['last-holder']]) {
    expect(JSON.stringify(await lettersOf(home, argv))).not.toContain('Brown');
  }
});
