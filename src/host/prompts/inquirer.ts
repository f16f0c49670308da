/** The only door to inquirer. It is loaded when the first question is put. */
import inquirer from 'inquirer';
import { wrap } from '../../formats/terminal/measure.ts';
import { visible } from '../../formats/terminal/safe.ts';
import { type Asked, Interrupted, type Prompter, type Reading } from './prompter.ts';

const USUAL_WIDTH = 80;

/** Asks with a moving list and a line to edit, on the terminal given. */
export function inquirerPrompter(streams: {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream & { readonly columns?: number };
}): Prompter {
  const module = inquirer.createPromptModule({ input: streams.input, output: streams.output });
  const introduce = (asked: Asked) => {
    const place = asked.place === undefined ? '' : `Question ${asked.place.number} of ${asked.place.of}`;
    const why = asked.why === undefined ? [] : wrap(visible(asked.why), streams.output.columns ?? USUAL_WIDTH);
    const lines = [place, ...why].filter((line) => line !== '');
    if (lines.length > 0) streams.output.write(`\n${lines.join('\n')}\n`);
  };
  const put = async <T>(asked: Asked, question: object): Promise<T> => {
    introduce(asked);
    try {
      const answers = await module([{ name: 'answer', message: visible(asked.message), ...question } as never]);
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
        choices: choices.map((choice) => ({ value: choice.id, name: visible(choice.label) })),
        ...(preset === undefined ? {} : { default: preset }),
      }),
    type: async <T>(asked: Asked, read: (typed: string) => Reading<T>, preset?: string): Promise<T> => {
      const typed = await put<string>(asked, {
        type: 'input',
        validate: (line: string) => {
          const reading = read(line.trim());
          return reading.ok || visible(reading.why);
        },
        ...(preset === undefined ? {} : { default: preset }),
      });
      const reading = read(typed.trim());
      if (!reading.ok) throw new Error(reading.why);
      return reading.value;
    },
    confirm: (asked, preset) => put<boolean>(asked, { type: 'confirm', default: preset }),
  };
}
