import type { Command } from '../../commands.ts';
import { nearestOf } from '../../core/nearest.ts';
import { findCounterpart } from '../../core/people.ts';
import type { Plan } from '../../core/plan/types.ts';
import { isProblem, type Problem, usage } from '../../core/problem.ts';
import { shown } from '../../core/shown.ts';
import { add, set } from './contact.ts';
import { importPeople } from './import.ts';
import { peopleText } from './text.ts';
import { buildPeopleView, peopleDocument } from './view.ts';

const SUBCOMMANDS: readonly Command[] = [set, add, importPeople];

/** `induct people`: whom to meet, how to reach them, when next, when last. */
export const people: Command = {
  name: 'people',
  group: 'People and papers',
  about: 'Show whom to meet: who they are, when next, when last',
  args: '[word...]',
  examples: ['induct people', 'induct people set dcs --name "Sam Lee" --pa "Jo Bloggs"'],
  subcommands: SUBCOMMANDS,
  run: async (session, input) => {
    const plan = await session.plan();
    if (input.args.length > 0) throw noSuchWord(plan, input.args);
    const view = buildPeopleView(plan);
    await session.show(
      () => peopleDocument(view),
      () => peopleText(view),
      { explain: true },
    );
  },
};

/** A word that is no subcommand: the nearest one, or for a person what can be done. */
function noSuchWord(plan: Plan, words: readonly string[]): Problem {
  const typed = words.join(' ');
  const id = idOf(plan, typed);
  if (id !== null) {
    return usage(
      `It is not clear what to do about "${shown(typed)}".`,
      `A page to take along: induct brief ${id}. Who it is: induct people set ${id} --name`,
    );
  }
  const names = SUBCOMMANDS.map((command) => command.name);
  const near = nearestOf(words[0] ?? '', names);
  return usage(
    `There is no command "people ${shown(words[0] ?? '')}".`,
    near === null ? `After people comes one of: ${names.join(', ')}.` : `Did you mean ${near}?`,
  );
}

function idOf(plan: Plan, typed: string): string | null {
  try {
    return findCounterpart(plan, typed).id;
  } catch (error) {
    if (isProblem(error)) return null;
    throw error;
  }
}
