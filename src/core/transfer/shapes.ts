import { isCivilDate } from '../dates/index.ts';
import type { EventType } from '../events.ts';

/** What a field of a body may hold; with ? also nothing. */
type Shape = 'text' | 'text?' | 'date' | 'date?' | 'number' | 'flag' | 'flag?' | 'rhythm?' | 'answer';
type Fields = Readonly<Record<string, Shape>>;

const PAPER: Fields = { location: 'text?', title: 'text?', dated: 'date?', restricted: 'flag?' };

/** The fields of each type of event's body, as far as what is read from a file has to have them. */
const SHAPES: Record<EventType, Fields> = {
  answered: { answer: 'answer', initial: 'flag' },
  started: { notice: 'flag' },
  done: { was: 'text' },
  arranged: { for: 'date?', time: 'text?', with: 'text?' },
  received: PAPER,
  located: PAPER,
  skipped: { why: 'text' },
  reopened: { was: 'text', why: 'text?' },
  noted: { text: 'text', private: 'flag' },
  'due-set': { due: 'date?' },
  added: { title: 'text', doer: 'text', number: 'number' },
  'meeting-added': { name: 'text', every: 'rhythm?', from: 'date?', time: 'text?', place: 'text?', with: 'text?' },
  'meeting-dated': { date: 'date', time: 'text?', place: 'text?' },
  'meeting-moved': { from: 'date', date: 'date', time: 'text?', place: 'text?' },
  'meeting-cancelled': { date: 'date' },
  'meeting-attended': { date: 'date', attended: 'flag', apologies: 'flag', note: 'text?' },
  'meeting-renamed': { name: 'text' },
  'meeting-capacity': { capacity: 'text' },
  'adviser-set': { name: 'text' },
  'quiet-added': { from: 'date', to: 'date', why: 'text' },
  'quiet-removed': { from: 'date' },
  'person-added': { title: 'text' },
  'person-set': { name: 'text?', post: 'text?', email: 'text?', phone: 'text?', pa: 'text?' },
  visited: { to: 'text', with: 'text?', note: 'text?' },
  'question-asked': { text: 'text', to: 'text', visit: 'text?' },
  'question-answered': { answer: 'text' },
  promised: { text: 'text', to: 'text', by: 'date?' },
  'promise-kept': { note: 'text?' },
  'figure-recorded': { period: 'text', value: 'number', note: 'text?' },
  'habit-set': { on: 'flag', every: 'rhythm?' },
  'habit-kept': { note: 'text?' },
  redacted: { event: 'text', what: 'text' },
  undone: { what: 'text' },
};

/** The first field of a body that is not as it has to be; null where all are. Fields that are not known may be there. */
export function wrongField(type: EventType, body: Readonly<Record<string, unknown>>): string | null {
  const fields: Fields = { ...SHAPES[type], removedOn: 'date?' };
  return Object.entries(fields).find(([field, shape]) => !fits(body[field], shape))?.[0] ?? null;
}

function fits(value: unknown, shape: Shape): boolean {
  if (shape.endsWith('?') && (value === null || value === undefined)) return true;
  switch (shape) {
    case 'text':
    case 'text?':
      return typeof value === 'string';
    case 'date':
    case 'date?':
      return typeof value === 'string' && isCivilDate(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'flag':
    case 'flag?':
      return typeof value === 'boolean';
    case 'rhythm?':
      return isRhythm(value);
    case 'answer':
      return typeof value === 'string' || isCouncil(value);
  }
}

function isRhythm(value: unknown): boolean {
  const { count, unit } = (value ?? {}) as { readonly count?: unknown; readonly unit?: unknown };
  return Number.isInteger(count) && Number(count) > 0 && (unit === 'day' || unit === 'week' || unit === 'month');
}

function isCouncil(value: unknown): boolean {
  const { name, short, gss, region } = (value ?? {}) as Readonly<Record<string, unknown>>;
  const texts = [name, short, region].every((one) => typeof one === 'string');
  return texts && (gss === null || typeof gss === 'string');
}
