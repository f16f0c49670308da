import { type CivilDate, sayDate } from '../../core/dates/index.ts';
import { alreadySo, type Decision, recordFor } from '../../core/decision.ts';
import { type DocumentFacts, draft } from '../../core/events.ts';
import type { PlanAction } from '../../core/plan/types.ts';
import { usage } from '../../core/problem.ts';

/** What was said of a paper: `where` a path or an address; `title` what it is called here; `dated` its own date. */
export type GotInput = {
  readonly on: CivilDate;
  readonly where: string | null;
  readonly title: string | null;
  readonly dated: CivilDate | null;
  /** Null where nothing was said of it. */
  readonly restricted: boolean | null;
};

/**
 * Records that a document has come. One that is here or read already keeps its state, and learns what is new of it.
 * @throws Problem (2) for what is no document
 */
export function decideGot(action: PlanAction, input: GotInput): Decision {
  if (action.kind !== 'document') {
    throw usage(
      `${action.number} is not a document, so it cannot come.`,
      `When it is settled: induct done ${action.number}`,
    );
  }
  const learned = () => recordFor(action, draft('located', action.id, action.title, input.on, factsOf(input)));
  if (action.status === 'done')
    return isNews(action, input) ? learned() : alreadySo(`${action.number} was read already.`);
  if (action.status === 'received') {
    const since = action.receivedOn === null ? '' : ` since ${sayDate(action.receivedOn)}`;
    return isNews(action, input) ? learned() : alreadySo(`${action.number} is already here${since}.`);
  }
  return recordFor(action, draft('received', action.id, action.title, input.on, factsOf(input)));
}

/** Only what was said; the rest stays as it was. */
function factsOf({ where, title, dated, restricted }: GotInput): DocumentFacts {
  return {
    location: where,
    ...(title === null ? {} : { title }),
    ...(dated === null ? {} : { dated }),
    ...(restricted === null ? {} : { restricted }),
  };
}

function isNews(action: PlanAction, { where, title, dated, restricted }: GotInput): boolean {
  return (
    (where !== null && where !== action.location) ||
    (title !== null && title !== action.localTitle) ||
    (dated !== null && dated !== action.dated) ||
    (restricted !== null && restricted !== action.restricted)
  );
}
