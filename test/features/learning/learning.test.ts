import { expect, test } from 'vitest';
import { induct, prepare } from '../../contract/calls.ts';
import { startHome } from '../../helpers/run.ts';

const SOME = [
  ['ask', '8.1'],
  ['done', '8.4', '--on', '11 April 2023'],
  ['done', '9.1'],
  ['book', '9.2', '--for', '9 July'],
];

test('the document', async () => {
  const { json, stderr } = await induct(await prepare(SOME), ['learning', '--json']);
  expect(stderr).toBe('');
  expect(json.schema).toBe('induct.learning/1');
  expect(json.learning.map((one: { id: string }) => one.id)).toEqual([
    'corporate-parenting',
    'equality-diversity-inclusion',
    'scrutiny',
    'influencing',
    'stress-and-resilience',
    'leadership-essentials',
  ]);
  expect(json.learning[2]).toEqual({
    id: 'scrutiny',
    title: 'Scrutiny for councillors',
    status: 'done',
    action: 'learning.scrutiny',
    source: expect.objectContaining({ page: 'model-induction' }),
    bookedFor: null,
    doneOn: '2023-04-11',
  });
  expect(json.learning[5]).toMatchObject({ status: 'arranged', bookedFor: '2026-07-09', doneOn: null });
});

test('the screen', async () => {
  const { stdout } = await induct(await prepare(SOME), ['learning']);
  expect(stdout).toBe(`Leeds, Wednesday 3 June 2026: learning

FIRST
  8.1  Register on the LGA's e-learning platform            asked for Wed 3 June
       Login here, and registered? induct done 8.1

NOT DONE YET (4)
  8.2  Corporate parenting                                             after 8.1
  8.3  Equality, diversity and inclusion                               after 8.1
  8.5  Influencing skills                                              after 8.1
  8.6  Stress management and personal resilience                       after 8.1

BOOKED (1)
  9.2  Leadership Essentials, children's services          booked for Thu 9 July

DONE (1)
  8.4  Scrutiny for councillors                           done Tue 11 April 2023

Done before the role began? It counts: induct done 8.2 --on "11 April 2023"
A place booked? induct book 9.2 --for "19 June"
"by" and "was" are our suggestion, not the LGA's.
`);
});

test('the email for the login first; nothing left at the end', async () => {
  expect((await induct(await startHome(), ['learning'])).stdout).toContain('The email to paste: induct letter login');
  const home = await prepare([['done', '8', '9', '--yes']]);
  expect((await induct(home, ['learning'])).stdout).toContain('Nothing is left to do here.');
});
