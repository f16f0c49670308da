import { isCivilDate } from '../dates/index.ts';
import { headOf } from '../documents.ts';
import { type Draft, isEventType } from '../events.ts';
import type { Plan } from '../plan/types.ts';
import { usage } from '../problem.ts';
import { shown } from '../shown.ts';
import { wrongField } from './shapes.ts';

/** One entry as a file has it. `by` is who typed it, `at` the real time in UTC. */
export type TransferEvent = Draft & {
  readonly id: string;
  readonly change: string;
  readonly at: string;
  readonly by: 'holder' | 'officer';
};

/** Everything of one holder, in the order it was recorded, and the digest that it has to come to. */
export type TransferRecord = {
  readonly id: string;
  readonly createdAt: string;
  readonly started: boolean;
  readonly digest: string;
  readonly events: readonly TransferEvent[];
};

/**
 * A record of any length: its entries are read while they are gone through, as often as that is done. `last` is the number
 * that its last one has on this computer.
 */
export type LongRecord = Omit<TransferRecord, 'events'> & {
  readonly count: number;
  readonly last: number;
  readonly events: Iterable<TransferEvent>;
};

const SCHEMA = 'induct.export/1';

/**
 * The document of everything, which `import` reads again: this and, as its last member, `events`, each as `exportEvent`
 * gives it.
 */
export function exportHead(plan: Plan, record: Omit<TransferRecord, 'events'>) {
  const { induction, ...head } = headOf(SCHEMA, plan);
  const { createdAt, started, digest } = record;
  return { ...head, induction: { ...induction, createdAt, started }, digest };
}

/** An entry in that document. */
export function exportEvent({ id, change, at, on, by, type, subject, title, body }: TransferEvent) {
  return { id, change, at, on, by, type, subject, title, body };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;

/**
 * Reads what `export` wrote. Everything is checked before anything is kept.
 * @param name how an error names the file
 * @throws Problem (2) for what is none, or has entries that are not as they have to be
 */
export function readExport(text: string, name: string): TransferRecord {
  const document = parse(text, name);
  if (document.schema !== SCHEMA) {
    const found = typeof document.schema === 'string' ? `: its schema is ${shown(document.schema)}` : '';
    throw usage(`${name} is not what induct export writes${found}.`, 'Made by: induct export --output record.json');
  }
  const induction = asObject(document.induction);
  const { id, createdAt, started } = induction;
  const { digest, events } = document;
  if (
    !isText(id, UUID) ||
    !isText(createdAt, INSTANT) ||
    typeof started !== 'boolean' ||
    !isText(digest, /^[0-9a-f]{64}$/)
  ) {
    throw usage(`${name} is not whole: what it says of its holder is missing or wrong.`);
  }
  if (!Array.isArray(events)) throw usage(`${name} is not whole: it has no entries.`);
  return { id, createdAt, started, digest, events: events.map((one, index) => readEvent(asObject(one), index, name)) };
}

function parse(text: string, name: string): Readonly<Record<string, unknown>> {
  try {
    return asObject(JSON.parse(text.replace(/^\ufeff/, '')));
  } catch {
    throw usage(
      `${name} is not JSON, so it is not what induct export writes.`,
      'Made by: induct export --output record.json',
    );
  }
}

function readEvent(event: Readonly<Record<string, unknown>>, index: number, name: string): TransferEvent {
  const { id, change, at, on, by, type, subject, title, body } = event;
  const wrong = (what: string) => usage(`${name}: entry ${index + 1} has no right ${what}. Nothing was imported.`);
  if (!isText(id, UUID)) throw wrong('id');
  if (!isText(change, UUID)) throw wrong('change');
  if (!isText(at, INSTANT)) throw wrong('time');
  if (typeof on !== 'string' || !isCivilDate(on)) throw wrong('date');
  if (by !== 'holder' && by !== 'officer') throw wrong('"by"');
  if (typeof type !== 'string' || !isEventType(type)) throw wrong('type');
  if (typeof subject !== 'string') throw wrong('subject');
  if (typeof title !== 'string') throw wrong('title');
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw wrong('body');
  const field = wrongField(type, body as Record<string, unknown>);
  if (field !== null) throw wrong(`"${field}" (${type})`);
  return { id, change, at, on, by, type, subject, title, body } as TransferEvent;
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function isText(value: unknown, form: RegExp): value is string {
  return typeof value === 'string' && form.test(value);
}
