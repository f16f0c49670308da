import type { FigureValue, PromiseProgress, QuestionProgress, VisitProgress } from '../companion.ts';
import { byNumber } from '../decide-companion.ts';
import { voiceOf } from '../documents.ts';
import type { JournalEvent } from '../events.ts';
import { nameOfWhom } from '../people.ts';
import { sayDetail } from '../say-event.ts';
import { fill } from '../voice.ts';
import { type Column, type FigureName, type List, type ListSource, listOf } from './list.ts';

type Numbered<T> = { readonly id: string; readonly one: T };

export function listVisits({ companion }: ListSource): List {
  const columns: readonly Column<Numbered<VisitProgress>>[] = [
    ['id', ({ id }) => id],
    ['on', ({ one }) => one.on],
    ['to', ({ one }) => one.to],
    ['with', ({ one }) => one.with],
    ['note', ({ one }) => one.note],
    ['questions', ({ id }) => questionsOf(id)],
  ];
  const questionsOf = (visit: string) =>
    byNumber(companion.question)
      .filter(({ one }) => one.visit === visit)
      .map(({ id }) => id)
      .join(' ');
  return listOf(columns, byNumber(companion.visit));
}

export function listQuestions({ plan, companion }: ListSource): List {
  const columns: readonly Column<Numbered<QuestionProgress>>[] = [
    ['id', ({ id }) => id],
    ['text', ({ one }) => one.text],
    ['to', ({ one }) => nameOfWhom(one.to, plan)],
    ['askedOn', ({ one }) => one.askedOn],
    ['answer', ({ one }) => one.answer],
    ['answeredOn', ({ one }) => one.answeredOn],
    ['visit', ({ one }) => one.visit],
  ];
  return listOf(columns, byNumber(companion.question));
}

export function listPromises({ plan, companion }: ListSource): List {
  const columns: readonly Column<Numbered<PromiseProgress>>[] = [
    ['id', ({ id }) => id],
    ['text', ({ one }) => one.text],
    ['to', ({ one }) => nameOfWhom(one.to, plan)],
    ['madeOn', ({ one }) => one.madeOn],
    ['by', ({ one }) => one.by],
    ['keptOn', ({ one }) => one.keptOn],
    ['note', ({ one }) => one.note],
  ];
  return listOf(columns, byNumber(companion.promise));
}

type FigureRow = { readonly figure: FigureName; readonly value: FigureValue };

/** One row a value that was recorded, in the order of the figures, oldest first. */
export function listFigures({ companion, figures }: ListSource): List {
  const columns: readonly Column<FigureRow>[] = [
    ['id', ({ figure }) => figure.id],
    ['title', ({ figure }) => figure.title],
    ['unit', ({ figure }) => figure.unit],
    ['period', ({ value }) => value.period],
    ['value', ({ value }) => value.value],
    ['recordedOn', ({ value }) => value.recordedOn],
    ['note', ({ value }) => value.note],
  ];
  const unlisted = [...companion.figure.keys()].filter((id) => !figures.some((figure) => figure.id === id));
  const all = [...figures, ...unlisted.map((id) => ({ id, title: id, unit: '' }))];
  const rows = all.flatMap((figure) =>
    (companion.figure.get(figure.id)?.values ?? []).map((value) => ({ figure, value })),
  );
  return listOf(columns, rows);
}

type EventRow = { readonly event: JournalEvent; readonly undone: boolean };

/** One row an event, newest first, as `history` has it; what a private note says stays out. */
export function listHistory({ plan, events }: ListSource): List {
  const voice = voiceOf(plan);
  const columns: readonly Column<EventRow>[] = [
    ['at', ({ event }) => event.at],
    ['on', ({ event }) => event.on],
    ['what', ({ event }) => event.type],
    ['subject', ({ event }) => event.subject],
    ['title', ({ event }) => fill(event.title, voice)],
    ['detail', ({ event }) => (isPrivate(event) ? 'private' : sayDetail(event, plan))],
    ['takenBack', ({ undone }) => undone],
    ['change', ({ event }) => event.change],
    ['id', ({ event }) => event.id],
  ];
  return listOf(columns, events);
}

function isPrivate(event: JournalEvent): boolean {
  return event.type === 'noted' && event.body.private;
}
