import { isCivilDate, sayDate, sayDayDateNear, sayTime } from './dates/index.ts';
import { voiceOf } from './documents.ts';
import type { CouncilAnswer, DocumentFacts, JournalEvent } from './events.ts';
import { nameOfWhom } from './people.ts';
import { sayRhythm } from './plan/meetings.ts';
import type { Plan } from './plan/types.ts';
import { sayAnswer } from './say-answer.ts';
import { fill } from './voice.ts';
import { isRemoved, removedOn, sayRemoved } from './words-removed.ts';

/** One event in a line, for people: what was recorded about what. */
export function sayEvent(event: JournalEvent, plan: Plan): string {
  const number = plan.actions.find((action) => action.id === event.subject)?.number;
  const title = fill(event.title, voiceOf(plan));
  const what = number === undefined || number === '' ? title : `${number} ${title}`;
  const detail = event.type === 'answered' ? sayAnswered(event, plan) : sayDetail(event, plan);
  if (event.type === 'redacted' && isRemoved(event.title)) return `${sayWhat(event)}: ${detail ?? what}`;
  return detail === null ? `${sayWhat(event)}: ${what}` : `${sayWhat(event)}: ${what} (${detail})`;
}

/** An answer as it reads where it was chosen. */
function sayAnswered(event: JournalEvent & { readonly type: 'answered' }, plan: Plan): string {
  const { answer } = event.body;
  const question = plan.pack.questions.find((one) => one.id === event.subject);
  return question === undefined || typeof answer !== 'string' ? sayGiven(answer) : sayAnswer(question, answer);
}

/** One event without its subject, for a screen that is about that subject. */
export function sayDeed(event: JournalEvent, plan: Plan): string {
  const detail = sayDetail(event, plan);
  return detail === null ? sayWhat(event) : `${sayWhat(event)}: ${detail}`;
}

/** The kind of thing that was recorded, in a word or two. */
export function sayWhat(event: JournalEvent): string {
  if (event.type === 'arranged') return event.body.for === null ? 'asked for' : 'booked';
  if (event.type === 'located' && event.body.location === null) return 'about the paper';
  return WORDS[event.type];
}

const WORDS: Record<JournalEvent['type'], string> = {
  answered: 'answer',
  started: 'plan made',
  done: 'done',
  arranged: 'asked for',
  received: 'here',
  located: 'where it is',
  skipped: 'not applicable',
  reopened: 'open again',
  noted: 'note',
  'due-set': 'date set',
  added: 'added',
  'meeting-added': 'meeting added',
  'meeting-dated': 'meeting dated',
  'meeting-moved': 'meeting moved',
  'meeting-cancelled': 'meeting cancelled',
  'meeting-attended': 'meeting attended',
  'meeting-renamed': 'meeting renamed',
  'meeting-capacity': 'role confirmed',
  'adviser-set': 'adviser set',
  'quiet-added': 'quiet weeks',
  'quiet-removed': 'quiet weeks removed',
  'person-added': 'person added',
  'person-set': 'contact',
  visited: 'visit',
  'question-asked': 'question',
  'question-answered': 'answer to a question',
  promised: 'promise',
  'promise-kept': 'promise kept',
  'figure-recorded': 'figure',
  'figures-published': 'published figures',
  'neighbours-listed': 'statistical neighbours',
  'report-set': 'report',
  'report-came': 'report came',
  'habit-set': 'habit',
  'habit-kept': 'habit kept',
  redacted: 'words removed',
  undone: 'taken back',
};

/** What its body adds; null when the title says it all. */
export function sayDetail(event: JournalEvent, plan: Plan): string | null {
  const day = (date: string) => sayDayDateNear(date, plan.today);
  const at = (date: string, time: string | null) => (time === null ? day(date) : `${day(date)}, ${sayTime(time)}`);
  switch (event.type) {
    case 'answered':
      return sayGiven(event.body.answer);
    case 'arranged': {
      const { for: date, time, with: whom } = event.body;
      if (date === null) return whom === null ? null : `of ${whom}`;
      return `for ${at(date, time)}${whom === null ? '' : `, ${whom}`}`;
    }
    case 'received':
    case 'located':
      return sayPaper(event.body, day);
    case 'skipped':
      return event.body.why;
    case 'noted':
      return event.body.text;
    case 'due-set':
      return event.body.due === null ? 'back to our date' : sayDate(event.body.due);
    case 'meeting-added':
      return sayRhythm(event.body.every) ?? (event.body.from === null ? null : at(event.body.from, event.body.time));
    case 'meeting-dated':
      return at(event.body.date, event.body.time);
    case 'meeting-moved':
      return `from ${day(event.body.from)} to ${at(event.body.date, event.body.time)}`;
    case 'meeting-cancelled':
      return day(event.body.date);
    case 'meeting-attended': {
      const how = event.body.apologies ? 'apologies sent' : event.body.attended ? 'attended' : 'not attended';
      return `${how}, ${day(event.body.date)}${event.body.note === null ? '' : `: ${event.body.note}`}`;
    }
    case 'meeting-renamed':
    case 'adviser-set':
      return event.body.name;
    case 'meeting-capacity':
      return event.body.capacity;
    case 'quiet-added':
      return `${sayDate(event.body.from)} to ${sayDate(event.body.to)}: ${event.body.why}`;
    case 'quiet-removed':
      return sayDate(event.body.from);
    case 'person-set': {
      const on = removedOn(event);
      if (on !== null) return sayRemoved(on);
      return Object.values(event.body).join(', ');
    }
    case 'visited':
      return event.body.note;
    case 'question-asked':
    case 'promised':
      return `to ${nameOfWhom(event.body.to, plan)}`;
    case 'question-answered':
      return event.body.answer;
    case 'figure-recorded':
      return `${event.body.period}: ${event.body.value}`;
    case 'figures-published': {
      const years = Object.keys(event.body.values).sort();
      const [first, last] = [years[0], years.at(-1)];
      return first === undefined
        ? event.body.file
        : `${first === last ? first : `${first} to ${last}`}, ${event.body.file}`;
    }
    case 'neighbours-listed':
      return `${event.body.neighbours.length}, ${event.body.file}`;
    case 'report-set': {
      const rhythm = sayRhythm(event.body.every);
      return [event.body.from === null ? null : `from ${event.body.from}`, rhythm].filter(Boolean).join(', ') || null;
    }
    case 'report-came':
      return `as at ${day(event.body.asAt)}`;
    case 'habit-set': {
      const rhythm = sayRhythm(event.body.every);
      return `${event.body.on ? 'on' : 'off'}${rhythm === null ? '' : `, ${rhythm}`}`;
    }
    case 'promise-kept':
    case 'habit-kept':
      return event.body.note;
    case 'reopened':
      return event.body.why ?? null;
    case 'redacted':
      return WORDS[event.body.what as JournalEvent['type']] ?? null;
    case 'person-added':
    case 'done':
    case 'started':
    case 'added':
    case 'undone':
      return null;
  }
}

/** What was said of a paper: its name here, its date, where it lies. */
function sayPaper(facts: DocumentFacts, day: (date: string) => string): string | null {
  const parts = [
    facts.title ?? null,
    facts.dated ? `of ${day(facts.dated)}` : null,
    facts.restricted === undefined ? null : facts.restricted ? 'restricted' : 'not restricted',
    facts.location,
  ].filter((part): part is string => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}

/** An answer as it was given: its id where it was chosen, a date in words. */
function sayGiven(answer: string | CouncilAnswer): string {
  if (typeof answer !== 'string') return answer.name;
  return isCivilDate(answer) ? sayDate(answer) : answer;
}
