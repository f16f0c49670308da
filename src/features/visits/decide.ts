import type { Companion, CompanionKind } from '../../core/companion.ts';
import type { CivilDate } from '../../core/dates/index.ts';
import { byNumber, decideQuestion, openQuestions } from '../../core/decide-companion.ts';
import { type Draft, draft } from '../../core/events.ts';

/** A visit to record, with what it made the holder ask; `ask` is whom, a person's or meeting's id or words. */
export type VisitInput = {
  readonly on: CivilDate;
  readonly to: string;
  readonly with: string | null;
  readonly note: string | null;
  readonly questions: readonly string[];
  readonly ask: string;
};

/** Records a visit and its questions. The same visit again adds only what is asked anew. */
export function decideVisit(
  companion: Companion,
  next: (kind: CompanionKind) => number,
  { on, to, with: whom, note, questions, ask }: VisitInput,
): Draft[] {
  const known = byNumber(companion.visit).find(
    ({ one }) => one.on === on && one.to === to && one.with === whom && one.note === note,
  );
  const id = known?.id ?? `v${next('visit')}`;
  const visited = known === undefined ? [draft('visited', id, to, on, { to, with: whom, note })] : [];
  const open = openQuestions(companion, ask).map(({ one }) => one.text);
  const asked = [...new Set(questions)].filter((text) => known === undefined || !open.includes(text));
  const first = asked.length === 0 ? 0 : next('question');
  return [...visited, ...asked.map((text, index) => decideQuestion({ text, to: ask, visit: id, on }, first + index))];
}
