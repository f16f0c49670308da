import { isCivilDate } from '../dates/index.ts';
import type { Contact, CouncilAnswer, Rhythm } from '../events.ts';
import type { LocalFacts } from '../local/local-facts.ts';
import type { Pack } from '../pack.ts';
import { usage } from '../problem.ts';
import type { Handover, OpenBusiness } from './handover.ts';

export const HANDOVER_SCHEMA = 'induct.handover/1';

type Json = Readonly<Record<string, unknown>>;

const LONGEST = 2000;
const MOST = 2000;

/**
 * A handover file as it is taken up: what makes no sense, and what is of no meeting, person or paper on the list, is left
 * out; a file that is none is refused.
 * @param name how an error names the file
 * @throws Problem (2)
 */
export function readHandover(json: string, name: string, pack: Pick<Pack, 'meetings' | 'people' | 'steps'>): Handover {
  const raw = parsed(json, name);
  if (raw.schema !== HANDOVER_SCHEMA) throw usage(`${name} is no handover file.`, HOW);
  const facts = object(raw.facts);
  const added = list(facts.meetings, ownMeeting);
  const meetings = new Set([...pack.meetings.map(({ id }) => id), ...added.map(({ id }) => id)]);
  const papers = new Set(pack.steps.flatMap(({ actions }) => actions.map(({ id }) => id)));
  const people = new Set(pack.people.map(({ id }) => id));
  const council = councilOf(raw.council);
  if (council === null) throw usage(`${name} names no council.`, HOW);
  return {
    on: day(raw.on) ?? '',
    council,
    facts: {
      names: list(facts.names, localName).filter(({ meeting }) => meetings.has(meeting)),
      meetings: added.filter(({ id }) => !pack.meetings.some((one) => one.id === id)),
      people: list(facts.people, person).filter((one) => one.added !== people.has(one.id)),
      papers: list(facts.papers, paper).filter(({ id }) => papers.has(id)),
      calendar: list(facts.calendar, date).filter(({ meeting }) => meetings.has(meeting)),
      quiet: list(facts.quiet, quiet),
      adviser: words(facts.adviser),
    },
    questions: list(raw.questions, business),
    promises: list(raw.promises, business),
    remarks: [],
  };
}

const HOW = 'It is made with: induct handover --format json --output handover.json';

function parsed(json: string, name: string): Json {
  try {
    return object(JSON.parse(json));
  } catch {
    throw usage(`${name} is no handover file: it is not JSON.`, HOW);
  }
}

function object(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

function list<T>(value: unknown, read: (entry: Json) => T | null): T[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, MOST).flatMap((entry) => read(object(entry)) ?? []);
}

function words(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST ? value : null;
}

function day(value: unknown): string | null {
  return typeof value === 'string' && isCivilDate(value) ? value : null;
}

function time(value: unknown): string | null {
  return typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? value : null;
}

function idOf(value: unknown): string | null {
  return typeof value === 'string' && /^[a-z0-9][a-z0-9.-]{0,99}$/.test(value) ? value : null;
}

function rhythm(value: unknown): Rhythm | null {
  const { count, unit } = object(value);
  const isUnit = unit === 'day' || unit === 'week' || unit === 'month';
  const isCount = typeof count === 'number' && Number.isInteger(count) && count >= 1 && count <= 366;
  return isUnit && isCount ? { count, unit } : null;
}

function councilOf(value: unknown): CouncilAnswer | null {
  const { name, short, gss, region } = object(value);
  const [called, brief, where] = [words(name), words(short), words(region)];
  return called === null || where === null
    ? null
    : { name: called, short: brief ?? called, gss: words(gss), region: where };
}

function ownMeeting(entry: Json): LocalFacts['meetings'][number] | null {
  const [id, name] = [idOf(entry.id), words(entry.name)];
  if (id === null || name === null) return null;
  const { every, from, place } = entry;
  return { id, name, every: rhythm(every), from: day(from), time: time(entry.time), place: words(place) };
}

function localName(entry: Json): LocalFacts['names'][number] | null {
  const [meeting, name, called] = [idOf(entry.meeting), words(entry.name), words(entry.localName)];
  return meeting === null || called === null ? null : { meeting, name: name ?? called, localName: called };
}

function person(entry: Json): LocalFacts['people'][number] | null {
  const [id, title] = [idOf(entry.id), words(entry.title)];
  if (id === null || title === null) return null;
  const given = object(entry.contact);
  const fields = (['name', 'post', 'email', 'phone', 'pa'] as const).flatMap((field) => {
    const value = words(given[field]);
    return value === null ? [] : [[field, value] as const];
  });
  return { id, title, added: entry.added === true, contact: Object.fromEntries(fields) as Contact };
}

function paper(entry: Json): LocalFacts['papers'][number] | null {
  const [id, title] = [idOf(entry.id), words(entry.title)];
  if (id === null || title === null) return null;
  const { localTitle, location, dated, restricted } = entry;
  return {
    id,
    title,
    localTitle: words(localTitle),
    location: words(location),
    dated: day(dated),
    restricted: restricted === true,
  };
}

function date(entry: Json): LocalFacts['calendar'][number] | null {
  const [meeting, on] = [idOf(entry.meeting), day(entry.date)];
  if (meeting === null || on === null) return null;
  const { name, place, cancelled } = entry;
  return {
    meeting,
    name: words(name) ?? meeting,
    date: on,
    time: time(entry.time),
    place: words(place),
    cancelled: cancelled === true,
  };
}

function quiet(entry: Json): LocalFacts['quiet'][number] | null {
  const [from, to, why] = [day(entry.from), day(entry.to), words(entry.why)];
  return from === null || to === null || why === null || to <= from ? null : { id: `quiet-${from}`, from, to, why };
}

function business(entry: Json): OpenBusiness | null {
  const [text, to, on] = [words(entry.text), words(entry.to), day(entry.on)];
  return text === null || to === null || on === null ? null : { text, to, on, by: day(entry.by) };
}
