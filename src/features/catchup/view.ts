import type { Companion } from '../../core/companion.ts';
import { addDays, type CivilDate, sayDate, sayDayDateNear } from '../../core/dates/index.ts';
import { openPromises } from '../../core/decide-companion.ts';
import { headOf, voiceOf } from '../../core/documents.ts';
import { nameOfWhom } from '../../core/people.ts';
import { buildWaiting } from '../../core/plan/diary.ts';
import type { Plan, PlanAction, PlanOccasion } from '../../core/plan/types.ts';
import { whatToType } from '../../core/say-occasion.ts';
import { isOwnDate } from '../../core/say-state.ts';
import { type About, everyAbout } from '../../core/talks/about.ts';
import { openDates } from '../../core/talks/open-dates.ts';
import { fill } from '../../core/voice.ts';

/** One thing that is asked, and the command that answers it. `date`: the day it was for, or by which it was due. */
export type Item = {
  readonly id: string;
  readonly title: string;
  readonly date: CivilDate | null;
  readonly command: string;
} & (
  | { readonly what: 'held'; readonly about: About; readonly date: CivilDate }
  | { readonly what: 'came'; readonly of: string | null; readonly actions: readonly PlanAction[] }
  | { readonly what: 'kept' }
  | { readonly what: 'again' }
  | { readonly what: 'past'; readonly occasion: PlanOccasion }
);

/** The weekly ten minutes: what has no answer yet, in the order to take it. */
export type CatchupView = { readonly plan: Plan; readonly items: readonly Item[] };

const DAYS_BACK = 14;
/** So many past dates help nobody: then counting again from today is offered. */
const MANY = 10;

/** What the last two weeks left open: talks, documents, promises, then what is past by its date. */
export function buildCatchup(plan: Plan, companion: Companion): CatchupView {
  const held = heldItems(plan);
  const came = cameItems(plan);
  return { plan, items: [...held, ...came, ...keptItems(plan, companion), ...pastItems(plan, held, came)] };
}

function heldItems(plan: Plan): Extract<Item, { what: 'held' }>[] {
  const [from, to] = [addDays(plan.today, -DAYS_BACK), addDays(plan.today, -1)];
  return everyAbout(plan)
    .flatMap((about) =>
      openDates(about, to, from).map(({ date }) => ({
        what: 'held' as const,
        about,
        id: about.id,
        title: about.title,
        date,
        command: `induct met ${about.id} --on "${sayDate(date)}"`,
      })),
    )
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function cameItems(plan: Plan): Extract<Item, { what: 'came' }>[] {
  const found = new Map<string, { of: string | null; since: CivilDate; actions: PlanAction[] }>();
  for (const { of, since, actions } of buildWaiting(plan)) {
    const documents = actions.filter((action) => action.kind === 'document');
    if (documents.length === 0) continue;
    const before = found.get(of ?? '');
    found.set(of ?? '', { of, since: before?.since ?? since, actions: [...(before?.actions ?? []), ...documents] });
  }
  return [...found.values()].map(({ of, since, actions }) => {
    const [only] = actions;
    const what = actions.length === 1 ? (only?.name ?? '') : `${actions.length} documents`;
    return {
      what: 'came' as const,
      of,
      actions,
      id: actions.length === 1 ? (only?.id ?? '') : 'documents',
      title: of === null ? what : `${what}, from ${of}`,
      date: since,
      command: `induct got ${only?.number}`,
    };
  });
}

function keptItems(plan: Plan, companion: Companion): Item[] {
  return openPromises(companion)
    .filter(({ one }) => one.by !== null && one.by <= plan.today)
    .map(({ id, one }) => ({
      what: 'kept' as const,
      id,
      title: `${one.text} (to ${nameOfWhom(one.to, plan)})`,
      date: one.by,
      command: `induct kept ${id}`,
    }));
}

/** What is past by its date, without what was asked about above. */
function pastItems(
  plan: Plan,
  held: readonly Extract<Item, { what: 'held' }>[],
  came: readonly Extract<Item, { what: 'came' }>[],
): Item[] {
  const asked = new Set([
    ...held.flatMap(({ about }) => [about.action, ...(about.person?.covers ?? [])].map((action) => action?.id)),
    ...came.flatMap(({ actions }) => actions.map((action) => action.id)),
  ]);
  const isAsked = (action: PlanAction) => action.status === 'arranged' && asked.has(action.id);
  const past = plan.occasions.filter(
    (occasion) => occasion.overdue && !occasion.chase && !occasion.actions.filter(isLate(occasion)).every(isAsked),
  );
  const ours = past.filter((occasion) => !isOwnDate(occasion));
  return [...(ours.length >= MANY ? [again(ours.length, plan)] : []), ...past.map((one) => pastItem(one, plan))];
}

function isLate(occasion: PlanOccasion) {
  return (action: PlanAction) => occasion.verb === 'ask' || action.overdue;
}

function again(count: number, { today }: Plan): Item {
  return {
    what: 'again',
    id: 'dates_from',
    title: `${count} suggested dates have passed: count them from today, ${sayDayDateNear(today, today)}?`,
    date: null,
    command: 'induct profile dates_from today',
  };
}

function pastItem(occasion: PlanOccasion, plan: Plan): Item {
  const typed = whatToType(occasion);
  const many = occasion.actions.length > 5 ? ' --yes' : '';
  return {
    what: 'past',
    occasion,
    id: occasion.id,
    title: fill(occasion.title, voiceOf(plan)),
    date: occasion.due,
    command: `induct ${occasion.verb === 'ask' ? 'ask' : 'done'} ${typed}${many}`,
  };
}

/** `induct catchup --json`. */
export function catchupDocument({ plan, items }: CatchupView) {
  return {
    ...headOf('induct.catchup/1', plan),
    items: items.map(({ what, id, title, date, command }) => ({ what, id, title, date, command })),
  };
}
