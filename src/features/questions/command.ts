import { type Command, isSet } from '../../commands.ts';
import { answer } from './answer.ts';
import { ask } from './ask.ts';
import { questionsText } from './text.ts';
import { buildQuestions, questionsDocument } from './view.ts';

/** `induct questions`: what was asked, of whom, and what came back. */
export const questions: Command = {
  name: 'questions',
  group: 'People and papers',
  about: 'Show the questions that are open; keep one, or its answer',
  options: [{ flags: '--all', about: 'also those that were answered' }],
  examples: ['induct questions', 'induct questions --all', 'induct questions ask "Who covers after 5pm?"'],
  subcommands: [ask, answer],
  run: async (session, input) => {
    const { plan, companion } = await session.gatherAll();
    const view = buildQuestions(plan, companion, isSet(input, 'all'));
    await session.show(
      () => questionsDocument(view),
      () => questionsText(view),
    );
  },
};
