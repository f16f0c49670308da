import { sayDayDateNear } from '../../core/dates/index.ts';
import { decideKept } from '../../core/decide-companion.ts';
import type { Draft } from '../../core/events.ts';
import type { Plan } from '../../core/plan/types.ts';
import { isProblem } from '../../core/problem.ts';
import { findAll } from '../../core/reference.ts';
import { decideHeld, HELD } from '../../core/talks/decide-held.ts';
import { decideApologies, decideMoved, decideNotHeld } from '../../core/talks/decide-moved.ts';
import { sayDay as sayMoved } from '../../core/talks/say-held.ts';
import { items, text } from '../../formats/terminal/blocks.ts';
import { askDay, askNext, askToKeep, suchAs } from '../../session/ask-talk.ts';
import { sayWhose } from '../../session/receipt.ts';
import { recordTalk } from '../../session/record-talk.ts';
import type { Session } from '../../session/session.ts';
import { NO_NAMES } from '../../session/typed.ts';
import { decideAgain, decideCame, decidePast } from './decide.ts';
import { sayDay, sayNext } from './text.ts';
import { buildCatchup, type CatchupView, type Item } from './view.ts';

const LEAVE = { id: 'l', label: 'leave it for now' };

/**
 * Asks one thing after the other; each answer is kept at once, as a change of its own. What an answer settles is not asked any
 * more, and what only follows from one is left for next week. What comes next is said at the end.
 */
export async function walk(session: Session, first: CatchupView): Promise<void> {
  const view = async () => {
    const { plan, companion } = await session.gatherAll();
    return buildCatchup(plan, companion);
  };
  for (const key of first.items.map(keyOf)) {
    const { plan, items: list } = await view();
    const item = list.find((one) => keyOf(one) === key);
    if (item !== undefined) await ask(session, plan, item);
  }
  const { plan } = await view();
  const whose = await sayWhose(session, plan);
  session.tell([
    text('That is all.'),
    ...(whose === null ? [] : [text(whose)]),
    text(sayNext(plan)),
    text('To take back the last answer: induct undo'),
  ]);
}

function keyOf(item: Item): string {
  switch (item.what) {
    case 'held':
      return `held ${item.id} ${item.date}`;
    case 'came':
      return `came ${item.of}`;
    default:
      return `${item.what} ${item.id}`;
  }
}

async function ask(session: Session, plan: Plan, item: Item): Promise<void> {
  switch (item.what) {
    case 'held':
      return askHeld(session, plan, item);
    case 'came':
      return askCame(session, plan, item);
    case 'kept':
      return askKept(session, plan, item);
    case 'again':
      return askAgain(session);
    case 'past':
      return askPast(session, plan, item);
  }
}

async function askHeld(session: Session, plan: Plan, { about, date }: Extract<Item, { what: 'held' }>): Promise<void> {
  const prompter = await session.prompter();
  const message = `${about.title}, ${sayDayDateNear(date, plan.today)}. Held?`;
  const choices = [
    { id: 'y', label: 'yes' },
    { id: 'm', label: 'moved to another day' },
    { id: 'n', label: 'no' },
    ...(about.kind === 'meeting' ? [{ id: 'a', label: 'yes, and apologies were sent' }] : []),
    LEAVE,
  ];
  const held = await prompter.choose({ message }, choices, 'y');
  if (held === 'l') return;
  if (held === 'n') return keep(session, (state) => decideNotHeld(state, about.id, date));
  if (held === 'a') return keep(session, (state) => decideApologies(state, about.id, date));
  if (held === 'm') {
    const to = await askDay(session, `To when? ${suchAs(plan.today)}`, { after: null, optional: false });
    return keep(session, (state) => decideMoved(state, about.id, date, to as NonNullable<typeof to>));
  }
  const agreed = await askToKeep(session, 'What was agreed? Enter for nothing');
  const next = await askNext(session, plan, about, date);
  return keep(session, (state) => decideHeld(state, about.id, { ...HELD, on: date, agreed, next }));
}

async function keep(session: Session, decide: Parameters<typeof recordTalk>[1]): Promise<void> {
  const { lines } = await recordTalk(session, decide);
  session.tell(lines.map((line) => text(line)));
}

async function askCame(session: Session, plan: Plan, { of, actions }: Extract<Item, { what: 'came' }>): Promise<void> {
  session.tell([items(actions.map((action) => ({ label: action.number, text: action.name })))]);
  const prompter = await session.prompter();
  const whom = of === null ? '' : ` from ${of}`;
  const message = `Which have come${whom}? Numbers such as ${actions[0]?.number}, or all, or Enter for none`;
  const here = await prompter.type({ message }, (typed) => {
    if (typed === '') return { ok: true, value: [] };
    if (/^all$/i.test(typed)) return { ok: true, value: actions.map((action) => action.id) };
    try {
      const found = findAll(plan, typed.split(/[\s,]+/)).flatMap((one) => one.actions);
      const ids = found.filter((one) => actions.some((action) => action.id === one.id)).map((one) => one.id);
      return ids.length > 0 ? { ok: true, value: ids } : { ok: false, why: 'None of these was asked for there.' };
    } catch (error) {
      if (!isProblem(error)) throw error;
      return { ok: false, why: error.message };
    }
  });
  if (here.length === 0) return;
  await write(session, (now) => decideCame(now, new Set(here)), `Kept. Here: ${here.length}.`);
}

async function askKept(session: Session, plan: Plan, item: Extract<Item, { what: 'kept' }>): Promise<void> {
  const prompter = await session.prompter();
  const message = `${item.id}  ${item.title}, ${sayDay(item, plan)}. Kept?`;
  if (!(await prompter.confirm({ message }, true))) return;
  await session.recordAll(({ companion, plan: now }) => decideKept(companion, item.id, now.today, null));
  session.tell([text(`Kept: ${item.id}.`)]);
}

async function askAgain(session: Session): Promise<void> {
  const prompter = await session.prompter();
  const message = 'Take up again from today: move the suggested dates that passed?';
  if (!(await prompter.confirm({ message }, true))) return;
  await write(session, decideAgain, 'Suggested dates count from today now.');
}

async function askPast(session: Session, plan: Plan, item: Extract<Item, { what: 'past' }>): Promise<void> {
  const { occasion } = item;
  const prompter = await session.prompter();
  const asks = occasion.verb === 'ask';
  const choices = [
    { id: 'd', label: asks ? 'sent' : 'done' },
    ...(asks ? [] : [{ id: 'w', label: 'a week later' }]),
    { id: 'n', label: 'not applicable' },
    LEAVE,
  ];
  const number = occasion.number === null ? '' : `${occasion.number}  `;
  const message = `${number}${item.title}, ${sayDay(item, plan)}`;
  const chosen = await prompter.choose({ message }, choices, 'l');
  if (chosen === 'l') return;
  if (chosen === 'd')
    return write(session, (now) => decidePast(now, occasion, { what: 'done' }), asks ? 'Kept: sent.' : 'Kept: done.');
  if (chosen === 'w') {
    const day = sayMoved({ date: plan.today, time: null }, plan.today);
    return write(session, (now) => decidePast(now, occasion, { what: 'later' }), `Kept: a week from ${day}.`);
  }
  const why = await askToKeep(session, 'Why does it not apply here? Enter to leave it', NO_NAMES);
  if (why !== null)
    await write(session, (now) => decidePast(now, occasion, { what: 'skip', why }), 'Kept: not applicable.');
}

async function write(session: Session, decide: (plan: Plan) => readonly Draft[], said: string): Promise<void> {
  await session.record(decide);
  session.tell([text(said)]);
}
