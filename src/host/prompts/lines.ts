import { createInterface } from 'node:readline';
import { visible } from '../../formats/terminal/safe.ts';
import { type Asked, type Choice, Interrupted, type Prompter, type Reading } from './prompter.ts';

/** Where the questions go and the answers come from. */
export type Lines = { readonly input: NodeJS.ReadableStream; readonly write: (text: string) => void };

/**
 * Asks in numbered lines: nothing is redrawn, no escape sequence is sent, an error repeats the question.
 * For screen readers, and for terminals that can do no more.
 */
export function linePrompter({ input, write }: Lines): Prompter {
  const waiting = reader(input);
  const ask = async (question: string): Promise<string> => {
    write(question);
    const line = await waiting.next();
    if (line === null) {
      write('\n');
      throw new Interrupted();
    }
    return line.trim();
  };
  const typeIn = async <T>(asked: Asked, read: (typed: string) => Reading<T>, preset?: string): Promise<T> => {
    const shown = preset === undefined || preset === '' ? '' : ` (default: ${visible(preset)})`;
    for (;;) {
      write(introduce(asked));
      const typed = await ask(`${visible(asked.message)}${shown}\n> `);
      const reading = read(typed === '' && preset !== undefined ? preset : typed);
      if (reading.ok) return reading.value;
      write(`${visible(reading.why)}\n\n`);
    }
  };
  return {
    canAsk: true,
    type: typeIn,
    choose: (asked, choices, preset) => {
      const lines = choices.map((choice, index) => `${index + 1}. ${visible(choice.label)}\n`).join('');
      const number = choices.findIndex((choice) => choice.id === preset) + 1;
      const question = { ...asked, message: `${asked.message}\n${lines}Type a number` };
      return typeInRaw(ask, write, question, (typed) => readChoice(typed, choices), number > 0 ? String(number) : '');
    },
    confirm: (asked, preset) =>
      typeIn({ ...asked, message: `${asked.message} Type yes or no` }, readYesNo, preset ? 'yes' : 'no'),
  };
}

/** As `type`, for a question whose own line ends stay as they are. */
async function typeInRaw<T>(
  ask: (question: string) => Promise<string>,
  write: (text: string) => void,
  asked: Asked,
  read: (typed: string) => Reading<T>,
  preset: string,
): Promise<T> {
  for (;;) {
    const shown = preset === '' ? '' : ` (default: ${preset})`;
    write(introduce(asked));
    const typed = await ask(`${asked.message}${shown}\n> `);
    const reading = read(typed === '' ? preset : typed);
    if (reading.ok) return reading.value;
    write(`${visible(reading.why)}\n\n`);
  }
}

function introduce(asked: Asked): string {
  const place = asked.place === undefined ? '' : `Question ${asked.place.number} of ${asked.place.of}\n`;
  return asked.why === undefined ? place : `${place}${visible(asked.why)}\n`;
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

/** Lines as they come, null once the input has ended or the person pressed Ctrl-C. */
function reader(input: NodeJS.ReadableStream): { next: () => Promise<string | null> } {
  const lines: string[] = [];
  const takers: ((line: string | null) => void)[] = [];
  let ended = false;
  const face = createInterface({ input, terminal: false });
  const finish = () => {
    ended = true;
    for (const take of takers.splice(0)) take(null);
  };
  face.on('line', (line) => {
    const take = takers.shift();
    if (take === undefined) lines.push(line);
    else take(line);
    if (takers.length === 0) face.pause();
  });
  face.on('close', finish);
  return {
    next: () => {
      const line = lines.shift();
      if (line !== undefined) return Promise.resolve(line);
      if (ended) return Promise.resolve(null);
      face.resume();
      return new Promise((resolve) => takers.push(resolve));
    },
  };
}
