import { sayDayDateNear } from '../../core/dates/index.ts';
import { voiceOf } from '../../core/documents.ts';
import type { Draft } from '../../core/events.ts';
import { nameOfWhom } from '../../core/people.ts';
import type { Plan } from '../../core/plan/types.ts';
import { sayHead } from '../../core/say-head.ts';
import { type Block, hints, items, spaced, text } from '../../formats/terminal/blocks.ts';
import type { SeenVisit, VisitsView } from './view.ts';

const LOG = 'induct visits log --to "Duty desk"';

/** `induct visits` as words. */
export function visitsText({ plan, visits }: VisitsView): readonly Block[] {
  const { officer, you } = voiceOf(plan);
  const head = text(`${sayHead(plan)}: visits to services`);
  if (visits.length === 0) {
    return spaced(
      [head, text('No visit is recorded yet.')],
      [
        text('Agree with the director first where to go and when. Two visits a month are plenty beside a job.'),
        text(
          `${officer ? `${you} goes` : 'You go'} to see and to listen. It is no inspection, and not a Regulation 44 visit to a children's home.`,
        ),
        text('Write about the service, never about a child or a family.'),
      ],
      [text(`After one: ${LOG}`), text('Add --note "..." and --question "..." to keep what it raised.')],
    );
  }
  return spaced(
    [head],
    [items(visits.map((visit) => row(visit, plan)))],
    [hints(`Another: ${LOG}`, 'What is open: induct questions')],
  );
}

function row({ id, one, questions }: SeenVisit, plan: Plan) {
  const whom = one.with === null ? '' : `, with ${one.with}`;
  const asked = questions.map((question) => {
    const state = question.one.answer === null ? 'open' : 'answered';
    return `${question.id}, ${state}: ${question.one.text}`;
  });
  return {
    label: id,
    text: `${one.to}${whom}`,
    right: sayDayDateNear(one.on, plan.today),
    under: [...(one.note === null ? [] : [one.note]), ...asked],
  };
}

/** The receipt: the visit, the questions it raised, and where they go. */
export function sayVisited(drafts: readonly Draft[], plan: Plan): string[] {
  return drafts.flatMap((draft) => {
    if (draft.type === 'visited')
      return [`Visit ${draft.subject} kept: ${draft.body.to}, ${sayDayDateNear(draft.on, plan.today)}.`];
    if (draft.type !== 'question-asked') return [];
    return [`Question ${draft.subject} for ${nameOfWhom(draft.body.to, plan)}: ${draft.body.text}`];
  });
}
