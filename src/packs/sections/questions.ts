import type { Question } from '../../core/pack.ts';
import { id, questionId, text, z } from './schema.ts';
import { type RawOf, repeated, section } from './section.ts';

const schema = () =>
  z.strictObject({
    questions: z.array(
      z.strictObject({
        id: questionId,
        ask: text,
        why: text,
        ask_officer: text.optional(),
        why_officer: text.optional(),
        kind: z.enum(['choice', 'council', 'date', 'text']),
        answers: z.array(z.strictObject({ id, label: text })).optional(),
        default: text.optional(),
        at_start: z.boolean().optional(),
        past: z.boolean().optional(),
      }),
    ),
  });

/** The questions of `start` and `profile`. */
export const questions = section<RawOf<typeof schema>, Question[]>({
  schema,
  check: (raw) => [
    ...repeated(raw.questions, 'questions'),
    ...raw.questions.flatMap((entry, index) =>
      (entry.kind === 'choice') === (entry.answers !== undefined)
        ? []
        : [{ path: ['questions', index], message: `${entry.id} needs "answers" if it is a choice, and only then` }],
    ),
  ],
  build: (raw) =>
    raw.questions.map((entry) => ({
      id: entry.id,
      ask: entry.ask,
      why: entry.why,
      askOfficer: entry.ask_officer ?? entry.ask,
      whyOfficer: entry.why_officer ?? entry.why,
      kind: entry.kind,
      answers: entry.answers ?? [],
      default: entry.default ?? null,
      atStart: entry.at_start ?? false,
      past: entry.past ?? false,
    })),
});
