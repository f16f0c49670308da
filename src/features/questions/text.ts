import { sayDayDateNear, sayRelative } from '../../core/dates/index.ts';
import { voiceOf } from '../../core/documents.ts';
import { nameOfWhom } from '../../core/people.ts';
import type { Plan } from '../../core/plan/types.ts';
import { sayHead } from '../../core/say-head.ts';
import { type Block, heading, hints, items, spaced, text } from '../../formats/terminal/blocks.ts';
import type { AskedQuestion, QuestionsView } from './view.ts';

const ASK = 'induct questions ask "Who covers after 5pm?"';
const LONGEST_EXAMPLE = 72;

/** `induct questions` as words. */
export function questionsText({ plan, open, answered, answeredCount }: QuestionsView): readonly Block[] {
  const head = text(`${sayHead(plan)}: ${voiceOf(plan).your} questions`);
  const kept =
    answered === null && answeredCount > 0 ? [text(`${answeredCount} answered: induct questions --all`)] : [];
  if (open.length === 0 && (answered ?? []).length === 0) {
    return spaced(
      [head, text(answeredCount === 0 ? 'No question is kept yet.' : 'No question is open.')],
      [
        text('A question that is written down is asked, and its answer can be shown later.'),
        text(`For the director: ${ASK}`),
        text('For somebody else, add --to and a name, such as --to adviser.'),
      ],
      kept,
    );
  }
  return spaced(
    [head],
    ...open.map(({ to, questions }) => [
      heading(`TO ${nameOfWhom(to, plan).toUpperCase()} (${questions.length})`),
      items(questions.map((question) => openRow(question, plan))),
    ]),
    answered === null || answered.length === 0
      ? []
      : [heading(`ANSWERED (${answered.length})`), items(answered.map((question) => answeredRow(question, plan)))],
    [...takeAlong(open, plan), hints(...answerHint(open), `Another: ${ASK}`), ...kept],
  );
}

function openRow({ id, one }: AskedQuestion, plan: Plan) {
  const visit = one.visit === null ? {} : { note: `visit ${one.visit}` };
  return { label: id, text: one.text, ...visit, right: `asked ${sayRelative(one.askedOn, plan.today)}` };
}

function answeredRow({ id, one }: AskedQuestion, plan: Plan) {
  const day = one.answeredOn === null ? '' : sayDayDateNear(one.answeredOn, plan.today);
  const asked = `To ${nameOfWhom(one.to, plan)}, asked ${sayDayDateNear(one.askedOn, plan.today)}.`;
  return { label: id, text: one.text, right: day, under: [asked, `Answer: ${one.answer ?? ''}`] };
}

/** The page to take to each of them; whoever is known only by words has none. */
function takeAlong(open: QuestionsView['open'], plan: Plan): Block[] {
  const known = open.filter(({ to }) => [...plan.people, ...plan.meetings].some((one) => one.id === to));
  return known.length === 0
    ? []
    : [hints(...known.map(({ to }, index) => `${index === 0 ? 'To take along: ' : ''}induct brief ${to}`))];
}

function answerHint(open: QuestionsView['open']): string[] {
  const [first] = open[0]?.questions ?? [];
  return first === undefined ? [] : [`Answered? induct questions answer ${first.id} "..."`];
}

/** A question in a receipt. */
export function sayQuestion(id: string, words: string): string {
  const short = words.length > LONGEST_EXAMPLE ? `${words.slice(0, LONGEST_EXAMPLE).trimEnd()}...` : words;
  return `${id} ${short}`;
}
