import type { MeetingDecision } from '../core/meetings/decide-dates.ts';
import { takeMeeting } from '../core/meetings/find.ts';
import { nameOf, numberOf } from '../core/meetings/naming.ts';
import type { Plan, PlanMeeting } from '../core/plan/types.ts';
import { isProblem, usage } from '../core/problem.ts';
import { giveReceipt } from './receipt.ts';
import type { Session } from './session.ts';

/** What a subcommand asks where nothing was typed, and what it says where nobody can be asked. */
export type Missing = { readonly question: string; readonly what: string; readonly example: string };

/** Decides about a meeting on what is so now, records it as one change, and gives the receipt. */
export async function recordMeeting(
  session: Session,
  id: string,
  decide: (plan: Plan, meeting: PlanMeeting) => MeetingDecision,
): Promise<void> {
  await recordDecision(session, (plan) => {
    const meeting = plan.meetings.find((candidate) => candidate.id === id);
    if (meeting === undefined) throw usage('The meeting is not there any more. Nothing was recorded.');
    return decide(plan, meeting);
  });
}

/** The same for a decision that is about no meeting there is. */
export async function recordDecision(session: Session, decide: (plan: Plan) => MeetingDecision): Promise<void> {
  const recorded = await session.record((plan) => decide(plan).drafts);
  await giveReceipt(session, recorded, decide(recorded.before).lines);
}

/**
 * The meeting the first words name, and the words after it; without words one is chosen from all.
 * @throws Problem (2) for words that mean none, and when nobody can be asked
 */
export async function chooseMeeting(
  session: Session,
  plan: Plan,
  words: readonly string[],
  missing: Missing,
): Promise<{ readonly meeting: PlanMeeting; readonly rest: string }> {
  if (words.length > 0) {
    const { meeting, rest } = takeMeeting(plan, words);
    return { meeting, rest: rest.join(' ').trim() };
  }
  if (!session.canAsk) throw usage(missing.what, `For example: ${missing.example}`);
  const choices = plan.meetings.map((meeting) => ({ id: meeting.id, label: labelOf(plan, meeting) }));
  if (choices.length === 0) throw usage('There are no meetings yet.', 'Add one: induct meetings new "DCS one-to-one"');
  const prompter = await session.prompter();
  const id = await prompter.choose({ message: missing.question }, choices, choices[0]?.id);
  return { meeting: plan.meetings.find((meeting) => meeting.id === id) as PlanMeeting, rest: '' };
}

function labelOf(plan: Plan, meeting: PlanMeeting): string {
  const number = numberOf(plan, meeting);
  return number === '' ? nameOf(meeting) : `${number}  ${nameOf(meeting)}`;
}

/**
 * A line of text that was not typed: asked for until `read` takes it.
 * @param read what it means; throws a Problem for what is wrong with it
 * @throws Problem (2) when nobody can be asked
 */
export async function askFor<T>(session: Session, missing: Missing, read: (typed: string) => T): Promise<T> {
  if (!session.canAsk) throw usage(missing.what, `For example: ${missing.example}`);
  const prompter = await session.prompter();
  return prompter.type({ message: missing.question }, (typed) => {
    try {
      return { ok: true, value: read(typed) };
    } catch (error) {
      if (!isProblem(error)) throw error;
      return { ok: false, why: error.message };
    }
  });
}
