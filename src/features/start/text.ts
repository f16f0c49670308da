import { sayDayDate, sayLongDate, sayLongDayDate, sayRelative } from '../../core/dates/index.ts';
import type { Answers } from '../../core/decide-answers.ts';
import { voiceOf } from '../../core/documents.ts';
import type { Question } from '../../core/pack.ts';
import type { Plan, PlanOccasion } from '../../core/plan/types.ts';
import { sayAnswer, sayQuestion } from '../../core/say-answer.ts';
import { sayOccasion } from '../../core/say-occasion.ts';
import { fill, holderName } from '../../core/voice.ts';
import { BLANK, type Block, heading, hints, items, spaced, text } from '../../formats/terminal/blocks.ts';
import type { FirstView } from './view.ts';
import { voiceForAnswers } from './voice.ts';

/** The screen after `induct start`: at most 24 lines at 80 columns. `whose` names the holder where there are several. */
export function firstScreen(view: FirstView, whose: string | null): readonly Block[] {
  const { plan, before, first } = view;
  return spaced(
    [text(sayBeginning(plan)), ...(whose === null ? [] : [text(whose)])],
    before.length === 0 ? [] : [heading('WORTH DOING BEFORE THAT DAY'), items(before.map((one) => row(one, plan)))],
    [heading('DO FIRST'), items(first.map((one) => row(one, plan))), ...sayEmails(first)],
    sayLater(view),
    [
      hints('Done one? induct done 3.2', 'This list again: induct', 'Stuck? induct help'),
      text('"by" dates are our suggestion, not the LGA\'s. You can change every one.'),
    ],
  );
}

function row(occasion: PlanOccasion, plan: Plan) {
  const under = occasion.hint === null ? [] : [fill(occasion.hint, voiceOf(plan))];
  return { ...sayOccasion(occasion, plan), under };
}

function sayBeginning(plan: Plan): string {
  const { induction, today } = plan;
  const named = induction.typing === 'officer' && induction.name !== null ? `${holderName(induction.name)}, ` : '';
  const day = sayLongDate(induction.appointed);
  const since =
    induction.appointed === today
      ? `in the role from today, ${day}`
      : induction.appointed < today
        ? `in the role since ${day}`
        : `in the role from ${day}, ${sayRelative(induction.appointed, today)}`;
  const counted =
    plan.datesFrom !== induction.appointed ? ` Suggested dates count from ${sayDayDate(plan.datesFrom)}.` : '';
  return `Saved. ${named}${induction.council.name}, ${since}.${counted}`;
}

const READY = ['', 'This email is', 'Both emails are', 'All three emails are'];

/** Where the emails stand that ask for something. */
function sayEmails(first: readonly PlanOccasion[]): Block[] {
  const asks = first.filter((occasion) => occasion.verb === 'ask');
  if (asks.length === 0) return [];
  const are = READY[asks.length] ?? 'The emails are';
  return [text(`${are} ready to paste: induct letter`, { indent: 7 })];
}

function sayLater({ plan, soon, soonBy, holiday }: FirstView): Block[] {
  const names = soon.map((occasion) => fill(occasion.short ?? occasion.title, voiceOf(plan)));
  const by = names.length === 0 ? '' : `By ${sayLongDayDate(soonBy)}: ${names.join(', ')}. `;
  const closed =
    holiday === null
      ? ''
      : ` ${sayDayDate(holiday.date)} is a bank holiday${holiday.note === undefined ? '' : ` ${holiday.note}`}: ask who stands in.`;
  return [text(`${by}The rest can wait.${closed}`)];
}

/** The answers given, in the order of the questions. */
export function answersText(questions: readonly Question[], answers: Answers): Block[] {
  const voice = voiceForAnswers(answers);
  const rows = questions.flatMap((question) => {
    const answer = answers.get(question.id);
    return answer === undefined
      ? []
      : [{ label: '', text: `${sayQuestion(question, voice)} ${sayAnswer(question, answer)}` }];
  });
  return rows.length === 0 ? [] : [items(rows), BLANK];
}
