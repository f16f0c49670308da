import { type Council, findCouncils, findRegion, regions } from './councils.ts';
import { type CivilDate, readDate } from './dates/index.ts';
import type { CouncilAnswer } from './events.ts';
import { nearestOf } from './nearest.ts';
import type { Question } from './pack.ts';
import { NOT_SURE } from './plan/answers.ts';

/** What reading an answer needs to know. `region` is what --region says, for a council that is not on the list. */
export type AnswerContext = {
  readonly today: CivilDate;
  readonly councils: readonly Council[];
  readonly region: string | undefined;
};

/**
 * The answer as it is kept, or in a sentence why it cannot be one, and what to do. `candidates` are the councils
 * that may be meant: those the name fits, or where it fits none those spelt nearly the same.
 */
export type AnswerReading =
  | { readonly ok: true; readonly answer: string | CouncilAnswer }
  | {
      readonly ok: false;
      readonly why: string;
      readonly hint: string | null;
      readonly candidates?: readonly Council[];
    };

const LONGEST = 200;
const MOST_NAMED = 8;
const NOT_SURE_WORDS = new Set([
  'not sure',
  'notsure',
  'unsure',
  'dont know',
  'do not know',
  'i dont know',
  'not known',
]);

/**
 * Reads the answer to a question as a person types it: a choice by its id or its label, a date the day first, a
 * council by any of its names, text as it is. `not-sure` is an answer to every question but council and appointed.
 */
export function readAnswer(question: Question, typed: string, context: AnswerContext): AnswerReading {
  const words = typed.trim().replace(/\s+/g, ' ');
  if (words === '') return refuse('No answer was given.', sayPossible(question));
  if (NOT_SURE_WORDS.has(plain(words))) {
    return takesNotSure(question) ? { ok: true, answer: NOT_SURE } : refuse(needed(question), sayPossible(question));
  }
  switch (question.kind) {
    case 'choice':
      return readChoice(question, words);
    case 'date':
      return readDay(question, words, context.today);
    case 'council':
      return readCouncil(words, context);
    case 'text':
      return words.length > LONGEST ? refuse(tooLong(words)) : { ok: true, answer: words };
  }
}

/** Whether a question may be left open: all but the two that every plan rests on. */
export function takesNotSure(question: Question): boolean {
  return question.kind !== 'council' && question.id !== 'appointed';
}

/** What can be answered, in one sentence: `Answers: yes, no or not-sure.` */
export function sayPossible(question: Question): string {
  switch (question.kind) {
    case 'choice':
      return `Answers: ${orList(choiceIds(question))}.`;
    case 'date':
      return `Answer with a date, like 4 June 2026${takesNotSure(question) ? ', or not-sure' : ''}.`;
    case 'council':
      return 'Answer with the name of a council, like Leeds.';
    case 'text':
      return 'Answer in a few words, or not-sure.';
  }
}

function readChoice(question: Question, words: string): AnswerReading {
  const typed = plain(words);
  const found = question.answers.find((answer) => plain(answer.id) === typed || plain(answer.label) === typed);
  if (found !== undefined) return { ok: true, answer: found.id };
  const initial = question.answers.find((answer) => /^(yes|no)$/.test(answer.id) && answer.id.startsWith(typed));
  if (typed.length === 1 && initial !== undefined) return { ok: true, answer: initial.id };
  const near = typed.length < 3 ? null : nearestOf(words, choiceIds(question));
  const why = `"${quote(words)}" is not one of the answers: ${orList(choiceIds(question))}.`;
  return refuse(why, near === null ? null : `The nearest: ${near}`);
}

function readDay(question: Question, words: string, today: CivilDate): AnswerReading {
  const read = readDate(words, { today, direction: question.past ? 'past' : 'any' });
  if (!read.ok) return refuse(read.why);
  if (question.past && read.date > today) {
    return refuse(`"${quote(words)}" has not come yet. It must be today or earlier.`);
  }
  return { ok: true, answer: read.date };
}

function readCouncil(words: string, { councils, region }: AnswerContext): AnswerReading {
  const given = region === undefined || region.trim() === '' ? undefined : region.trim();
  const known = given === undefined ? undefined : findRegion(given);
  if (given !== undefined && known === undefined) {
    return refuse(`"${quote(given)}" is not a region of England.`, `The regions: ${orList(regions)}.`);
  }
  const match = findCouncils(words, councils);
  if (match.match === 'one') return readListed(match.council, known);
  const fitting = match.match === 'many' ? match.councils : [];
  const inRegion = known === undefined ? fitting : fitting.filter((council) => council.region === known);
  const [only] = inRegion;
  if (inRegion.length === 1 && only !== undefined) return { ok: true, answer: answerOf(only) };
  if (inRegion.length > 1) {
    const why = `"${quote(words)}" could be any of these: ${nameSome(inRegion)}.`;
    return { ok: false, why, hint: 'Type more of the name.', candidates: inRegion };
  }
  if (known !== undefined) return readUnlisted(words, known);
  const near = match.match === 'none' ? match.nearest : [];
  const nearest = near.length === 0 ? '' : ` The nearest: ${nameSome(near)}.`;
  const why = `"${quote(words)}" is not on the list of councils with children's services.${nearest}`;
  const hint = `If it is the right name, add --region with one of these: ${orList(regions)}.`;
  return { ok: false, why, hint, candidates: near };
}

function readListed(council: Council, region: string | undefined): AnswerReading {
  if (region === undefined || region === council.region) return { ok: true, answer: answerOf(council) };
  return refuse(
    `${council.name} is in ${council.region}, not in ${region}.`,
    'Leave --region out, or name another council.',
  );
}

/** A council that is not on the list is kept as it was typed: new ones come with every reorganisation. */
function readUnlisted(words: string, region: string): AnswerReading {
  if (words.length > LONGEST) return refuse(tooLong(words));
  if (words.replace(/[^\p{L}]/gu, '').length < 2) return refuse(`"${quote(words)}" is not the name of a council.`);
  return { ok: true, answer: { name: words, short: words, gss: null, region } };
}

function answerOf({ name, short, gss, region }: Council): CouncilAnswer {
  return { name, short, gss, region };
}

function needed(question: Question): string {
  return question.kind === 'council'
    ? 'The council has to be known: the region follows from it.'
    : 'A day has to be given: the suggested dates count from it. A near date is fine.';
}

function choiceIds(question: Question): string[] {
  return [...question.answers.map((answer) => answer.id), NOT_SURE];
}

function nameSome(councils: readonly Council[]): string {
  const names = councils.slice(0, MOST_NAMED).map((council) => council.short);
  const more = councils.length - names.length;
  return more > 0 ? `${names.join(', ')} and ${more} more` : orList(names);
}

function orList(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

function tooLong(words: string): string {
  return `The answer is ${words.length} characters long. It must be ${LONGEST} or less.`;
}

/** As answers are compared: any case, - and _ as spaces, no apostrophes. */
function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[-_\s]+/g, ' ')
    .trim();
}

function quote(words: string): string {
  return words.length > 60 ? `${words.slice(0, 60)}…` : words;
}

function refuse(why: string, hint: string | null = null): AnswerReading {
  return { ok: false, why, hint };
}
