import { sayPossible } from '../../core/answer-input.ts';
import { voiceOf } from '../../core/documents.ts';
import type { Question } from '../../core/pack.ts';
import { NOT_SURE } from '../../core/plan/answers.ts';
import { sayAnswer, sayQuestion, sayWhy, typedId } from '../../core/say-answer.ts';
import { sayHead } from '../../core/say-head.ts';
import { type Block, type Item, items, spaced, text } from '../../formats/terminal/blocks.ts';
import type { ProfileView } from './view.ts';

/** Every question with its answer, or the one asked for with what else can be answered. */
export function profileText(view: ProfileView): readonly Block[] {
  return view.one === null ? all(view) : single(view, view.one);
}

function all({ plan, rows }: ProfileView): Block[] {
  const voice = voiceOf(plan);
  const said = rows.map(({ question, answer }) => ({
    label: typedId(question),
    text: sayQuestion(question, voice),
    under: [sayAnswer(question, answer)],
  }));
  return spaced(
    [text(`${sayHead(plan)}: the answers`)],
    [items(said)],
    [text('More about one: induct profile dcs-post'), text('Change one: induct profile dcs-post vacant')],
  );
}

function single({ plan, rows }: ProfileView, question: Question): Block[] {
  const voice = voiceOf(plan);
  const answer = rows.find((row) => row.question.id === question.id)?.answer ?? NOT_SURE;
  return spaced(
    [text(sayQuestion(question, voice)), text(sayAnswer(question, answer), { indent: 2, strong: true })],
    [text(`Why it is asked: ${sayWhy(question, voice)}`)],
    [
      ...possible(question, answer),
      text(`Change it: induct profile ${typedId(question)} ${example(question, answer)}`),
    ],
  );
}

function possible(question: Question, answer: ProfileView['rows'][number]['answer']): Block[] {
  if (question.kind !== 'choice') return [text(sayPossible(question))];
  const choices = [...question.answers, { id: NOT_SURE, label: 'not sure yet' }];
  const rows: Item[] = choices.map(({ id, label }) => ({
    label: id,
    text: label === id ? '' : label,
    right: id === answer ? 'now' : '',
  }));
  return [text('What can be answered:'), items(rows)];
}

function example(question: Question, answer: ProfileView['rows'][number]['answer']): string {
  switch (question.kind) {
    case 'choice':
      return question.answers.find(({ id }) => id !== answer)?.id ?? NOT_SURE;
    case 'date':
      return '"4 June 2026"';
    case 'council':
      return 'Leeds';
    case 'text':
      return question.id === 'name' ? '"Aisha Khan"' : '"cabinet member"';
  }
}
