import { type Input, isSet, textOption } from '../../commands.ts';
import type { CivilDate } from '../../core/dates/index.ts';
import { findQuestion } from '../../core/decide-companion.ts';
import { exampleDay } from '../../core/meetings/example-day.ts';
import { readWhen } from '../../core/meetings/when.ts';
import { usage } from '../../core/problem.ts';
import { findAll, isOpen } from '../../core/reference.ts';
import type { About } from '../../core/talks/about.ts';
import type { Day } from '../../core/talks/decide-next.ts';
import { splitPromise } from '../../core/talks/promise-text.ts';
import type { GatheredAll, Session } from '../../session/session.ts';
import { comingDate, pastDate, wordsToKeep } from '../../session/typed.ts';
import type { Outcome } from './outcome.ts';

const TOLD = [
  'settled',
  'agreed',
  'urgent',
  'answer',
  'promise',
  'by',
  'theyPromised',
  'next',
  'moved',
  'notHeld',
  'apologies',
];

/** Whether the flags say what came of it, so that nothing is asked. */
export function tellsOutcome(input: Input): boolean {
  return TOLD.some((name) => input.options[name] !== undefined);
}

/** What the flags say came of a talk. @throws Problem (2) for flags that don't go together, and for what can't be read */
export async function outcomeOf(
  session: Session,
  { plan, companion }: GatheredAll,
  about: About,
  input: Input,
): Promise<Outcome> {
  const keep = isSet(input, 'keep');
  const typedOn = textOption(input, 'on');
  const on = typedOn === undefined ? null : pastDate(typedOn, plan.today);
  const moved = textOption(input, 'moved');
  const said = TOLD.filter((name) => input.options[name] !== undefined);
  const apologies = isSet(input, 'apologies');
  if (moved !== undefined || isSet(input, 'notHeld') || apologies) {
    if (said.length > 1) {
      throw usage('Without having been there, there is nothing else to keep of it.', 'Give that flag alone.');
    }
    if (moved !== undefined) return { what: 'moved', on, to: dayOf(moved, plan.today, '--moved') };
    return { what: apologies ? 'apologies' : 'not-held', on };
  }
  const next = textOption(input, 'next');
  const kept = async (name: string) => {
    const typed = textOption(input, name);
    return typed === undefined ? null : wordsToKeep(session, typed, keep);
  };
  return {
    what: 'held',
    input: {
      on,
      settled: settledIds(plan, about, listOf(input, 'settled')),
      agreed: await kept('agreed'),
      urgent: await kept('urgent'),
      answers: await each(listOf(input, 'answer'), async (typed) => {
        const [, id, words] = /^\s*(q\d+)[\s:]+([\s\S]*\S)\s*$/i.exec(typed) ?? [];
        if (id === undefined || words === undefined) {
          throw usage(
            '--answer needs a question and its answer.',
            'For example: --answer "q1 More families come back"',
          );
        }
        return { id: findQuestion(companion, id).id, text: await wordsToKeep(session, words, keep) };
      }),
      promises: await promisesOf(session, input, plan.today),
      theirs: await each(listOf(input, 'theyPromised'), (typed) => wordsToKeep(session, typed, keep)),
      next: next === undefined ? null : dayOf(next, plan.today, '--next'),
    },
  };
}

/** A flag that may be given more than once. */
function listOf(input: Input, name: string): readonly string[] {
  const given = input.options[name];
  return Array.isArray(given) ? given.map(String) : [];
}

async function each<T>(list: readonly string[], make: (typed: string) => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  for (const one of list) made.push(await make(one));
  return made;
}

function dayOf(typed: string, today: CivilDate, flag: string): Day {
  const { date, time } = readWhen(typed, today, flag);
  if (date === null) throw usage(`${flag} needs a day, such as "${exampleDay(today)} 4pm".`);
  return { date, time };
}

async function promisesOf(session: Session, input: Input, today: CivilDate) {
  const typedBy = textOption(input, 'by');
  const by = typedBy === undefined ? null : comingDate(typedBy, today, '--by');
  const typed = listOf(input, 'promise');
  if (by !== null && typed.length === 0) {
    throw usage('--by is the day of a promise.', 'For example: --promise "A reply on transport" --by "15 Sept"');
  }
  return each(typed, async (one) => {
    const promise = splitPromise(one, today);
    return { text: await wordsToKeep(session, promise.text, isSet(input, 'keep')), by: promise.by ?? by };
  });
}

/** The actions that were settled. A key meeting is settled by having been there. */
function settledIds(plan: GatheredAll['plan'], about: About, words: readonly string[]): string[] {
  if (words.length === 0) return [];
  const found = findAll(
    plan,
    words.flatMap((word) => word.split(/[\s,]+/)).filter((word) => word !== ''),
  );
  const actions = found.flatMap((one) => (one.wide ? one.actions.filter(isOpen) : one.actions));
  const meeting = actions.find((action) => action.kind === 'meeting' && action.id !== about.action?.id);
  if (meeting !== undefined) {
    throw usage(`${meeting.number} is a meeting of its own.`, `If you were there: induct met ${meeting.number}`);
  }
  return actions.filter((action) => action.kind !== 'meeting').map((action) => action.id);
}
