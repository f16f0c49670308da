import { describe, expect, test } from 'vitest';
import type { Draft } from '../../../src/core/events.ts';
import { meetingsText } from '../../../src/features/meetings/text.ts';
import { buildMeetingsView, meetingsDocument } from '../../../src/features/meetings/view.ts';
import { render } from '../../../src/formats/terminal/render.ts';
import { NO_STYLE } from '../../../src/formats/terminal/style.ts';
import { about, dated, ONE_TO_ONE, planWith } from '../../core/meetings/plans.ts';

type Options = { width?: number; plain?: boolean; today?: string; typing?: 'holder' | 'officer'; name?: string };

function screen(drafts: readonly Draft[], { width = 80, plain = false, ...options }: Options = {}): string {
  return render(meetingsText(buildMeetingsView(planWith(drafts, options))), { width, plain, style: NO_STYLE });
}

const recorded = [
  about('scrutiny-committee', 'meeting-renamed', { name: 'Scrutiny Board (Children and Families)' }),
  dated('scrutiny-committee', '2026-06-10', '10:30', 'Civic Hall'),
  ONE_TO_ONE,
];

test('80 columns', () => {
  expect(screen(recorded)).toBe(`Your meetings, Monday 1 June 2026

IN THE DIARY
  Thu 4 June   9:30am   DCS one-to-one, every week
                        induct brief dcs
  Wed 10 June  10:30am  7.2 Scrutiny Board (Children and Families), Civic Hall
                        You answer as a witness. Papers out by Tue 2 June.

NO DATE YET (7)                           you go as            usually
  7.1  Regional lead member network       member               3 a year
  7.3  Schools forum                      speaker, no vote     4 or more: law
  7.4  Health and wellbeing board         ask: are you named?  4 a year
  7.5  Youth council                      guest                6 a year
  7.6  Children in care council           guest, when invited  2 to 4 a year
  7.7  Corporate parenting board          ask: chair, member?  6 a year
  7.8  Safeguarding children partnership  observer: confirm    4 a year

Ask for all seven dates in one email: induct letter dates
Add one: induct meetings add 7.3 "18 June" 4:30pm
`);
});

test('50 columns', () => {
  const text = screen(recorded, { width: 50 });
  expect(text).toContain(`IN THE DIARY
  Thu 4 June  9:30am
    DCS one-to-one, every week
    induct brief dcs
  Wed 10 June  10:30am
    7.2 Scrutiny Board (Children and Families),
    Civic Hall
    You answer as a witness. Papers out by Tue 2
    June.

NO DATE YET (7)
  7.1  Regional lead member network
       you go as member; usually 3 a year
  7.3  Schools forum
       you go as speaker, no vote; usually 4 or
       more: law
`);
});

test('plain', () => {
  const text = screen(recorded, { plain: true });
  expect(text).toContain(`IN THE DIARY
Thu 4 June  9:30am  DCS one-to-one, every week
  induct brief dcs
Wed 10 June  10:30am  7.2 Scrutiny Board (Children and Families), Civic Hall
  You answer as a witness. Papers out by Tue 2 June.
NO DATE YET (7)
7.1  Regional lead member network  you go as member  usually 3 a year
`);
});

test('an officer reads of the holder', () => {
  const text = screen(recorded, { typing: 'officer' });
  expect(text).toContain("Cllr Khan's meetings, Monday 1 June 2026");
  expect(text).toMatch(/NO DATE YET \(7\) +Cllr Khan goes as +usually\n/);
  expect(text).toContain('Cllr Khan answers as a witness.');
  expect(text).toContain('ask: are they named?');
  expect(text).not.toMatch(/\byou\b/i);
});

