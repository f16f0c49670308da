import { type Draft, draft, type JournalEvent, kindOf } from '../core/events.ts';
import { idWithoutWords, removedOn, sayRemoved, withoutWords } from '../core/words-removed.ts';
import { rebuildProgress } from './check.ts';
import { hashOf } from './crypto.ts';
import { appendEvents, type Stamp, xorInto } from './journal.ts';
import { EVENT_COLUMNS, type EventRow, toEvent } from './rows.ts';
import type { Database } from './sqlite.ts';

/** What to remove: events by id, the civil date it is done on, and the ids of people and meetings, which are no words. */
export type Redaction = {
  readonly induction: string;
  readonly events: readonly string[];
  readonly on: string;
  readonly ids: ReadonlySet<string>;
};

type FullRow = EventRow & { readonly recorded_by: string; readonly hash: Buffer };

/**
 * Takes the words out of some events, and out of every title and id made of them, wherever the same induction has
 * them; hashes, digest and progress follow. To be called inside a transaction, with secure_delete on.
 * @returns the events named that held words, without them
 */
export function removeWords(database: Database, redaction: Redaction): JournalEvent[] {
  const { induction } = redaction;
  const rows = database
    .prepare(`SELECT ${EVENT_COLUMNS}, recorded_by, hash FROM events WHERE induction = ? ORDER BY seq`)
    .all(induction) as FullRow[];
  const events = rows.map(toEvent);
  const named = events.filter((event) => redaction.events.includes(event.id) && removedOn(event) === null);
  if (named.length === 0) return [];
  const change = replacement(events, named, redaction);
  const touched: JournalEvent[] = [];
  const { digest } = database.prepare('SELECT digest FROM inductions WHERE id = ?').get(induction) as {
    digest: Buffer;
  };
  const update = database.prepare('UPDATE events SET subject = ?, title = ?, body = ?, hash = ? WHERE id = ?');
  for (const [index, before] of events.entries()) {
    const row = rows[index] as FullRow;
    const after = change(before);
    const { id, type, subject, title, at, on } = after;
    const body = JSON.stringify(after.body);
    if (subject === row.subject && title === row.title && body === row.body) continue;
    const kind = kindOf(type);
    const hash = hashOf([id, after.change, induction, type, kind, subject, title, at, on, row.recorded_by, body]);
    update.run(subject, title, body, hash, id);
    xorInto(digest, row.hash);
    xorInto(digest, hash);
    touched.push(after);
  }
  database.prepare('UPDATE inductions SET digest = ? WHERE id = ?').run(digest, induction);
  rebuildProgress(database, induction);
  // What a calendar file gave out holds titles and places: it is told anew.
  database.prepare("DELETE FROM settings WHERE key LIKE 'calendar %'").run();
  return touched.filter((event) => redaction.events.includes(event.id));
}

/** Records, in the same transaction, that the words of some events were removed: nothing before can be taken back. */
export function recordRemoval(database: Database, redaction: Redaction, removed: readonly Draft[], stamp: Stamp): void {
  const drafts = (removed as readonly JournalEvent[]).map((event) =>
    draft('redacted', event.id, event.title, redaction.on, { event: event.id, what: event.type }),
  );
  appendEvents(database, redaction.induction, drafts, stamp);
}

type Change = (event: JournalEvent) => JournalEvent;

/** How every event of the induction reads afterwards. */
function replacement(events: readonly JournalEvent[], named: readonly JournalEvent[], redaction: Redaction): Change {
  const { on, ids } = redaction;
  const without = new Map(named.map((event) => [event.id, withoutWords(event, on, ids)]));
  const titles = new Map<string, Set<string>>();
  const renamed = new Map<string, string>();
  for (const event of named) {
    const gone = titles.get(event.subject) ?? new Set();
    for (const title of without.get(event.id)?.titles ?? []) gone.add(title);
    titles.set(event.subject, gone);
    const id = idWithoutWords(event, event.id);
    if (id !== null) renamed.set(event.subject, id);
  }
  const subjectsOf = subjectsIn(events);
  return (event) => {
    const gone = subjectsOf(event).some((subject) => titles.get(subject)?.has(event.title) === true);
    const body = without.get(event.id)?.event.body ?? event.body;
    return {
      ...event,
      subject: renamed.get(event.subject) ?? event.subject,
      title: gone ? sayRemoved(on) : event.title,
      body: withNewIds(body, renamed),
    } as JournalEvent;
  };
}

/** What an event's title speaks of: its subject, or what the event or the change that it names was about. */
function subjectsIn(events: readonly JournalEvent[]): (event: JournalEvent) => readonly string[] {
  const ofEvent = new Map(events.map((event) => [event.id, event.subject]));
  const ofChange = new Map<string, string[]>();
  for (const { change, subject } of events) ofChange.set(change, [...(ofChange.get(change) ?? []), subject]);
  return (event) => {
    if (event.type === 'undone') return ofChange.get(event.subject) ?? [];
    if (event.type === 'redacted') return [ofEvent.get(event.subject) ?? ''];
    return [event.subject];
  };
}

/** A person or meeting with another id is named by it in what was asked, promised or held with them. */
function withNewIds(body: Draft['body'], renamed: ReadonlyMap<string, string>): Draft['body'] {
  const known = body as { readonly to?: unknown; readonly with?: unknown };
  const changes = (['to', 'with'] as const).flatMap((field) => {
    const id = known[field];
    const now = typeof id === 'string' ? renamed.get(id) : undefined;
    return now === undefined ? [] : [[field, now] as const];
  });
  return changes.length === 0 ? body : ({ ...body, ...Object.fromEntries(changes) } as Draft['body']);
}
