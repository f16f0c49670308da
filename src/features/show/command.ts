import type { Command } from '../../commands.ts';
import type { Plan } from '../../core/plan/types.ts';
import { selectActions } from '../../session/select.ts';
import type { Gathered } from '../../session/session.ts';
import { showText } from './text.ts';
import { findShown, showDocument } from './view.ts';

/** `induct show`: one thing whole. */
export const show: Command = {
  name: 'show',
  group: 'Every day',
  about: 'Show one thing whole: why, what to cover, state, notes, source',
  args: '[what]',
  first: true,
  examples: ['induct show 3.2', 'induct show documents', 'induct show dcs-hour'],
  run: async (session, input) => {
    const { plan, store } = await session.gather();
    const [word] = input.args;
    const verb = { name: 'show', question: 'What is to be shown?', takes: () => true };
    const typed = word ?? (await selectActions(session, plan, [], verb, true))[0]?.id ?? '';
    const shown = findShown(plan, typed);
    const notes = store.notes(plan.induction.id);
    const record = shown.type === 'action' ? recordOf(plan, shown.action.id, store) : [];
    const view = { plan, shown, notes, record };
    await session.show(
      () => showDocument(view),
      () => showText(view),
      { explain: true },
    );
  },
};

/** What was recorded about an action, oldest first; a key meeting's dates are recorded under the meeting. */
function recordOf(plan: Plan, action: string, store: Gathered['store']) {
  const meetings = plan.meetings.filter((meeting) => meeting.action === action).map((meeting) => meeting.id);
  return [...store.events(plan.induction.id, { subjects: [action, ...meetings] })].reverse();
}
