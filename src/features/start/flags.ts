import type { Input, Option } from '../../commands.ts';
import { textOption } from '../../commands.ts';
import { readAnswer } from '../../core/answer-input.ts';
import type { Council } from '../../core/councils.ts';
import type { CivilDate } from '../../core/dates/index.ts';
import type { Answers, AnswerValue } from '../../core/decide-answers.ts';
import type { Question } from '../../core/pack.ts';
import { usage } from '../../core/problem.ts';

/** The flag of a question: its id with - for _. */
export function flagOf(question: Question): string {
  return `--${question.id.replaceAll('_', '-')}`;
}

/** One flag a question, as help shows it; the form with _ is taken too. */
export function questionOptions(questions: readonly Question[]): readonly Option[] {
  return questions.flatMap((question) => {
    const answers = question.answers.map((answer) => answer.id);
    const kinds = { choice: 'answer', council: 'name', date: 'date', text: 'text' } as const;
    const about = answers.length === 0 ? question.ask : `${question.ask} ${answers.join(', ')}`;
    const value = `<${kinds[question.kind]}>`;
    const shown = { flags: `${flagOf(question)} ${value}`, about };
    if (!question.id.includes('_')) return [shown];
    return [shown, { flags: `--${question.id} ${value}`, about, hidden: true }];
  });
}

function typedFor(question: Question, input: Input): string | undefined {
  const camel = question.id.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return textOption(input, camel) ?? textOption(input, question.id);
}

/**
 * Reads every question's flag.
 * @throws Problem (2) that tells every flag that is wrong
 */
export function readFlags(
  questions: readonly Question[],
  input: Input,
  context: { readonly today: CivilDate; readonly councils: readonly Council[]; readonly region: string | undefined },
): Answers {
  const wrong: string[] = [];
  const hints: string[] = [];
  const answers = new Map<string, AnswerValue>();
  for (const question of questions) {
    const typed = typedFor(question, input);
    if (typed === undefined) continue;
    const reading = readAnswer(question, typed, context);
    if (reading.ok) {
      answers.set(question.id, reading.answer);
      continue;
    }
    wrong.push(`${flagOf(question)}: ${reading.why}`);
    if (reading.hint !== null) hints.push(reading.hint);
  }
  if (wrong.length > 0) throw usage(wrong.join('\n'), hints.length === 0 ? null : hints.join(' '));
  return answers;
}
