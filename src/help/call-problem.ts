import type { CommanderError } from 'commander';
import { nearestOf } from '../core/nearest.ts';
import { type Problem, usage } from '../core/problem.ts';
import { shown } from '../core/shown.ts';

/** The flags of every command, which commander does not think of when it looks for the nearest. */
const GLOBAL_NAMES = ['--json', '--plain', '--color', '--no-color', '--no-input', '--accessible', '--holder'];

/** True for what commander throws: a call that is wrong, or help that was shown (then its exit code is 0). */
export function isCallError(error: unknown): error is CommanderError {
  return error instanceof Error && String((error as { code?: unknown }).code).startsWith('commander.');
}

/** What commander found wrong with a call, in our words: exit code 2. */
export function callProblem(error: CommanderError): Problem {
  const message = error.message.replace(/^error: /, '');
  const [quoted = ''] = /'[^']*'/.exec(message) ?? [];
  const name = quoted.slice(1, -1);
  const nearest = /\(Did you mean (?:one of )?([^?]*)\?\)/.exec(message)?.[1];
  const near = nearest ?? (error.code === 'commander.unknownOption' ? nearestOf(name, GLOBAL_NAMES) : null);
  const hint = near === null || near === undefined ? 'See: induct help' : `Did you mean ${near}?`;
  switch (error.code) {
    case 'commander.unknownOption':
      return usage(`There is no flag ${shown(name.split('=')[0] ?? '')} here.`, hint);
    case 'commander.unknownCommand':
      return usage(`There is no command "${shown(name)}".`, hint);
    case 'commander.optionMissingArgument':
      return usage(`${name} needs a value.`, 'Add it after the flag, in quotation marks if it has spaces.');
    case 'commander.missingArgument':
      return usage(`Something is missing: ${name}.`, 'See the examples: add --help to the command.');
    case 'commander.excessArguments':
      return usage(
        'There is a word too many in this command.',
        'A text with spaces needs quotation marks. Or add --help.',
      );
    default:
      return usage(message.charAt(0).toUpperCase() + message.slice(1), hint);
  }
}
