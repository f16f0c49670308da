import { describe, expect, test } from 'vitest';
import { actionsOf, induct, prepare, statusOf, TODAY } from '../../contract/calls.ts';

const HEAD = ['schema', 'today', 'induction'];
const squeeze = (text: string) => text.replace(/\s+/g, ' ');

describe('the document', () => {
  test.each([
    ['3.2', 'dcs.urgent-news'],
    ['dcs.urgent-news', 'dcs.urgent-news'],
    ['schools-forum', 'meetings.schools-forum'],
    ['people.child', null],
    ['documents.self', 'documents.self-assessment'],
  ])('of %s is the action', async (word, id) => {
    const home = await prepare();
    const run = await induct(home, ['show', word, '--json']);
    if (id === null) {
      expect(run).toMatchObject({ exit: 2, stdout: '', error: { code: 2 } });
      expect(run.error?.message).toContain('people.childrens-centres');
      return;
    }
    expect(run).toMatchObject({ exit: 0, stderr: '' });
    expect(Object.keys(run.json)).toEqual([...HEAD, 'action']);
    expect(run.json).toMatchObject({ schema: 'induct.show/1', today: TODAY });
    expect(run.json.action).toEqual(actionsOf(await statusOf(home))[id]);
  });

  test.each(['6', 'documents'])('of %s is the step with every action', async (word) => {
    const home = await prepare([['done', '6.1']]);
    const { json } = await induct(home, ['show', word, '--json']);
    expect(Object.keys(json)).toEqual([...HEAD, 'step']);
    const { actions, source, ...step } = json.step;
    expect(step).toMatchObject({ id: 'documents', number: '6', title: 'Key local documents' });
    const status = await statusOf(home);
    expect(actions).toEqual(status.steps[5].actions);
    expect(Object.keys(source)).toEqual(['page', 'section', 'url']);
  });

  test('of an occasion is the occasion', async () => {
    const home = await prepare([['done', '1.2']]);
    const { json } = await induct(home, ['show', 'officers-call', '--json']);
    expect(Object.keys(json)).toEqual([...HEAD, 'occasion']);
    const next = (await induct(home, ['next', '99', '--json'])).json.next;
    expect(json.occasion).toEqual(next.find((one: { id: string }) => one.id === 'officers-call'));
    expect(json.occasion.actions).toHaveLength(3);
  });
});

describe('refuses', () => {
  test.each([
    ['3.99', /There is no action "3\.99"/],
    ['6.1-6.3', /several actions/],
    ['documents.annual-report', /could be any of these/],
    ['', /There is no action ""/],
  ])('%j', async (word, message) => {
    const run = await induct(await prepare(), ['show', word]);
    expect(run).toMatchObject({ exit: 2, stdout: '' });
    expect(run.stderr).toMatch(message);
  });

  test('no word where nobody can be asked', async () => {
    const run = await induct(await prepare(), ['show']);
    expect(run).toMatchObject({ exit: 2, stdout: '' });
    expect(run.stderr).toMatch(/induct show \d/);
  });
});

test('an action is shown whole', async () => {
  const home = await prepare([
    ['ask', '6.1', '--of', 'the office', '--on', '1 June'],
    ['got', '6.1', '--where', 'T:\\one.pdf'],
    ['note', '6.1', 'Two weak areas'],
    ['note', '6.1', 'Between us', '--private'],
    ['due', '6.1', '12 June'],
  ]);
  const words = squeeze((await induct(home, ['show', '6.1'])).stdout);
  for (const part of [
    '6.1 Read the latest inspection reports',
    'State: here since Wed 3 June',
    'Read by Fri 12 June (set by hand; ours was 4 June 2026)',
    'With or of: the office',
    'Where: T:\\one.pdf',
    'WHY Start here.',
    'Two weak areas',
    'Between us private',
    'asked for: of the office',
    'induct profile last_inspection',
    'LGA, Model induction for new children’s services portfolio holders:',
    'https://www.local.gov.uk/',
    'Done? induct done 6.1',
  ]) {
    expect(words).toContain(part);
  }
});

test('every action names its source, and what can be typed about it', async () => {
  const home = await prepare();
  for (const { number } of Object.values(actionsOf(await statusOf(home)))) {
    const { stdout, exit } = await induct(home, ['show', number]);
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^WHERE THIS COMES FROM$/m);
    expect(stdout).toMatch(new RegExp(`induct (done|reopen) ${number}\\b`));
  }
});

test('what waits names what it waits for', async () => {
  const { stdout } = await induct(await prepare(), ['show', '8.2']);
  expect(stdout).toMatch(/After: 8\.1 /);
});

test('what an answer left out says why, and what it can be changed with works', async () => {
  const home = await prepare();
  const { stdout } = await induct(home, ['show', '3.8']);
  expect(squeeze(stdout)).toContain('State: not applicable: needed only where the director also runs another service');
  const [, told = ''] = /induct ((?:reopen|profile|done) \S+)/.exec(stdout) ?? [];
  const run = await induct(home, told.split(' '));
  expect(run, `${told}: ${run.stderr}`).toMatchObject({ exit: 0 });
});

test('the record of a key meeting is part of it', async () => {
  const home = await prepare([
    ['book', '7.3', '--for', '2026-06-18'],
    ['done', '7.3', '--on', '2 June', '--note', 'Papers come a week before'],
  ]);
  const { stdout } = await induct(home, ['show', '7.3']);
  expect(stdout).toContain('RECORD');
  expect(stdout).toContain('Papers come a week before');
});

test('an occasion says what it settles, and how to record it', async () => {
  const home = await prepare();
  expect(squeeze((await induct(home, ['show', 'officers-call'])).stdout)).toMatch(
    /IT SETTLES 1\.2 .* 1\.3 .* 1\.4 .* 1\.5 .*Done\? induct done officers-call/,
  );
  expect(squeeze((await induct(home, ['show', 'documents-ask'])).stdout)).toMatch(
    /IT ASKS FOR 6\.1 .*Sent\? induct ask documents-ask/,
  );
});

test('an email that was sent does not ask to be sent again', async () => {
  const home = await prepare([['ask', '6', '--yes']]);
  const { stdout } = await induct(home, ['show', 'documents-ask']);
  expect(stdout).not.toContain('induct ask');
  expect(stdout).not.toContain(' 0 documents');
});

test('an occasion with nothing left says so', async () => {
  const home = await prepare([['done', 'law-evening']]);
  expect((await induct(home, ['show', 'law-evening'])).stdout).toContain('Nothing of it is open.');
});

test('the empty step of your own says how to fill it', async () => {
  const { stdout } = await induct(await prepare(), ['show', 'own']);
  expect(stdout).toContain('induct add');
});

test('in a terminal it asks what', async () => {
  const run = await induct(await prepare(), ['show'], { tty: true, answers: ['members.leader'] });
  expect(run).toMatchObject({ exit: 0, asked: ['What is to be shown?'] });
  expect(run.stdout).toContain('4.1  ');
});

test('in a terminal what is done can be shown too', async () => {
  const run = await induct(await prepare([['done', '4.1']]), ['show'], { tty: true, answers: ['members.leader'] });
  expect(run.exit).toBe(0);
});
