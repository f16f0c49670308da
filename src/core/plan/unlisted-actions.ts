import type { CivilDate } from '../dates/index.ts';
import type { Progress } from '../progress.ts';
import { assemble, fromRecord, type Nature, type Place } from './assemble.ts';
import type { PlanAction } from './types.ts';

/** The user's own actions, numbered in the step after the last of the list. */
export function buildOwnActions(progress: Progress, step: string, first: number, today: CivilDate): PlanAction[] {
  const numbers = ownNumbers(progress);
  return [...progress.action]
    .flatMap(([id, recorded]) => (recorded.own === null ? [] : [{ id, recorded, own: recorded.own }]))
    .sort((a, b) => (numbers.get(a.id) ?? 0) - (numbers.get(b.id) ?? 0))
    .map(({ id, recorded, own }, index) => {
      const number = `${step}.${numbers.get(id)}`;
      const nature: Nature = { ...unlisted(id, own.title), number, step: 'own', kind: 'own', doer: own.doer };
      return assemble(nature, placeOf(first + index, own.on), fromRecord(recorded), recorded, today);
    });
}

/**
 * The number of each action the user added, by id. Two computers that share a record may have given one number to two of
 * them: the later id then has the first number that none was given.
 */
export function ownNumbers(progress: Progress): ReadonlyMap<string, number> {
  const own = [...progress.action]
    .flatMap(([id, recorded]) => (recorded.own === null ? [] : [{ id, number: recorded.own.number }]))
    .sort((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1));
  const taken = new Set(own.map(({ number }) => number));
  const numbers = new Map<string, number>();
  const used = new Set<number>();
  for (const { id, number } of own) {
    let free = number;
    if (used.has(number)) for (free = 1; taken.has(free); ) free += 1;
    taken.add(free);
    used.add(free);
    numbers.set(id, free);
  }
  return numbers;
}

/** What was recorded about actions that the list no longer has: still shown, never counted, never due. */
export function buildRetiredActions(
  progress: Progress,
  known: ReadonlyMap<string, unknown>,
  first: number,
  context: { readonly datesFrom: CivilDate; readonly today: CivilDate },
): PlanAction[] {
  const gone: PlanAction[] = [];
  progress.action.forEach((recorded, id) => {
    if (known.has(id) || recorded.own !== null) return;
    const nature = unlisted(id, recorded.title);
    const named = { ...nature, source: { ...nature.source, section: 'No longer on the list' } };
    const place = { ...placeOf(first + gone.length, context.datesFrom), retired: true };
    gone.push(assemble(named, place, fromRecord(recorded), recorded, context.today));
  });
  return gone;
}

/** An action that the list does not hold. */
function unlisted(id: string, title: string): Nature {
  return {
    id,
    number: '',
    step: id.split('.')[0] ?? '',
    kind: 'task',
    title,
    name: title,
    after: [],
    doer: 'holder',
    how: 'task',
    source: { page: 'induct', section: 'Added by hand', url: null },
  };
}

function placeOf(position: number, base: CivilDate): Place {
  return { suggestedDue: null, retired: false, base, position, pack: null };
}
