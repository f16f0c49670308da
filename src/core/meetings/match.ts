import { distance } from '../nearest.ts';
import { plainText } from '../plain-words.ts';
import type { Plan, PlanMeeting } from '../plan/types.ts';

/** What a title in a calendar means: one meeting for certain, one or more perhaps, or none. */
export type Match = { readonly certain: PlanMeeting | null; readonly near: readonly PlanMeeting[] };

/** Words that tell no meeting from another. */
const USUAL = new Set(
  [
    ['the', 'of', 'a', 'an', 'and', 'for', 'in', 'on', 'at', 'to'],
    ['meeting', 'committee', 'board', 'panel', 'session', 'item', 'public', 'private'],
    ['council', 'councils', 'city', 'county', 'borough', 'district', 'metropolitan', 'london', 'royal'],
  ].flat(),
);
const MONTH =
  /^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)$/;
const DAY = /^(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?$/;
const MARK = /\b(cancell?ed|postponed|withdrawn|rescheduled|moved|new date|provisional|tbc|agenda|hybrid|virtual)\b/g;
/** How much of two names must be the same for one to be taken for the other, perhaps. */
const ALIKE = 0.6;

/** Whether a title says itself that its meeting is off, as calendars do beside or instead of a status. */
export function saysCancelled(title: string): boolean {
  return /^\W*(cancell?ed|postponed|withdrawn)\b|\b(cancell?ed|postponed|withdrawn)\W*$/i.test(title);
}

/**
 * The title as one meeting's name: without the marks, days and times that calendars add to it. Titles of the same meeting
 * come out alike.
 */
export function nameIn(title: string): string {
  return title
    .replace(/\b(cancell?ed|postponed|withdrawn|rescheduled)\b\s*[-:–]?\s*/gi, '')
    .replace(/,?\s*(mon|tues|wednes|thurs|fri|satur|sun)day,?\s+\d{1,2}(st|nd|rd|th)?\s+\w+,?\s+\d{4}.*$/i, '')
    .replace(/[\s,;:-]+$/, '')
    .replace(/^[\s,;:-]+/, '')
    .trim();
}

/** Which meeting of the plan a title means. What others call it counts as much as its own name. */
export function matchTitle(plan: Plan, title: string): Match {
  const council = new Set(tokens(`${plan.induction.council.name} ${plan.induction.council.short}`));
  const words = tokens(title).filter((word) => !council.has(word));
  const scored = plan.meetings.map((meeting) => {
    const names = namesOf(meeting).map((name) => tokens(name).filter((word) => !council.has(word)));
    return { meeting, score: Math.max(0, ...names.map((name) => scoreOf(words, name))) };
  });
  const sure = scored.filter(({ score }) => score === 1);
  const [only] = sure;
  if (sure.length === 1 && only !== undefined) return { certain: only.meeting, near: [] };
  const near = (sure.length > 1 ? sure : scored.filter(({ score }) => score >= ALIKE)).sort(
    (a, b) => b.score - a.score,
  );
  return { certain: null, near: near.map(({ meeting }) => meeting) };
}

function namesOf(meeting: PlanMeeting): string[] {
  const { pack } = meeting;
  const names = [meeting.localName, meeting.name, pack?.short, pack?.pageWording, ...(pack?.aliases ?? [])];
  return names.flatMap((name) => (name ? [name] : []));
}

/** 1 for the same name; less for one that has words more or less, or other spellings; 0 for another. */
function scoreOf(title: readonly string[], name: readonly string[]): number {
  if (title.length === 0 || name.length === 0) return 0;
  // Scrutiny of a subject is never the body that deals with it, nor a group the body it belongs to.
  if (title.includes('scrutiny') !== name.includes('scrutiny')) return 0;
  const same = name.filter((word) => title.some((other) => isAlike(word, other))).length;
  const exact = name.every((word) => title.includes(word)) && title.every((word) => name.includes(word));
  if (exact) return 1;
  // One word alone is shared by chance, unless it is misspelt.
  if (name.length === 1 || title.length === 1) return name.length === title.length && same === 1 ? ALIKE : 0;
  return Math.min(0.99, (2 * same) / (title.length + name.length));
}

function isAlike(one: string, other: string): boolean {
  return one === other || (one.length > 4 && distance(one, other) <= 1);
}

/** The words of a name that tell it from others, without endings: `children's` and `childrens` are `children`. */
function tokens(text: string): string[] {
  const words = plainText(text)
    .replace(MARK, ' ')
    .replace(/&/g, ' and ')
    .replace(/well[- ]being/g, 'wellbeing')
    .replace(/'s\b|s'(?=\s|$)/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .map((word) => (word.length > 3 ? word.replace(/(?<!s)s$/, '') : word));
  return [...new Set(words.filter((word) => word !== '' && !USUAL.has(word) && !MONTH.test(word) && !isNumber(word)))];
}

function isNumber(word: string): boolean {
  return DAY.test(word) || /^\d+([ap]m)?$|^[ap]m$/.test(word);
}
