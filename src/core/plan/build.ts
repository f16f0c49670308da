import { isCivilDate } from '../dates/index.ts';
import { atFault } from '../problem.ts';
import { type ActionContext, buildAction, fillInBlocks } from './actions.ts';
import { answerTo, councilOf, datesFrom, NOT_SURE } from './answers.ts';
import { rememberWorkingDays } from './due.ts';
import { actionBefore, isOnSameGround } from './last.ts';
import { buildMeetings } from './meetings.ts';
import { buildOccasions } from './occasions.ts';
import { buildPeople } from './people.ts';
import type { InductionHead, Plan, PlanAction, PlanInput, PlanStep } from './types.ts';
import { buildOwnActions, buildRetiredActions } from './unlisted-actions.ts';

/** The step that holds what the user adds; it comes after those of the list. */
export const OWN_STEP = { id: 'own', title: 'Added by hand' } as const;

/**
 * Everything that follows from the list, the answers, the record and today's date. Pure: the same input gives
 * the same plan. The induction must have its council and its day of appointment.
 * @param last a plan that was built before: what could only come out the same is taken over from it
 */
export function buildPlan(input: PlanInput, last: Plan | null = null): Plan {
  const { pack, progress, today, calendar } = input;
  const same = last !== null && isOnSameGround(last, input) ? last : null;
  // First, since everything else counts on the council and the day of appointment.
  const induction = same?.induction ?? headOf(input);
  const quiet = same?.quiet ?? [...progress.quiet.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
  const meetings = same?.meetings ?? buildMeetings(pack.meetings, progress, today);
  const context: ActionContext = {
    datesFrom: datesFrom(progress),
    workingDay: rememberWorkingDays(calendar),
    progress,
    calendar,
    quiet,
    today,
    meetings: new Map(meetings.flatMap((meeting) => (meeting.action === null ? [] : [[meeting.action, meeting]]))),
    meetingDates: new Map(
      meetings.flatMap(({ id, dates: [first] }) => (first === undefined ? [] : [[id, first.date]])),
    ),
  };
  const listed = pack.steps.flatMap((step) => step.actions);
  const byId = new Map<string, PlanAction>();
  // Here and wherever it is a hundred actions: `for … of` makes an object for each round until V8 optimises it, too late.
  listed.forEach((action, position) => {
    const before = same === null ? null : actionBefore(same, progress, position);
    byId.set(action.id, before ?? buildAction(action, position, context));
  });
  const ownStep = String(pack.steps.length + 1);
  const own = buildOwnActions(progress, ownStep, byId.size, today);
  const retired = buildRetiredActions(progress, byId, byId.size + own.length, context);
  for (const action of [...own, ...retired]) byId.set(action.id, action);
  fillInBlocks(byId);
  const actions = [...byId.values()];
  const byStep = inSteps(actions);
  let occasions: Plan['occasions'] | undefined;
  let people: Plan['people'] | undefined;
  return {
    today,
    calendar,
    pack,
    progress,
    induction,
    datesFrom: context.datesFrom,
    steps: buildSteps(input, byStep, ownStep),
    actions,
    meetings,
    quiet,
    // Worked out when they are first asked for: many a command needs only one of them, or neither.
    get occasions() {
      occasions ??= buildOccasions(pack.occasions, { ...context, actions, byId, byStep });
      return occasions;
    },
    get people() {
      people ??= buildPeople({ pack: pack.people, actions: byId, meetings, progress, today });
      return people;
    },
  };
}

function headOf({ induction, progress }: PlanInput): InductionHead {
  const council = councilOf(progress);
  const appointed = answerTo('appointed', progress);
  if (council === undefined || !isCivilDate(appointed))
    throw atFault(
      'The record is damaged: the plan in it has no council or no day of appointment.',
      'It was left as it is.',
    );
  const text = (question: string) => {
    const answer = answerTo(question, progress);
    return answer === NOT_SURE ? null : answer;
  };
  const typing = answerTo('typing', progress) === 'officer' ? 'officer' : 'holder';
  return {
    id: induction,
    name: text('name'),
    typing,
    title: text('title'),
    givenBy: answerTo('given_by', progress),
    council,
    appointed,
  };
}

function inSteps(actions: readonly PlanAction[]): ReadonlyMap<string, readonly PlanAction[]> {
  const steps = new Map<string, PlanAction[]>();
  actions.forEach((action) => {
    const others = steps.get(action.step);
    if (others === undefined) steps.set(action.step, [action]);
    else others.push(action);
  });
  return steps;
}

function buildSteps(
  { pack }: PlanInput,
  byStep: ReadonlyMap<string, readonly PlanAction[]>,
  ownNumber: string,
): PlanStep[] {
  const listed = pack.steps.map((step) => ({
    id: step.id,
    number: step.number,
    title: step.title,
    source: step.source,
    actions: byStep.get(step.id) ?? [],
  }));
  const source = { page: 'induct' as const, section: 'Added by hand', url: null };
  const own = byStep.get(OWN_STEP.id) ?? [];
  return [...listed, { ...OWN_STEP, number: ownNumber, source, actions: own }];
}
