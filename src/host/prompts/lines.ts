import { wrap } from '../../formats/terminal/measure.ts';
import { visible } from '../../formats/terminal/safe.ts';
import { type Asked, type Choice, Interrupted, type Prompter, type Reading } from './prompter.ts';
import { readLines } from './read-lines.ts';

/** Where the questions go and the answers come from; `width` counts columns (80). */
export type Lines = {
  readonly input: NodeJS.ReadableStream;
  readonly write: (text: string) => void;
  readonly width?: number;
};

/** A question in lines: the place and the reason, what is asked, what can be chosen, what Enter takes. */
type Question = { readonly asked: Asked; readonly choices: readonly string[]; readonly preset: string | undefined };

/**
 * Asks in numbered lines: nothing is redrawn, no escape sequence is sent, an error repeats the question.
 * For screen readers, and for terminals that can do no more.
 */
export function linePrompter({ input, write, width = 80 }: Lines): Prompter {
  const waiting = readLines(input);
  const say = (lines: readonly string[]) => {
    for (const line of lines.flatMap((one) => wrap(visible(one), width))) write(`${line}\n`);
  };
  const ask = async <T>(question: Question, read: (typed: string) => Reading<T>): Promise<T> => {
    for (;;) {
      say(['', ...linesOf(question)]);
      write('> ');
      const typed = (await waiting.next())?.trim() ?? null;
      if (typed === null) throw new Interrupted();
      const reading = read(typed === '' && question.preset !== undefined ? question.preset : typed);
      if (reading.ok) return reading.value;
      say([reading.why]);
    }
  };
  return {
    canAsk: true,
    type: (asked, read, preset) => ask({ asked, choices: [], preset }, read),
    choose: (asked, choices, preset) => {
      const number = choices.findIndex((choice) => choice.id === preset) + 1;
      const numbered = choices.map((choice, index) => `${index + 1}. ${choice.label}`);
      const question = { asked, choices: numbered, preset: number > 0 ? String(number) : undefined };
      return ask(question, (typed) => readChoice(typed, choices));
    },
    confirm: (asked, preset) => ask({ asked, choices: ['Type yes or no'], preset: preset ? 'yes' : 'no' }, readYesNo),
  };
}

function linesOf({ asked, choices, preset }: Question): string[] {
  const { place, why, message } = asked;
  const ending = preset === undefined || preset === '' ? '' : ` (default: ${preset})`;
  const numbered = choices[0]?.startsWith('1. ') ? [...choices, 'Type a number'] : choices;
  const body = [message, ...numbered];
  return [
    ...(place === undefined ? [] : [`Question ${place.number} of ${place.of}`]),
    ...(why === undefined ? [] : [why]),
    ...body.map((line, index) => (index === body.length - 1 ? line + ending : line)),
  ];
}

function readChoice(typed: string, choices: readonly Choice[]): Reading<string> {
  const byNumber = /^\d+$/.test(typed) ? choices[Number(typed) - 1] : undefined;
  const found = byNumber ?? choices.find((choice) => choice.id === typed.toLowerCase());
  return found === undefined
    ? { ok: false, why: `Type a number from 1 to ${choices.length}.` }
    : { ok: true, value: found.id };
}

function readYesNo(typed: string): Reading<boolean> {
  if (/^y(es)?$/i.test(typed)) return { ok: true, value: true };
  if (/^no?$/i.test(typed)) return { ok: true, value: false };
  return { ok: false, why: 'Type yes or no.' };
}
