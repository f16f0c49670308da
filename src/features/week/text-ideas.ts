import { addDays, firstWorkingDayFrom, sayDayDate } from '../../core/dates/index.ts';
import { voiceOf } from '../../core/documents.ts';
import { nameOfWhom } from '../../core/people.ts';
import { fill } from '../../core/voice.ts';
import { type Block, type Item, items, text } from '../../formats/terminal/blocks.ts';
import type { WeekView } from './view.ts';

const MOST_IDEAS = 3;

/** For a week without anything in the diary: what could go into it, each with what to type. */
export function sayIdeas({ plan, from, to }: WeekView, nothing: boolean): Block[] {
  const said = nothing ? 'Nothing is in the diary for that week, and nothing is due.' : 'Nothing is in the diary yet.';
  if (to < plan.today) return [text(nothing ? 'Nothing was in the diary that week.' : 'Nothing was in the diary.')];
  const monday = firstWorkingDayFrom(from < plan.today ? plan.today : from, plan.calendar);
  const day = sayDayDate(firstWorkingDayFrom(addDays(monday, 1), plan.calendar)).replace(/^\w+ /, '');
  const person = plan.people.find(({ action }) => action?.status === 'todo' && action.blockedBy.length === 0);
  const undated = plan.meetings.find(({ pack, next, lastAttended }) => pack !== null && !next && !lastAttended);
  const number = plan.actions.find(({ id }) => id === undated?.action)?.number;
  const regular = plan.people.some(({ regular: own }) => own.length > 0);
  const ideas: Item[] = [
    ...(person?.action
      ? [idea(`A talk with ${nameOfWhom(person.id, plan)}`, `induct book ${person.action.number} --for "${day}"`)]
      : []),
    ...(regular ? [] : [idea('A regular hour with the director', 'induct meetings new "DCS one-to-one" --every week')]),
    ...(undated === undefined || number === undefined
      ? []
      : [
          idea(
            `A date for ${number}, ${fill(undated.pack?.short ?? undated.name, voiceOf(plan))}`,
            `induct meetings add ${number} "${day}"`,
          ),
        ]),
    idea('A visit to a service, every two weeks', 'induct habits on service-visit'),
  ];
  return [text(`${said} What could go into it:`), items(ideas.slice(0, MOST_IDEAS))];
}

function idea(words: string, command: string): Item {
  return { label: '', text: words, under: [command] };
}
