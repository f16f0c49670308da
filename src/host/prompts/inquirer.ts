/** The only door to inquirer. It is loaded when the first question is put. */
import inquirer from 'inquirer';
import { widthOf, wrap } from '../../formats/terminal/measure.ts';
import { visible } from '../../formats/terminal/safe.ts';
import { type Asked, Interrupted, type Prompter, type Reading } from './prompter.ts';

const USUAL_WIDTH = 80;
/** What inquirer puts before a question, and before each line of a list. */
const MARK = 2;
/** What it puts behind a question that takes yes or no, with a space: (Y/n). */
const YES_NO = 6;

/** Asks with a moving list and a line to edit, on the terminal given. */
export function inquirerPrompter(streams: {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream & { readonly columns?: number };
}): Prompter {
  const module = inquirer.createPromptModule({ input: streams.input, output: streams.output });
  const columns = () => streams.output.columns ?? USUAL_WIDTH;
  const introduce = (asked: Asked) => {
    const place = asked.place === undefined ? '' : `Question ${asked.place.number} of ${asked.place.of}`;
    const why = asked.why === undefined ? [] : wrap(visible(asked.why), columns());
    const lines = [place, ...why].filter((line) => line !== '');
    if (lines.length > 0) streams.output.write(`\n${lines.join('\n')}\n`);
  };
  // inquirer breaks lines in the middle of words, so what is too long for one is broken here. `behind` leaves room.
  const lines = (words: string, behind = 0) => wrap(visible(words), columns() - MARK - behind);
  const put = async <T>(asked: Asked, question: object, behind = 0): Promise<T> => {
    introduce(asked);
    try {
      const message = lines(asked.message, behind).join(`\n${' '.repeat(MARK)}`);
      const answers = await module([{ name: 'answer', message, ...question } as never]);
      return (answers as { answer: T }).answer;
    } catch (error) {
      if ((error as Error).name === 'ExitPromptError') throw new Interrupted();
      throw error;
    }
  };
  return {
    canAsk: true,
    choose: (asked, choices, preset) =>
      put<string>(asked, {
        type: 'select',
        pageSize: 12,
        loop: false,
        choices: choices.map((choice) => {
          const label = lines(choice.label, MARK).join(`\n${' '.repeat(2 * MARK)}`);
          const shown = lines(choice.label)
            .map((line) => `\n${' '.repeat(MARK)}${line}`)
            .join('');
          const beside = widthOf(visible(`${asked.message} ${choice.label}`)) + MARK <= columns();
          return { value: choice.id, name: label, short: beside ? label : shown };
        }),
        ...(preset === undefined ? {} : { default: preset }),
      }),
    type: async <T>(asked: Asked, read: (typed: string) => Reading<T>, preset?: string): Promise<T> => {
      const behind = preset === undefined ? 0 : widthOf(` (${preset})`);
      const question = {
        type: 'input',
        validate: (line: string) => {
          const reading = read(line.trim());
          return reading.ok || lines(reading.why).join('\n');
        },
        ...(preset === undefined ? {} : { default: preset }),
      };
      const typed = await put<string>(asked, question, behind);
      const reading = read(typed.trim());
      if (!reading.ok) throw new Error(reading.why);
      return reading.value;
    },
    confirm: (asked, preset) => put<boolean>(asked, { type: 'confirm', default: preset }, YES_NO),
  };
}
