import { usage } from '../../core/problem.ts';
import type { Asked, Prompter } from './prompter.ts';

/** Nobody to ask: every question is an error that names it. Commands say first, all at once, what is missing. */
export const noPrompter: Prompter = {
  canAsk: false,
  choose: (asked) => refuse(asked),
  type: (asked) => refuse(asked),
  confirm: (asked) => refuse(asked),
};

function refuse(asked: Asked): Promise<never> {
  return Promise.reject(
    usage(`Nobody can be asked here: ${asked.message}`, 'Give it on the command line, or add --yes to confirm.'),
  );
}
