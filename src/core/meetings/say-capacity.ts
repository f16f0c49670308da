import { CAPACITIES, type Capacity } from '../pack.ts';
import type { PlanMeeting } from '../plan/types.ts';
import { usage } from '../problem.ts';
import { shown } from '../shown.ts';
import type { Voice } from '../voice.ts';

/** Each capacity in plain words. */
export const CAPACITY_WORDS: Record<Capacity, string> = {
  member: 'member',
  chair: 'chair',
  'ex-officio': 'ex officio',
  'speaking-right': 'speaker without a vote',
  observer: 'observer',
  witness: 'witness',
  guest: 'guest',
};

const AS: Record<Capacity, string> = {
  member: 'as a member',
  chair: 'as its chair',
  'ex-officio': 'as a member by office',
  'speaking-right': 'as a speaker without a vote',
  observer: 'as an observer',
  witness: 'as a witness',
  guest: 'as a guest',
};

/** In what role one goes, for a table: what was confirmed in plain words, else the list's own. Empty when unknown. */
export function capacityCell(meeting: PlanMeeting, voice: Voice): string {
  const confirmed = meeting.progress.capacity;
  if (confirmed !== null) return CAPACITY_WORDS[confirmed];
  const words = meeting.pack?.capacityWords ?? '';
  return voice.officer ? words.replace(/\byou\b/g, 'they') : words;
}

/** The same as a sentence: `You answer as a witness.`, `You go as a member.`; empty when unknown. */
export function capacitySentence(meeting: PlanMeeting, voice: Voice): string {
  const { capacity, pack } = meeting;
  if (capacity === null) return '';
  const said = `${goesAs(capacity, voice)}.`;
  const words = meeting.progress.capacity === null ? (pack?.capacityWords ?? '') : '';
  const question = /^ask: *(.+)$/.exec(words)?.[1];
  if (question !== undefined) {
    const put = question.charAt(0).toUpperCase() + question.slice(1);
    const asked = voice.officer ? put.replace(/\byou\b/g, 'they') : put;
    return `Ask in what role ${voice.you} ${voice.officer ? 'goes' : 'go'}. ${asked}${/[.?]$/.test(asked) ? '' : '.'}`;
  }
  return /: *confirm$/.test(words) ? `${said} Confirm it.` : said;
}

/** `as a witness`, for a line that names the meeting. */
export function sayAs(capacity: Capacity): string {
  return AS[capacity];
}

/** `You go as a member`, and of a witness `You answer as a witness`. */
export function goesAs(capacity: Capacity, voice: Voice): string {
  const verb = capacity === 'witness' ? 'answer' : 'go';
  const ending = !voice.officer ? '' : verb === 'go' ? 'es' : 's';
  return `${voice.You} ${verb}${ending} ${AS[capacity]}`;
}

/** A capacity as people type it: its id, or its plain words, or the beginning of one. @throws Problem (2) */
export function readCapacity(typed: string): Capacity {
  const word = fold(typed);
  const exact = CAPACITIES.find((one) => fold(one) === word || fold(CAPACITY_WORDS[one]) === word);
  if (exact !== undefined) return exact;
  const beginning = CAPACITIES.filter((one) =>
    [one, CAPACITY_WORDS[one]].some((name) => word.length >= 2 && fold(name).startsWith(word)),
  );
  const [only] = beginning;
  if (beginning.length === 1 && only !== undefined) return only;
  throw usage(
    `"${shown(typed)}" is none of the roles: ${CAPACITIES.join(', ')}.`,
    'For example: induct meetings as 7.7 chair',
  );
}

function fold(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();
}