test('what passed, what was attended, what was asked for, what does not apply', () => {
  const text = screen(
    [
      ...recorded,
      about('youth-parliament', 'meeting-attended', {
        date: '2026-05-28',
        attended: true,
        apologies: false,
        note: null,
      }),
      {
        type: 'arranged',
        subject: 'meetings.schools-forum',
        title: '',
        on: '2026-06-01',
        body: { for: null, time: null, with: null },
      },
      {
        type: 'skipped',
        subject: 'meetings.regional-network',
        title: '',
        on: '2026-06-01',
        body: { why: 'None here' },
      },
      about('corporate-parenting-board', 'meeting-capacity', { capacity: 'speaking-right' }),
    ],
    { today: '2026-06-12' },
  );
  expect(text).toContain('7.7  Corporate parenting board          speaker without a vote  6 a year');
  expect(text).toContain(`PAST, NOT RECORDED YET
  7.2  Scrutiny Board (Children and Families)
       Was on Wed 10 June: were you there? induct meetings attended 7.2
`);
  expect(text).toMatch(/ATTENDED\n {2}7\.5 {2}Youth council or youth parliament +no date ahead +Thu 28 May\n/);
  expect(text).toContain('Not applicable: 7.1 Regional lead member network.');
  expect(text).toContain('Asked for, no date yet: 7.3.');
  expect(text).toContain('Ask for the other 4 dates in one email: induct letter dates');
});

test('more dates than the next, and a date without a time', () => {
  const days = ['2026-06-10', '2026-07-08', '2026-09-09', '2026-10-14', '2026-11-11', '2026-12-09'];
  expect(screen(days.map((day) => dated('schools-forum', day)))).toContain(`IN THE DIARY
  Wed 10 June  7.3 Schools forum
               You go as a speaker without a vote.
               Then Wed 8 July, Wed 9 September, Wed 14 October, Wed 11 November
               and 1 more.
`);
});

describe('at every width', () => {
  test.each([40, 50, 59, 60, 80, 200])('%i', (width) => {
    const long = about('schools-forum', 'meeting-renamed', {
      name: 'Schools and early years funding forum of the combined area',
    });
    const hostile = dated('schools-forum', '2026-06-18', '16:30', 'Hall\u001b[31m\u202e');
    for (const typing of ['holder', 'officer'] as const) {
      const text = screen([...recorded, long], { width, typing }) + screen([long, hostile], { width, typing });
      const longest = Math.max(...text.split('\n').map((line) => line.length));
      expect(longest).toBeLessThanOrEqual(Math.min(width, 80));
      expect(text).not.toMatch(/[\u001b\u202e]|!|please|sorry/i);
    }
  });
});

describe('the document', () => {
  const attended = about('scrutiny-committee', 'meeting-attended', {
    date: '2026-05-27',
    attended: true,
    apologies: false,
    note: 'Budget',
  });
  const find = (drafts: readonly Draft[], id: string) => {
    const document = meetingsDocument(buildMeetingsView(planWith(drafts)));
    expect(Object.keys(document)).toEqual(['schema', 'today', 'induction', 'meetings']);
    expect(document.schema).toBe('induct.meetings/1');
    return document.meetings.find((meeting) => meeting.id === id);
  };

  test('of a key meeting', () => {
    const found = find([...recorded, attended], 'scrutiny-committee');
    expect(Object.keys(found ?? {})).toEqual(
      'id name localName capacity capacityConfirmed frequency basis chair bring listenFor next dates lastAttended action source'.split(
        ' ',
      ),
    );
    expect(found).toMatchObject({
      name: "Children's scrutiny committee",
      localName: 'Scrutiny Board (Children and Families)',
      capacity: 'witness',
      capacityConfirmed: true,
      next: { date: '2026-06-10', time: '10:30', place: 'Civic Hall' },
      lastAttended: '2026-05-27',
      action: 'meetings.scrutiny-committee',
      source: { page: 'model-induction' },
    });
    expect(found?.bring).toContain('what you promised last time');
    expect(find(recorded, 'scrutiny-committee')?.bring).toContain('your priorities in a few sentences');
    expect(found?.dates[0]).toEqual({
      date: '2026-05-27',
      time: null,
      place: null,
      attended: true,
      apologies: false,
      note: 'Budget',
    });
  });

  test("of one's own", () => {
    expect(find(recorded, 'dcs-one-to-one')).toMatchObject({
      name: 'DCS one-to-one',
      localName: null,
      capacity: null,
      capacityConfirmed: false,
      frequency: 'every week',
      basis: null,
      chair: null,
      bring: [],
      listenFor: [],
      next: { date: '2026-06-04', time: '09:30', place: null },
      lastAttended: null,
      action: null,
      source: { page: 'induct', section: 'Your own', url: null },
    });
  });
});
