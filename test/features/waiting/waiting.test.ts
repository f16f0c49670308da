import { expect, test } from 'vitest';
import { induct, prepare } from '../../contract/calls.ts';
import { startHome } from '../../helpers/run.ts';

const WAITING = [
  ['ask', '8.1'],
  ['ask', '7.2', '7.3', '--of', 'Sam Lee', '--on', '1 June'],
  ['ask', '6.1', '6.2', '--of', "the DCS's office", '--on', '22 May'],
  ['ask', '6.4', '--of', 'The DCS’s office', '--on', '2 June'],
  ['ask', '6.5', '--of', "the DCS's office", '--on', '22 May'],
  ['got', '6.5'],
  ['book', '4.8', '--for', '10 June'],
];

test('one row for each of whom it was asked, the longest first', async () => {
  const { json, stderr } = await induct(await prepare(WAITING), ['waiting', '--json']);
  expect(stderr).toBe('');
  expect(json.schema).toBe('induct.waiting/1');
  expect(json.waiting).toEqual([
    {
      of: "the DCS's office",
      since: '2026-05-22',
      actions: ['documents.inspection-reports', 'documents.learning-reviews', 'documents.self-assessment'],
    },
    { of: 'Sam Lee', since: '2026-06-01', actions: ['meetings.scrutiny-committee', 'meetings.schools-forum'] },
    { of: null, since: '2026-06-03', actions: ['learning.register'] },
  ]);
});

test('the screen', async () => {
  const home = await prepare(WAITING);
  const { stdout } = await induct(home, ['waiting']);
  expect(stdout).toBe(`Leeds, Wednesday 3 June 2026: asked for, and not here yet

The DCS's office: 3, since Fri 22 May (12 days ago)
  6.1  Ofsted and other inspection reports
  6.2  Local child safeguarding practice reviews
  6.4  Self-assessment of children's services                   since Tue 2 June

Sam Lee: 2, since Mon 1 June (2 days ago)
  7.2  Children's scrutiny committee
  7.3  Schools forum

Nobody named: 1, since Wed 3 June (today)
  8.1  Register on the LGA's e-learning platform

Remind them: induct letter chase     Come? induct got 6.1

IN SHORT
DCS: director of children's services.     More: induct glossary
`);
  const early = await induct(home, ['waiting'], { today: '2026-05-25' });
  expect(early.stdout).toContain('induct letter chase --all');
});

test('nothing is waited for', async () => {
  const run = await induct(await startHome(), ['waiting']);
  expect(run).toMatchObject({ exit: 0, stdout: expect.stringContaining('Emails ready to paste: induct letter') });
  expect((await induct(await startHome(), ['waiting', '--json'])).json.waiting).toEqual([]);
});
