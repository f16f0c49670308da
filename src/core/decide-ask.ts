import { type CivilDate, sayDate } from './dates/index.ts';
import { alreadySo, type Decision, recordFor } from './decision.ts';
import { draft } from './events.ts';
import type { PlanAction } from './plan/types.ts';

/** `of`: who was asked, if it is known. */
export type AskInput = { readonly on: CivilDate; readonly of: string | null };

/** Records that something was asked for: a document, a login, a meeting's dates. */
export function decideAsk(action: PlanAction, input: AskInput): Decision {
  switch (action.status) {
    case 'done':
      return alreadySo(`${action.number} is done already, so it was not asked for again.`);
    case 'received':
      return alreadySo(`${action.number} is here already, so it was not asked for again.`);
    case 'arranged': {
      const since = action.arrangedOn === null ? '' : ` on ${sayDate(action.arrangedOn)}`;
      const booked = action.arrangedFor !== null;
      return alreadySo(
        booked ? `${action.number} has a date already.` : `${action.number} was already asked for${since}.`,
      );
    }
    case 'skipped':
      if (action.skippedBy === 'you') {
        return alreadySo(`${action.number} is not applicable. To take it up again: induct reopen ${action.number}`);
      }
      break;
    case 'todo':
      break;
  }
  const body = { for: null, time: null, with: input.of };
  return recordFor(action, draft('arranged', action.id, action.title, input.on, body));
}
