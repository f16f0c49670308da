/** The zone of every time in a calendar file. */
export const ZONE = 'Europe/London';

/**
 * The rules of British time since 1996: the clocks change on the last Sundays of March and October, at 01:00 UTC. Both
 * offsets stand in each part, since Exchange refuses a file without them, and BYDAY, since Outlook needs it.
 */
export const LONDON: readonly unknown[] = [
  'vtimezone',
  [['tzid', {}, 'text', ZONE]],
  [
    part('daylight', 'BST', '1996-03-31T01:00:00', 3, ['+00:00', '+01:00']),
    part('standard', 'GMT', '1996-10-27T02:00:00', 10, ['+01:00', '+00:00']),
  ],
];

function part(name: string, short: string, start: string, month: number, [from, to]: [string, string]) {
  return [
    name,
    [
      ['tzname', {}, 'text', short],
      ['tzoffsetfrom', {}, 'utc-offset', from],
      ['tzoffsetto', {}, 'utc-offset', to],
      ['dtstart', {}, 'date-time', start],
      ['rrule', {}, 'recur', { freq: 'YEARLY', bymonth: month, byday: '-1SU' }],
    ],
    [],
  ];
}
