import { type CivilDate, sayDate } from '../../core/dates/index.ts';
import { alreadySo, type Decision, recordFor } from '../../core/decision.ts';
import { draft } from '../../core/events.ts';
import type { PlanAction } from '../../core/plan/types.ts';
import { usage } from '../../core/problem.ts';

/** `where`: a path or an address, if it was said. */
export type GotInput = { readonly on: CivilDate; readonly where: string | null };

/**
 * Records that a document has come. One that was read already keeps its state, and learns where it lies.
 * @throws Problem (2) for what is no document
 */
export function decideGot(action: PlanAction, input: GotInput): Decision {
  if (action.kind !== 'document') {
    throw usage(
      `${action.number} is not a document, so it cannot come.`,
      `When it is settled: induct done ${action.number}`,
    );
  }
  const moved = input.where !== null && input.where !== action.location;
  const located = () =>
    recordFor(action, draft('located', action.id, action.title, input.on, { location: input.where ?? '' }));
  if (action.status === 'done') return moved ? located() : alreadySo(`${action.number} was read already.`);
  if (action.status === 'received') {
    const since = action.receivedOn === null ? '' : ` since ${sayDate(action.receivedOn)}`;
    return moved ? located() : alreadySo(`${action.number} is already here${since}.`);
  }
  return recordFor(action, draft('received', action.id, action.title, input.on, { location: input.where }));
}
