import { type CivilDate, sayDate } from './dates/index.ts';
import { type Draft, draft, type EventType } from './events.ts';

/** What stands where words were removed. */
export function sayRemoved(on: CivilDate): string {
  return `removed on ${sayDate(on)}`;
}

/** Whether a text is what stands where words were removed. */
export function isRemoved(text: string): boolean {
  return /^removed on \d{1,2} [A-Z][a-z]+ \d{4}$/.test(text);
}

/** The day on which an event's words were removed; null while they are there. */
export function removedOn(event: Draft): CivilDate | null {
  const { removedOn: on } = event.body as { readonly removedOn?: unknown };
  return typeof on === 'string' ? on : null;
}

/** The fields of each type of event that hold words somebody typed. `to` counts only where it is no id. */
const FIELDS: Partial<Record<EventType, readonly string[]>> = {
  arranged: ['with'],
  received: ['location', 'title'],
  located: ['location', 'title'],
  skipped: ['why'],
  noted: ['text'],
  added: ['title'],
  'meeting-added': ['name', 'place'],
  'meeting-dated': ['place'],
  'meeting-moved': ['place'],
  'meeting-attended': ['note'],
  'meeting-renamed': ['name'],
  'adviser-set': ['name'],
  'quiet-added': ['why'],
  'person-added': ['title'],
  'person-set': ['name', 'post', 'email', 'phone', 'pa'],
  visited: ['to', 'with', 'note'],
  'question-asked': ['text', 'to'],
  'question-answered': ['answer'],
  promised: ['text', 'to'],
  'promise-kept': ['note'],
  'figure-recorded': ['note'],
  'report-set': ['name', 'from'],
  'report-came': ['question'],
  'habit-kept': ['note'],
};

/** Types whose title is made of the words: it goes with them, here and in what was recorded about the same later. */
const TITLED = new Set<EventType>([
  'added',
  'meeting-added',
  'quiet-added',
  'person-added',
  'visited',
  'question-asked',
  'promised',
  'report-set',
]);

/** Types whose words say where or of whom something is, and seldom more: removed when they are named, not as `last`. */
const PLACES = new Set<EventType>([
  'arranged',
  'received',
  'located',
  'meeting-added',
  'meeting-dated',
  'meeting-moved',
  'meeting-renamed',
  'adviser-set',
]);

/** The words an event holds as they were typed; none where they were removed. `ids` are those of people and meetings. */
export function wordsIn(event: Draft, ids: ReadonlySet<string> = new Set()): string[] {
  if (removedOn(event) !== null) return [];
  const body = event.body as Readonly<Record<string, unknown>>;
  return (FIELDS[event.type] ?? []).flatMap((field) => {
    const words = body[field];
    if (typeof words !== 'string' || words === '') return [];
    return field === 'to' && event.type !== 'visited' && ids.has(words) ? [] : [words];
  });
}

/**
 * Whether an event holds words worth removing: a note, a reason, a question, a name.
 * @param ids those of people and meetings; only asked for where it depends on them
 */
export function isWordy(event: Draft, ids: () => ReadonlySet<string> = () => new Set()): boolean {
  if (PLACES.has(event.type)) return false;
  const dependsOnIds = wordsIn(event).length === 1 && 'to' in event.body;
  return wordsIn(event, dependsOnIds ? ids() : undefined).length > 0;
}

/** An event without its words, and every title that is made of them. */
export type WithoutWords = { readonly event: Draft; readonly titles: readonly string[] };

/** Takes the words out of an event; its body keeps its shape, and says since when they are gone. */
export function withoutWords(event: Draft, on: CivilDate, ids: ReadonlySet<string>): WithoutWords {
  const words = wordsIn(event, ids);
  const body = Object.fromEntries(
    Object.entries(event.body).map(([field, value]) => {
      const typed = (FIELDS[event.type] ?? []).includes(field) && typeof value === 'string' && words.includes(value);
      return [field, typed ? sayRemoved(on) : value];
    }),
  );
  const titles = TITLED.has(event.type) ? [...words, event.title] : words;
  return {
    event: draft(event.type, event.subject, event.title, event.on, { ...body, removedOn: on } as never),
    titles,
  };
}

/** The id of what was added by hand is made of its words, so it goes too: `own.removed-1a2b3c4d`. Null for other ids. */
export function idWithoutWords(event: Draft, id: string): string | null {
  const short = id.slice(0, 8);
  switch (event.type) {
    case 'added':
      return `own.removed-${short}`;
    case 'meeting-added':
    case 'person-added':
      return `removed-${short}`;
    default:
      return null;
  }
}
