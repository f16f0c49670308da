import { voiceOf } from '../../core/documents.ts';
import { exampleDay } from '../../core/meetings/example-day.ts';
import type { Plan, PlanAction } from '../../core/plan/types.ts';
import { sayHead } from '../../core/say-head.ts';
import { OUR_DATES } from '../../core/say-occasion.ts';
import { sayBlocked, sayState } from '../../core/say-state.ts';
import { fill } from '../../core/voice.ts';
import { type Block, heading, items, spaced, text } from '../../formats/terminal/blocks.ts';
import type { LearningView } from './view.ts';

/** Training: what comes first, what is left, what is booked, what was done. */
export function learningText(view: LearningView): readonly Block[] {
  const { plan, modules } = view;
  if (modules.length === 0) return [text('There is no training in this list.')];
  const right = (action: PlanAction) => sayState(action, plan.today);
  const list = (title: string, actions: readonly PlanAction[], say = right) =>
    actions.length === 0 ? [] : [heading(`${title} (${actions.length})`), items(rows(actions, plan, say))];
  return spaced(
    [text(`${sayHead(plan)}: learning`)],
    view.before.length === 0
      ? []
      : [
          heading('FIRST'),
          items(view.before.map((action) => ({ ...row(action, plan, right), under: sayFirst(action) }))),
        ],
    list('NOT DONE YET', view.todo, (action) => sayBlocked(action, plan.actions) || right(action)),
    list('ASKED FOR', view.asked),
    list('BOOKED', view.booked),
    list('DONE', view.done),
    view.notApplicable.length === 0
      ? []
      : [text(`Not applicable: ${view.notApplicable.map((action) => fill(action.name, voiceOf(plan))).join(', ')}.`)],
    sayMore(view),
  );
}

function rows(actions: readonly PlanAction[], plan: Plan, say: (action: PlanAction) => string) {
  return actions.map((action) => row(action, plan, say));
}

function row(action: PlanAction, plan: Plan, say: (action: PlanAction) => string) {
  return { label: action.number, text: fill(action.name, voiceOf(plan)), right: say(action) };
}

/** How to go about what comes first. */
function sayFirst(action: PlanAction): string[] {
  if (action.id === 'learning.register') {
    return action.status === 'todo'
      ? ['The email to paste: induct letter login']
      : [`Login here, and registered? induct done ${action.number}`];
  }
  return [`Known? induct done ${action.number} --note "Dates: 8 July, 14 October"`];
}

function sayMore({ plan, todo, booked }: LearningView): Block[] {
  const [first] = [...todo, ...booked];
  if (first === undefined) return [text('Nothing is left to do here.')];
  const course = [...todo, ...booked].find((action) => action.step === 'course') ?? first;
  return [
    text(`Done before the role began? It counts: induct done ${first.number} --on "11 April 2023"`),
    text(`A place booked? induct book ${course.number} --for "${exampleDay(plan.today)}"`),
    text(OUR_DATES),
  ];
}
