import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildCalendar } from '../../../src/core/dates/index.ts';
import { type Draft, draft } from '../../../src/core/events.ts';
import { buildPlan } from '../../../src/core/plan/build.ts';
import type { Plan } from '../../../src/core/plan/types.ts';
import type { Store } from '../../../src/store/store.ts';
import { laterDrafts } from '../../helpers/drafts.ts';
import { shippedPlan } from '../../helpers/packs.ts';
import { append, openStore } from '../../helpers/record.ts';
import { startHome } from '../../helpers/run.ts';
import { rounds } from '../../helpers/whole.ts';

const { pack, bankHolidays } = await shippedPlan();
const calendar = buildCalendar(bankHolidays);
const TODAY = '2026-06-01';

/** The plan of what is recorded, built after another or anew. */
function planIn(store: Store, induction: string, last: Plan | null, today = TODAY): Plan {
  const { progress } = store.snapshot(induction);
  return buildPlan({ pack, induction, progress, today, calendar }, last);
}

/** All of a plan, worked out. */
const whole = ({ calendar: _, pack: __, ...plan }: Plan) => ({ ...plan });

const answer = (question: string, given: string) =>
  draft('answered', question, question, TODAY, { answer: given, initial: false });
/** What changes many actions at once. */
const answers = fc.constantFrom(
  ...['in-post', 'interim', 'vacant'].map((given) => answer('dcs_post', given)),
  ...['today', 'appointed'].map((given) => answer('dates_from', given)),
  answer('appointed', '2026-05-01'),
);
const noCouncil = (one: Draft) => one.type !== 'answered' || one.subject !== 'council';

test('a plan built after another is as one built anew, whatever was recorded between', async () => {
  const store = await openStore(await startHome());
  const induction = store.current() ?? '';
  const step = fc.oneof(
    laterDrafts({ minLength: 1, maxLength: 4 }).map((drafts) => drafts.filter(noCouncil)),
    answers.map((one) => [one]),
  );
  let last: Plan | null = null;
  let today = TODAY;
  const days = fc.constantFrom(TODAY, TODAY, TODAY, '2026-06-02');
  fc.assert(
    fc.property(fc.array(fc.tuple(step, days), { minLength: 1, maxLength: 6 }), (steps) => {
      for (const [drafts, day] of steps) {
        if (drafts.length > 0) append(store, induction, ...drafts);
        today = day;
        last = planIn(store, induction, last, today);
        expect(whole(last)).toEqual(whole(planIn(store, induction, null, today)));
      }
    }),
    { numRuns: rounds(300, 25) },
  );
  store.close();
});

test('what was not touched is taken over, what waits for it is seen to, and all else is built anew', async () => {
  const store = await openStore(await startHome());
  const induction = store.current() ?? '';
  const before = planIn(store, induction, null);
  const after = (one: Draft, last: Plan) => {
    append(store, induction, one);
    return planIn(store, induction, last);
  };
  const newOnes = (plan: Plan, last: Plan) =>
    plan.actions.filter((action) => !last.actions.includes(action)).map(({ id }) => id);
  const first = before.actions.find(({ id }) => before.actions.some((one) => one.blockedBy.includes(id)));
  const waiting = before.actions.filter((one) => one.blockedBy.includes(first?.id ?? '')).map(({ id }) => id);
  const done = after(draft('done', first?.id ?? '', 'A title', TODAY, { was: 'todo' }), before);
  expect(newOnes(done, before).sort()).toEqual([first?.id, ...waiting].sort());

  const answered = after(answer('dates_from', 'today'), done);
  expect(newOnes(answered, done)).toHaveLength(done.actions.length);
  store.close();
});
