import { type CivilDate, sayDayDateNear } from '../../core/dates/index.ts';
import { openQuestions } from '../../core/decide-companion.ts';
import { voiceOf } from '../../core/documents.ts';
import { exampleDay } from '../../core/meetings/example-day.ts';
import { nameOfWhom } from '../../core/people.ts';
import type { About } from '../../core/talks/about.ts';
import { urgentNews } from '../../core/talks/agreed.ts';
import { HELD } from '../../core/talks/decide-held.ts';
import { DIRECTOR, directorSince } from '../../core/talks/director.ts';
import { openDates } from '../../core/talks/open-dates.ts';
import { openPoints } from '../../core/talks/points.ts';
import { splitPromise } from '../../core/talks/promise-text.ts';
import { askDay, askNext, askToKeep, suchAs } from '../../session/ask-talk.ts';
import type { GatheredAll, Session } from '../../session/session.ts';
import { NO_NAMES } from '../../session/typed.ts';
import type { Outcome } from './outcome.ts';

/** Walks down the page of a talk, one key a line. @param on the day, where it was said */
export async function walk(
  session: Session,
  gathered: GatheredAll,
  about: About,
  on: CivilDate | null,
): Promise<Outcome> {
  const { plan } = gathered;
  const day = on ?? openDates(about, plan.today).at(-1)?.date ?? plan.today;
  const prompter = await session.prompter();
  const held = await prompter.choose(
    { message: `${about.title}, ${sayDayDateNear(day, plan.today)}. Held?` },
    [
      { id: 'y', label: 'yes' },
      { id: 'm', label: 'moved to another day' },
      { id: 'n', label: 'no' },
      ...(about.kind === 'meeting' ? [{ id: 'a', label: 'yes, and apologies were sent' }] : []),
    ],
    'y',
  );
  if (held === 'n') return { what: 'not-held', on: day };
  if (held === 'a') return { what: 'apologies', on: day };
  if (held === 'm') {
    const to = await askDay(session, `To when? ${suchAs(plan.today)}`, { after: null, optional: false });
    return { what: 'moved', on: day, to: to as NonNullable<typeof to> };
  }
  const settled = await askPoints(session, gathered, about);
  const answers = await askQuestions(session, gathered, about);
  const urgent = await askUrgent(session, gathered, about);
  const agreed = await askToKeep(session, 'What was agreed? Enter for nothing');
  const promises = await askPromise(session, gathered);
  const theirs = await askTheirs(session, gathered, about);
  const next = await askNext(session, plan, about, day);
  return { what: 'held', input: { ...HELD, on: day, settled, answers, urgent, agreed, promises, theirs, next } };
}

async function askPoints(session: Session, { plan }: GatheredAll, about: About): Promise<string[]> {
  const prompter = await session.prompter();
  const settled: string[] = [];
  for (const { action, say } of openPoints(about, plan)) {
    if (action.id === about.action?.id) continue;
    const choices = [
      { id: 's', label: 'settled' },
      { id: 'a', label: 'again next time' },
    ];
    if ((await prompter.choose({ message: `${action.number}  ${say}` }, choices, 'a')) === 's') settled.push(action.id);
  }
  return settled;
}

async function askQuestions(session: Session, { companion }: GatheredAll, about: About) {
  const answers: { id: string; text: string }[] = [];
  for (const { id, one } of openQuestions(companion, about.id)) {
    const why = `Type the answer, or Enter to keep it open. ${NO_NAMES}`;
    const answer = await askToKeep(session, `${id}  ${one.text}`, why);
    if (answer !== null) answers.push({ id, text: answer });
  }
  return answers;
}

/** How urgent news travels is asked until it is known of the present director. */
async function askUrgent(session: Session, { plan, store }: GatheredAll, about: About): Promise<string | null> {
  if (about.id !== DIRECTOR) return null;
  const known = urgentNews(store.notes(plan.induction.id));
  if (known !== null && known.on >= (directorSince(plan) ?? known.on)) return null;
  return askToKeep(session, `How does urgent news reach ${voiceOf(plan).you}? Enter if not agreed yet`);
}

async function askPromise(session: Session, { plan }: GatheredAll) {
  const typed = await askToKeep(session, `Did ${voiceOf(plan).you} promise anything? What, or Enter for no`);
  if (typed === null) return [];
  const { text, by } = splitPromise(typed, plan.today);
  if (by !== null) return [{ text, by }];
  const day = await askDay(session, `By when? Such as ${exampleDay(plan.today)}, or Enter`, {
    after: null,
    optional: true,
  });
  return [{ text, by: day?.date ?? null }];
}

async function askTheirs(session: Session, { plan }: GatheredAll, about: About): Promise<string[]> {
  const who = about.kind === 'person' ? nameOfWhom(about.id, plan) : 'anybody there';
  const typed = await askToKeep(session, `Did ${who} promise anything? What, or Enter for no`);
  return typed === null ? [] : [typed];
}
