import { addDays, type CivilDate, isCivilDate } from '../../core/dates/index.ts';
import type { CalendarFile, Occurrence } from '../../core/meetings/occurrence.ts';
import { usage } from '../../core/problem.ts';
import { type Component, type Event, ICAL, type Time, type Timezone } from './library.ts';
import { type Part, partsOf } from './lines.ts';
import { LONDON } from './time-zone.ts';

/** The days that meetings are read of: both of them count. */
export type Window = { readonly from: CivilDate; readonly to: CivilDate };

/** A series is followed no further than this: ten years of a daily meeting. */
const MOST_TURNS = 4000;
/** A rhythm of hours or less is no meeting's. */
const RHYTHMS = new Set(['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']);

/**
 * Every meeting of a calendar file within some days, series taken apart.
 * @param name how an error names the file
 * @throws Problem (2) with the line, for what is no calendar file, is cut off, or holds no event that can be read
 */
export function readCalendar(text: string, name: string, window: Window): CalendarFile {
  const parts = partsOf(text, name);
  const zones = parts.filter((part) => part.name === 'VTIMEZONE').map(sourceOf);
  const events = parts.filter((part) => part.name === 'VEVENT');
  if (events.length === 0) throw usage(`${name} holds no events.`);
  const unread: number[] = [];
  const components = events.flatMap((part) => {
    const component = componentOf(part, zones);
    if (component === null) unread.push(part.lines[0]?.number ?? 0);
    return component === null ? [] : [{ component, line: part.lines[0]?.number ?? 0 }];
  });
  const london = new ICAL.Timezone(new ICAL.Component(LONDON as never));
  const found: Occurrence[] = [];
  const families = new Map<string, Component[]>();
  for (const { component } of components) {
    const uid = textOf(component, 'uid');
    families.set(uid, [...(families.get(uid) ?? []), component]);
  }
  for (const { component, line } of components) {
    const changes = exceptionsOf(component, families.get(textOf(component, 'uid')) ?? []);
    if (changes === null) continue;
    try {
      found.push(...occurrencesOf(component, changes, window, london));
    } catch {
      unread.push(line);
    }
  }
  if (unread.length === events.length) {
    throw usage(`${name}: the event on line ${unread[0]} cannot be read: it has no day, or none that there is.`);
  }
  return { occurrences: found, unread: [...new Set(unread)].sort((a, b) => a - b) };
}

function sourceOf(part: Part): string {
  return part.lines.map((line) => line.text).join('\r\n');
}

/** An event with the zones of its file, which its times are read by; null where its properties make no sense. */
function componentOf(part: Part, zones: readonly string[]): Component | null {
  const source = ['BEGIN:VCALENDAR', ...zones, sourceOf(part), 'END:VCALENDAR'].join('\r\n');
  try {
    const event = new ICAL.Component(ICAL.parse(source)).getFirstSubcomponent('vevent');
    const start = event?.getFirstPropertyValue('dtstart');
    return event !== null && isTime(start) && hasRealDay(part) ? event : null;
  } catch {
    return null;
  }
}

function isTime(value: unknown): value is Time {
  return value instanceof ICAL.Time;
}

/** 31 June is no day, though the library takes it for 1 July. */
function hasRealDay(part: Part): boolean {
  const line = part.lines.find(({ text }) => /^DTSTART[;:]/i.test(text))?.text ?? '';
  const [, year, month, day] = /:(\d{4})(\d{2})(\d{2})(T\d{6}Z?)?$/i.exec(line) ?? [];
  return isCivilDate(`${year}-${month}-${day}`);
}

/**
 * The events that change single ones of a series; null for such an event whose series is in the file as well.
 * @param family all events with its UID
 */
function exceptionsOf(component: Component, family: readonly Component[]): Component[] | null {
  if (component.hasProperty('recurrence-id')) return family.some((one) => one.hasProperty('rrule')) ? null : [];
  if (textOf(component, 'uid') === '') return [];
  return family.filter((one) => one !== component && one.hasProperty('recurrence-id'));
}

function occurrencesOf(
  component: Component,
  exceptions: readonly Component[],
  window: Window,
  london: Timezone,
): Occurrence[] {
  const event = new ICAL.Event(component, { exceptions: [...exceptions] });
  const inWindow = (one: Occurrence) => one.date >= window.from && one.date <= window.to;
  if (!event.isRecurring()) {
    const changed = component.getFirstPropertyValue('recurrence-id');
    const instance = isTime(changed) ? dayOf(changed, london) : null;
    return [occurrence(event, event.startDate, event.endDate, instance, london)].filter(inWindow);
  }
  const rules = component.getAllProperties('rrule').map((rule) => rule.getFirstValue() as { freq?: string } | null);
  if (rules.some((rule) => !RHYTHMS.has(rule?.freq ?? ''))) throw new Error('no rhythm of a meeting');
  const found: Occurrence[] = [];
  const iterator = event.iterator();
  // One that was moved from beyond the window into it is looked for a while longer.
  const last = addDays(window.to, 31);
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const next = iterator.next();
    if (next === undefined || next === null) break;
    const day = dayOf(next, london);
    if (day > last) break;
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    found.push(occurrence(item, startDate, endDate, day, london));
  }
  return found.filter(inWindow);
}

function occurrence(
  event: Event,
  start: Time,
  end: Time | null,
  instance: CivilDate | null,
  london: Timezone,
): Occurrence {
  const [date, time] = civil(start, london);
  const [endDate, endTime] = end === null ? [date, null] : civil(end, london);
  const place = oneLine(event.location ?? '');
  return {
    uid: event.uid ?? '',
    instance,
    title: oneLine(event.summary ?? ''),
    date,
    time,
    end: endDate === date ? endTime : null,
    place: place === '' ? null : place,
    cancelled: textOf(event.component, 'status').toUpperCase() === 'CANCELLED',
  };
}

/** The day and time in London; a time of no zone is taken as London's. */
function civil(time: Time, london: Timezone): [date: CivilDate, time: string | null] {
  const local = time.isDate || time.zone === ICAL.Timezone.localTimezone ? time : time.convertToZone(london);
  const two = (part: number) => String(part).padStart(2, '0');
  const date = `${local.year}-${two(local.month)}-${two(local.day)}`;
  return [date, local.isDate ? null : `${two(local.hour)}:${two(local.minute)}`];
}

function dayOf(time: Time, london: Timezone): CivilDate {
  return civil(time, london)[0];
}

function textOf(component: Component, name: string): string {
  const value = component.getFirstPropertyValue(name);
  return typeof value === 'string' ? value : '';
}

const LONGEST = 200;

function oneLine(text: string): string {
  return text
    .replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, ' ')
    .trim()
    .slice(0, LONGEST);
}
