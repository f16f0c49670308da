import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { eventsOf, induct, prepare, readingOf } from './calls.ts';
import { A_MONTH } from './screens.ts';

/** Calls that are wrong, one a line, of every command that records. */
const WRONG: readonly (readonly string[])[] = [
  ['done'],
  ['done', '99.1'],
  ['done', '4.1', '99.1'],
  ['done', '4.1', 'documents.annual'],
  ['done', '4.1', 'documents-ask'],
  ['done', '4.1-4.10'],
  ['done', '4.1', '--on', '2026-06-04'],
  ['done', '4.1', '--on', '31 June'],
  ['done', '4.1', '--note', ''],
  ['done', '4.1', '4.2', '--note', 'NHS number 943 476 5919'],
  ['done', '4.1', '--of', 'them'],
  ['done', '4.1', '--yess'],
  ['ask', '6.2', '--on', 'tomorrow'],
  ['ask', '6.2', '99.1'],
  ['ask', '12'],
  ['book', '4.1'],
  ['book', '4.1', '--for', 'yesterday'],
  ['book', '4.1', '99.1', '--for', '10 June'],
  ['book', '4.1', '--for', '10 June', '25:00'],
  ['arrange', '4.1', '--for', '2026-06-01'],
  ['arrange', '99.1'],
  ['got', '4.1'],
  ['got', '6.2', '4.1'],
  ['got', '6.2', '--on', 'tomorrow'],
  ['got', '6.2', '--where', ''],
  ['skip', '4.1'],
  ['skip', '4.1', '--why', ' '],
  ['skip', '4.1', '2.1', '--why', 'a reason'],
  ['skip', '4.1', '--why', 'the toddler in Harehills, dad arrested, NHS number 943 476 5919'],
  ['reopen', '2.1', '3.8'],
  ['reopen', '7.3'],
  ['add'],
  ['add', ' '],
  ['add', 'Ring the MP', '--by', '2026-06-01'],
  ['add', 'Ring the MP', '--for', 'nobody'],
  ['note', '4.1'],
  ['note', '4.1', ''],
  ['note', '6', 'words'],
  ['note', '4.1', 'NHS number 943 476 5919'],
  ['due', '6.2'],
  ['due', '6.2', '2026-06-01'],
  ['due', '6.2', '99.1', '30 June'],
  ['due', '6.2', '30 June', '--reset'],
  ['start', '--dcs-post', 'vacant', '--split', 'perhaps'],
  ['start', '--new', '--council', 'Leeds'],
  ['start', '--new', '--council', 'Atlantis', '--appointed', 'today', '--yes'],
  ['profile', 'dcs_post', 'gone'],
  ['profile', 'nothing', 'yes'],
  ['profile', 'appointed', '31 June'],
  ['quiet', 'add', '1 September', '27 July', '--why', 'recess'],
  ['quiet', 'add', '27 July', '1 September'],
  ['quiet', 'remove', '1 January'],
  ['meetings', 'add', '99', '10 June'],
  ['meetings', 'add', '7.5', '31 June'],
  ['meetings', 'move', '7.5', '10 June'],
  ['meetings', 'cancel', '7.5'],
  ['meetings', 'attended', '7.3', '--on', 'tomorrow'],
  ['meetings', 'rename', '7.5', ''],
  ['meetings', 'new', ''],
  ['meetings', 'new', 'One', '--every', 'now and then'],
  ['adviser', 'set', ''],
  ['when', '--ask'],
  ['when', 'xyzzy', '--ask'],
  ['tips', '4', '--now'],
  ['year', 'smarch'],
  ['glossary', 'xyzzy'],
  ['switch', 'nobody'],
  ['done', '4.1', '--holder', 'nobody'],
];

/** One home for all: none of these calls may leave anything behind. */
const home = await prepare(A_MONTH);

test.each(WRONG.map((argv) => [argv.join(' '), argv] as const))('%s: nothing is recorded', async (_, argv) => {
  const file = () => readFileSync(join(home, 'induct.db'));
  const bytes = file();
  const before = await readingOf(home);
  const events = (await eventsOf(home)).length;
  const run = await induct(home, argv);
  expect(run, run.stderr).toMatchObject({ exit: 2, stdout: '' });
  expect(run.stderr).not.toBe('');
  expect(run.stderr).not.toMatch(/defect|Error:|\bat .*\.ts/);
  const told = await induct(home, [...argv, '--json']);
  expect(told).toMatchObject({ exit: 2, stdout: '' });
  expect(Object.keys(JSON.parse(told.stderr))).toEqual(['schema', 'error']);
  expect(told.error).toEqual({ code: 2, message: expect.any(String), hint: told.error?.hint ?? null });
  expect(await readingOf(home)).toEqual(before);
  expect((await eventsOf(home)).length).toBe(events);
  expect(file().equals(bytes)).toBe(true);
});

/** Calls that are right and change nothing, since it is so already. */
const AGAIN: readonly (readonly string[])[] = [
  ['done', '3.2'],
  ['done', '2.1', '3.2', '--on', '21 May'],
  ['ask', '7'],
  ['ask', '6.2', '--of', 'somebody else'],
  ['book', '4.8', '--for', '10 June', '4pm'],
  ['got', '6.1'],
  ['skip', '1.1', '--why', 'She has moved abroad'],
  ['reopen', '4.1'],
  ['due', '6.6', '5 June'],
  ['due', '6.2', '--reset'],
  ['start', '--council', 'Leeds'],
  ['start'],
  ['profile', 'dcs_post', 'in-post'],
  ['meetings', 'add', '7.3', '18 June', '4:30pm'],
  ['when', 'incident', '--ask'],
];

test.each(AGAIN.map((argv) => [argv.join(' '), argv] as const))('%s: again adds nothing', async (_, argv) => {
  const before = await readingOf(home);
  const run = await induct(home, argv);
  expect(run.exit, run.stderr).toBe(0);
  expect(run.stdout + run.stderr).not.toBe('');
  expect(run.stderr).not.toContain('To take it back');
  const { json } = await induct(home, [...argv, '--json']);
  expect(json).toMatchObject({ schema: 'induct.changed/1', changed: [], created: [] });
  expect(await readingOf(home)).toEqual(before);
});
