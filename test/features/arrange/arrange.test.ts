import { describe, expect, test } from 'vitest';
import { type Call, check, induct, prepare, statusOf, TODAY } from '../../contract/calls.ts';

const ASKED = { status: 'arranged', arrangedOn: TODAY, arrangedFor: null };
const BOOKED = { status: 'arranged', arrangedOn: TODAY, arrangedFor: '2026-06-08' };

const CALLS: Record<string, Call> = {
  'without a date asks': {
    call: ['arrange', '6.6', '--with', 'the SEND team'],
    leaves: { 'documents.send-strategy': { ...ASKED, arrangedWith: 'the SEND team' } },
    says: [/^Asked for, Wed 3 June, of the SEND team: 6\.6/],
  },
  'takes --of too': {
    call: ['arrange', '6.6', '--of', 'the SEND team', '--on', '1 June'],
    leaves: { 'documents.send-strategy': { arrangedOn: '2026-06-01', arrangedWith: 'the SEND team' } },
  },
  'with a date books': {
    call: ['arrange', '5.1', '--for', '8 June', '2pm', '--with', 'Ms Hall'],
    leaves: { 'adviser.contact': { ...BOOKED, arrangedWith: 'Ms Hall' } },
    says: [/^Booked for Mon 8 June, 2pm: 5\.1/],
  },
  'changes nothing twice': {
    before: [['ask', '6.6']],
    call: ['arrange', '6.6'],
    leaves: {},
    says: [/already asked for/],
  },
  'changes nothing twice with a date': {
    before: [['book', '5.1', '--for', '8 June']],
    call: ['arrange', '5.1', '--for', '8 June'],
    leaves: {},
    says: [/already booked/],
  },
  'refuses a day that has passed': { call: ['arrange', '5.1', '--for', '2026-06-01'], exit: 2, says: [/has passed/] },
  'refuses a day to come for what was asked': { call: ['arrange', '6.6', '--on', 'tomorrow'], exit: 2, says: [/--on/] },
  'refuses an unknown one': { call: ['arrange', '6.66'], exit: 2, says: [/nearest/] },
  'refuses many without --yes': { call: ['arrange', '6'], exit: 2, says: [/20 actions/] },
  'refuses nothing': { call: ['arrange'], exit: 2, says: [/Say which action/] },
};

describe('arrange', () => {
  test.each(Object.entries(CALLS))('%s', (_, call) => check(call));
});

test('an example in an error names the command that was typed', async () => {
  expect((await induct(await prepare(), ['arrange'])).stderr).toContain('induct arrange ');
});

test('of a step it takes only what nothing is recorded about', async () => {
  const home = await prepare([
    ['done', '5.1'],
    ['arrange', '5'],
  ]);
  expect((await statusOf(home)).counts).toMatchObject({ done: 1, arranged: 2 });
});
