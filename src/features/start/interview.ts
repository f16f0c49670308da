import { type AnswerContext, readAnswer } from '../../core/answer-input.ts';
import { type CivilDate, sayDate, type WorkCalendar, workingDaysBetween } from '../../core/dates/index.ts';
import type { Answers, AnswerValue } from '../../core/decide-answers.ts';
import type { Question } from '../../core/pack.ts';
import { NOT_SURE } from '../../core/plan/answers.ts';
import { sayAnswer, sayQuestion, sayWhy } from '../../core/say-answer.ts';
import type { Asked, Prompter } from '../../host/prompts/prompter.ts';
import { voiceForAnswers } from './voice.ts';

/** What the interview needs to know, beside the person it asks. */
export type Interview = {
  readonly prompter: Prompter;
  readonly questions: readonly Question[];
  readonly context: AnswerContext;
  readonly calendar: WorkCalendar;
  /** Keeps an answer the moment it is given. */
  readonly keep: (question: string, answer: AnswerValue) => Promise<void>;
};

/** Appointed longer ago than this, `start` offers to count dates from today. Our own rule. */
export const LATE_START = 20;

/** Asks what is not answered yet, in order, keeping each answer as it is given. */
export async function askMissing(interview: Interview, known: Answers): Promise<Answers> {
  const answers = new Map(known);
  const asked = interview.questions.filter((question) => question.atStart);
  for (const [index, question] of asked.entries()) {
    // What follows from an answer may still be open: given as a flag, or interrupted in between.
    if (answers.has(question.id)) await askFollowing(interview, question, answers);
    else await askOne(interview, question, answers, { number: index + 1, of: asked.length });
  }
  return answers;
}

/** Asks one question, and what follows from its answer: the holder's name, or from when to count. */
async function askOne(
  interview: Interview,
  question: Question,
  answers: Map<string, AnswerValue>,
  place?: Asked['place'],
): Promise<void> {
  const voice = voiceForAnswers(answers);
  const asked = {
    message: sayQuestion(question, voice),
    why: sayWhy(question, voice),
    ...(place === undefined ? {} : { place }),
  };
  await keepAnswer(interview, answers, question.id, await put(interview, question, asked, answers.get(question.id)));
  await askFollowing(interview, question, answers);
}

/** The holder's name where an officer types, and after a late start from when to count. */
async function askFollowing(
  interview: Interview,
  question: Question,
  answers: Map<string, AnswerValue>,
): Promise<void> {
  if (question.id === 'typing' && answers.get('typing') === 'officer' && !answers.has('name')) {
    await keepAnswer(interview, answers, 'name', await askName(interview));
  }
  if (question.id === 'appointed' && !answers.has('dates_from')) {
    const counted = await offerToday(interview, String(answers.get('appointed')));
    if (counted !== null) await keepAnswer(interview, answers, 'dates_from', counted);
  }
}

async function keepAnswer(
  interview: Interview,
  answers: Map<string, AnswerValue>,
  id: string,
  answer: AnswerValue,
): Promise<void> {
  answers.set(id, answer);
  await interview.keep(id, answer);
}

async function put(
  interview: Interview,
  question: Question,
  asked: Asked,
  before: AnswerValue | undefined,
): Promise<AnswerValue> {
  if (question.kind === 'choice') {
    const notSure = question.default === NOT_SURE ? [{ id: NOT_SURE, label: 'not sure yet' }] : [];
    const preset = typeof before === 'string' ? before : (question.default ?? undefined);
    return interview.prompter.choose(asked, [...question.answers, ...notSure], preset);
  }
  if (question.kind === 'council') return askCouncil(interview, question, asked);
  const preset = question.id === 'appointed' ? (typeof before === 'string' ? sayDate(before) : 'today') : undefined;
  return interview.prompter.type(asked, (typed) => read(interview, question, typed), preset);
}

function read(interview: Interview, question: Question, typed: string) {
  const reading = readAnswer(question, typed, interview.context);
  if (reading.ok) return { ok: true as const, value: reading.answer };
  return { ok: false as const, why: reading.why };
}

/** A name that fits several councils is offered to choose from; one that fits none is kept with its region. */
async function askCouncil(interview: Interview, question: Question, asked: Asked): Promise<AnswerValue> {
  const { prompter, context } = interview;
  const typed = await prompter.type(asked, (line) => {
    const reading = readAnswer(question, line, context);
    if (reading.ok || (reading.candidates?.length ?? 0) > 0) return { ok: true, value: line };
    const long = line.trim().length >= 3;
    return long ? { ok: true, value: line } : { ok: false, why: reading.why };
  });
  const reading = readAnswer(question, typed, context);
  if (reading.ok) return reading.answer;
  const candidates = reading.candidates ?? [];
  const found = candidates.map((council) => ({ id: council.gss, label: council.name }));
  const again = { id: 'again', label: found.length === 0 ? 'type it again' : 'none of these: type it again' };
  const own = { id: 'own', label: `keep "${typed}": a council that is not on the list` };
  const message = found.length === 0 ? `No council on the list is called "${typed}".` : 'Which of these is it?';
  const chosen = await prompter.choose({ message }, [...found, again, own], (found[0] ?? again).id);
  if (chosen === 'again') return askCouncil(interview, question, asked);
  const council = candidates.find((candidate) => candidate.gss === chosen);
  if (council !== undefined) {
    const { name, short, gss } = council;
    return { name, short, gss, region: council.region };
  }
  const regions = [...new Set(context.councils.map((council) => council.region))];
  const of = await prompter.choose(
    { message: 'In which region?', why: 'It gives the LGA adviser.' },
    regions.map((name) => ({ id: name, label: name })),
  );
  return { name: typed, short: typed, gss: null, region: of };
}

async function askName(interview: Interview): Promise<string> {
  const asked = {
    message: "What is the portfolio holder's name? (optional)",
    why: 'For every screen that speaks of them.',
  };
  return interview.prompter.type(asked, (typed) => ({ ok: true, value: typed === '' ? NOT_SURE : typed }), '');
}

async function offerToday(interview: Interview, appointed: CivilDate): Promise<string | null> {
  const days = workingDaysBetween(appointed, interview.context.today, interview.calendar);
  if (days <= LATE_START) return null;
  const message = `That is ${days} working days ago. Count suggested dates from today instead?`;
  return (await interview.prompter.confirm({ message }, true)) ? 'today' : 'appointed';
}

/** Shows what was answered, and takes changes by question until it is right. */
export async function checkAnswers(interview: Interview, given: Answers): Promise<Answers> {
  const answers = new Map(given);
  for (;;) {
    const shown = interview.questions.filter((question) => answers.has(question.id) && question.id !== 'dates_from');
    const choices = [
      { id: 'save', label: 'These are right: save them' },
      ...shown.map((question) => ({
        id: question.id,
        label: `Change: ${sayQuestion(question, voiceForAnswers(answers))} ${sayAnswer(question, answers.get(question.id) ?? NOT_SURE)}`,
      })),
    ];
    const chosen = await interview.prompter.choose({ message: 'Check the answers' }, choices, 'save');
    const question = shown.find((one) => one.id === chosen);
    if (question === undefined) return answers;
    const counted = question.id === 'appointed' && answers.delete('dates_from');
    await askOne(interview, question, answers);
    if (counted && !answers.has('dates_from')) await keepAnswer(interview, answers, 'dates_from', 'appointed');
  }
}
