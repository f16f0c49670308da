import { type Asked, type Choice, Interrupted, type Prompter, type Reading } from '../../src/host/prompts/prompter.ts';

/**
 * What a person answers: for `choose` an id, for `type` what is typed, for `confirm` true or false. An empty text takes
 * what Enter takes. INTERRUPT stops, as Ctrl-C does.
 */
export type Answer = string | boolean;
export const INTERRUPT = '<interrupt>';

/** A prompter that gives answers from a list, and what came of it. */
export type Script = {
  readonly prompter: Prompter;
  /** Every question put, in order; a refused answer follows its question as `refused "…": why`. */
  readonly asked: readonly string[];
  /** What every `choose` offered, in the order they were put. */
  readonly offered: readonly (readonly Choice[])[];
  /** What was wrong with the script: a question without an answer, an answer that does not fit or was never asked for. */
  readonly failure: () => string | null;
};

/** Puts the answers to the questions in their order. What does not fit stops the run and is told by `failure`. */
export function scriptedPrompter(answers: readonly Answer[]): Script {
  const left = [...answers];
  const asked: string[] = [];
  const offered: (readonly Choice[])[] = [];
  let wrong: string | null = null;

  const fail = (message: string): never => {
    wrong ??= message;
    throw new Error(message);
  };
  const take = (asking: Asked): Answer => {
    const answer = left.shift();
    if (answer === undefined) return fail(`unexpected question: "${asking.message}" (after ${answers.length} answers)`);
    if (answer === INTERRUPT) throw new Interrupted();
    return answer;
  };
  const takeText = (asking: Asked): string => {
    const answer = take(asking);
    return typeof answer === 'string' ? answer : fail(`"${asking.message}" takes a text, and was given ${answer}`);
  };

  const prompter: Prompter = {
    canAsk: true,
    choose: async (asking, choices, preset) => {
      asked.push(asking.message);
      offered.push(choices);
      const answer = takeText(asking);
      const chosen = answer === '' ? preset : answer;
      if (choices.some((choice) => choice.id === chosen)) return chosen as string;
      return fail(`"${asking.message}" offers ${choices.map((choice) => choice.id).join(', ')}, and not "${chosen}"`);
    },
    type: async <T>(asking: Asked, read: (typed: string) => Reading<T>, preset?: string): Promise<T> => {
      asked.push(asking.message);
      for (;;) {
        const answer = takeText(asking).trim();
        const typed = answer === '' && preset !== undefined ? preset : answer;
        const reading = read(typed);
        if (reading.ok) return reading.value;
        asked.push(`refused "${typed}": ${reading.why}`);
      }
    },
    confirm: async (asking, preset) => {
      asked.push(asking.message);
      const answer = take(asking);
      if (answer === '') return preset;
      return typeof answer === 'boolean'
        ? answer
        : fail(`"${asking.message}" takes true or false, and was given "${answer}"`);
    },
  };
  const failure = () => {
    if (wrong !== null) return wrong;
    return left.length === 0 ? null : `not asked for: ${left.map((answer) => JSON.stringify(answer)).join(', ')}`;
  };
  return { prompter, asked, offered, failure };
}
