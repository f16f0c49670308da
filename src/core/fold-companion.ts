import type {
  FigureProgress,
  FigureValue,
  HabitProgress,
  PromiseProgress,
  QuestionProgress,
  ReportCame,
  ReportProgress,
  VisitProgress,
} from './companion.ts';
import type { Contact, Draft } from './events.ts';
import { NO_PERSON_PROGRESS, type PersonProgress } from './progress.ts';
import { removedOn } from './words-removed.ts';

type PersonEvent = Extract<Draft, { type: 'person-added' | 'person-set' }>;

/** A person after one more record about them; what a record leaves out stays. */
export function foldPerson(before: PersonProgress | null, event: PersonEvent): PersonProgress {
  const known = before ?? NO_PERSON_PROGRESS;
  if (event.type === 'person-added') return { ...known, own: event.body.title };
  if (removedOn(event) !== null) return { ...known, contact: without(known.contact, Object.keys(event.body)) };
  return { ...known, contact: { ...known.contact, ...event.body } };
}

/** Where words were removed, those they had replaced do not come back. */
function without(contact: Contact, fields: readonly string[]): Contact {
  return Object.fromEntries(Object.entries(contact).filter(([field]) => !fields.includes(field)));
}

type CompanionEvent = Extract<
  Draft,
  {
    type:
      | 'visited'
      | 'question-asked'
      | 'question-answered'
      | 'promised'
      | 'promise-kept'
      | 'figure-recorded'
      | 'report-set'
      | 'report-came'
      | 'habit-set'
      | 'habit-kept';
  }
>;

/** A visit, question, promise, figure or habit after one more record. An answer to nothing asked leaves nothing. */
export function foldCompanion(before: unknown, event: CompanionEvent): unknown {
  switch (event.type) {
    case 'visited':
      return { on: event.on, ...event.body } satisfies VisitProgress;
    case 'question-asked':
      return { ...event.body, askedOn: event.on, answer: null, answeredOn: null } satisfies QuestionProgress;
    case 'question-answered':
      return before === null
        ? null
        : { ...(before as QuestionProgress), answer: event.body.answer, answeredOn: event.on };
    case 'promised':
      return { ...event.body, madeOn: event.on, keptOn: null, note: null } satisfies PromiseProgress;
    case 'promise-kept':
      return before === null ? null : { ...(before as PromiseProgress), keptOn: event.on, note: event.body.note };
    case 'figure-recorded':
      return foldFigure(before as FigureProgress | null, { ...event.body, recordedOn: event.on });
    case 'report-set':
      return { ...((before as ReportProgress | null) ?? NO_REPORT), ...event.body } satisfies ReportProgress;
    case 'report-came':
      return before === null ? null : foldCame(before as ReportProgress, { ...event.body, on: event.on });
    case 'habit-set':
      return foldHabit(before as HabitProgress | null, event);
    case 'habit-kept':
      return foldHabit(before as HabitProgress | null, event);
  }
}

/** A period has one value: the last recorded. Periods are kept in the order of their text, oldest first. */
function foldFigure(before: FigureProgress | null, value: FigureValue): FigureProgress {
  const others = (before?.values ?? []).filter((one) => one.period !== value.period);
  return { values: [...others, value].sort((a, b) => (a.period < b.period ? -1 : 1)) };
}

const NO_HABIT: HabitProgress = { on: false, since: null, every: null, kept: [] };

function foldHabit(
  before: HabitProgress | null,
  event: Extract<Draft, { type: 'habit-set' | 'habit-kept' }>,
): HabitProgress {
  const known = before ?? NO_HABIT;
  if (event.type === 'habit-kept') return { ...known, kept: [...new Set([...known.kept, event.on])].sort() };
  const { on, every } = event.body;
  const since = on ? (known.on ? known.since : event.on) : null;
  return { ...known, on, since, every: every ?? known.every };
}

const NO_REPORT = { came: [] } as const;

/** A report of one date comes once; what came later in time stands last. */
function foldCame(before: ReportProgress, came: ReportCame): ReportProgress {
  const others = before.came.filter((one) => one.asAt !== came.asAt);
  return { ...before, came: [...others, came].sort((a, b) => (a.asAt < b.asAt ? -1 : 1)) };
}
