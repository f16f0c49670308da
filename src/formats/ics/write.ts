import type { CalendarEntry } from '../../core/calendar/entry.ts';
import { addDays } from '../../core/dates/index.ts';
import { visible } from '../terminal/safe.ts';
import { ICAL } from './library.ts';
import { LONDON, ZONE } from './time-zone.ts';
import { uidOf } from './uid.ts';

/** In every entry, so that all of them can be found in a diary and deleted together. */
export const CATEGORY = 'Induction';
const PRODUCT = '-//induct//induct//EN';
/** How long a meeting is entered for, since the record does not say. */
const HOURS = 1;

/**
 * A calendar file (RFC 5545) for Outlook and others: CRLF, lines of at most 75 octets, one reminder an entry. The same
 * entries give the same bytes, whenever it is written: nothing in it is of the moment of writing.
 * @param space the record's id, which the UIDs are made from
 */
export function writeCalendar(entries: readonly CalendarEntry[], space: string): string {
  const properties = [
    ['version', {}, 'text', '2.0'],
    ['prodid', {}, 'text', PRODUCT],
    ['calscale', {}, 'text', 'GREGORIAN'],
    // Outlook imports only what is published or requested.
    ['method', {}, 'text', 'PUBLISH'],
  ];
  return ICAL.stringify(['vcalendar', properties, [LONDON, ...entries.map((entry) => event(entry, space))]] as never);
}

function event(entry: CalendarEntry, space: string): unknown {
  const stamp = instant(entry.changedAt);
  const properties = [
    ['uid', {}, 'text', uidOf(space, entry.key)],
    ['dtstamp', {}, 'date-time', stamp],
    ['last-modified', {}, 'date-time', stamp],
    ['sequence', {}, 'integer', entry.sequence],
    ...when(entry),
    ['summary', {}, 'text', tidy(entry.title)],
    ...(entry.place === null ? [] : [['location', {}, 'text', tidy(entry.place)]]),
    ['status', {}, 'text', entry.cancelled ? 'CANCELLED' : 'CONFIRMED'],
    ...(entry.private ? [['class', {}, 'text', 'PRIVATE']] : []),
    ['categories', {}, 'text', CATEGORY],
    ...busy(entry),
  ];
  return ['vevent', properties, [alarm(entry)]];
}

function when({ date, time }: CalendarEntry): unknown[] {
  if (time === null) {
    return [
      ['dtstart', {}, 'date', date],
      ['dtend', {}, 'date', addDays(date, 1)],
    ];
  }
  const end = Number(time.slice(0, 2)) + HOURS;
  const lastDay = end >= 24 ? addDays(date, 1) : date;
  const lastTime = `${String(end % 24).padStart(2, '0')}${time.slice(2)}`;
  return [
    ['dtstart', { tzid: ZONE }, 'date-time', `${date}T${time}:00`],
    ['dtend', { tzid: ZONE }, 'date-time', `${lastDay}T${lastTime}:00`],
  ];
}

/** A whole day keeps nobody busy: it is a date to remember, or a meeting whose time is not known yet. */
function busy({ time, cancelled }: CalendarEntry): unknown[] {
  if (time !== null && !cancelled) return [['transp', {}, 'text', 'OPAQUE']];
  return [
    ['transp', {}, 'text', 'TRANSPARENT'],
    ['x-microsoft-cdo-busystatus', {}, 'unknown', 'FREE'],
  ];
}

/** A quarter of an hour before; for a whole day at 9am the day before. Outlook takes one, and without TRIGGER its own. */
function alarm(entry: CalendarEntry): unknown {
  const trigger = entry.time === null ? '-PT15H' : '-PT15M';
  return [
    'valarm',
    [
      ['action', {}, 'text', 'DISPLAY'],
      ['description', {}, 'text', tidy(entry.title)],
      ['trigger', {}, 'duration', trigger],
    ],
    [],
  ];
}

/** The moment in UTC to the second. */
function instant(at: string): string {
  return `${at.slice(0, 19)}Z`;
}

/** One kind of line break, and nothing that a reader would act on: RFC 5545 allows no other control characters. */
function tidy(text: string): string {
  return text.replace(/\r\n?/g, '\n').split('\n').map(visible).join('\n');
}
