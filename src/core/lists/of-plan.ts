import { voiceOf } from '../documents.ts';
import { titleOfPerson } from '../people.ts';
import type { PlanPerson } from '../plan/people.ts';
import type { Plan, PlanAction, PlanMeeting, PlanMeetingDate } from '../plan/types.ts';
import { fill } from '../voice.ts';
import { type Column, type List, type ListSource, listOf } from './list.ts';

/** One row an action, in the order of the plan; private notes stay out. */
export function listActions({ plan, notes }: ListSource): List {
  const voice = voiceOf(plan);
  const columns: readonly Column<PlanAction>[] = [
    ['number', ({ number }) => number],
    ['id', ({ id }) => id],
    ['step', ({ step }) => step],
    ['kind', ({ kind }) => kind],
    ['title', ({ title }) => fill(title, voice)],
    ['doer', ({ doer }) => doer],
    ['status', ({ status }) => status],
    ['due', ({ due }) => due],
    ['suggestedDue', ({ suggestedDue }) => suggestedDue],
    ['arrangedOn', ({ arrangedOn }) => arrangedOn],
    ['arrangedFor', ({ arrangedFor }) => arrangedFor],
    ['arrangedWith', ({ arrangedWith }) => arrangedWith],
    ['receivedOn', ({ receivedOn }) => receivedOn],
    ['location', ({ location }) => location],
    ['doneOn', ({ doneOn }) => doneOn],
    ['skippedBecause', ({ skippedBecause }) => skippedBecause],
    ['notes', ({ id }) => openNotes(notes.get(id) ?? [])],
    ['source', ({ source }) => `${source.page}: ${source.section}`],
  ];
  return listOf(columns, plan.actions);
}

function openNotes(notes: readonly { readonly text: string; readonly private: boolean }[]): string {
  return notes.flatMap((note) => (note.private ? [] : [note.text])).join('\n');
}

type MeetingRow = { readonly meeting: PlanMeeting; readonly date: PlanMeetingDate | null };

/** One row a date; a meeting without one has a row of its own. */
export function listMeetings({ plan }: ListSource): List {
  const columns: readonly Column<MeetingRow>[] = [
    ['id', ({ meeting }) => meeting.id],
    ['name', ({ meeting }) => meeting.localName ?? meeting.name],
    ['date', ({ date }) => date?.date],
    ['time', ({ date }) => date?.time],
    ['place', ({ date }) => date?.place],
    ['attended', ({ date }) => (date === null || (!date.attended && !date.apologies) ? null : date.attended)],
    ['apologies', ({ date }) => (date?.apologies === true ? true : null)],
    ['note', ({ date }) => date?.note],
    ['capacity', ({ meeting }) => meeting.capacity],
    ['capacityConfirmed', ({ meeting }) => meeting.capacityConfirmed],
    ['frequency', ({ meeting }) => meeting.frequency],
    ['basis', ({ meeting }) => meeting.pack?.basis],
    ['chair', ({ meeting }) => meeting.pack?.chair],
  ];
  const rows = plan.meetings.flatMap((meeting): MeetingRow[] =>
    meeting.dates.length === 0 ? [{ meeting, date: null }] : meeting.dates.map((date) => ({ meeting, date })),
  );
  return listOf(columns, rows);
}

/** The reading list: one row a document. */
export function listDocuments({ plan }: ListSource): List {
  const columns: readonly Column<PlanAction>[] = [
    ['number', ({ number }) => number],
    ['id', ({ id }) => id],
    ['title', ({ id, name }) => plan.progress.action.get(id)?.localTitle ?? name],
    ['sourceTitle', ({ name }) => name],
    ['status', ({ status }) => status],
    ['dated', ({ id }) => plan.progress.action.get(id)?.dated],
    ['restricted', ({ id }) => plan.progress.action.get(id)?.restricted],
    ['location', ({ location }) => location],
    ['askedFor', ({ arrangedOn }) => arrangedOn],
    ['of', ({ arrangedWith }) => arrangedWith],
    ['receivedOn', ({ receivedOn }) => receivedOn],
    ['readOn', ({ doneOn }) => doneOn],
  ];
  return listOf(columns, ofKind(plan, 'document'));
}

/** Training: one row a module or course. */
export function listLearning({ plan }: ListSource): List {
  const voice = voiceOf(plan);
  const columns: readonly Column<PlanAction>[] = [
    ['number', ({ number }) => number],
    ['id', ({ id }) => id],
    ['title', ({ title }) => fill(title, voice)],
    ['status', ({ status }) => status],
    ['bookedFor', ({ arrangedFor }) => arrangedFor],
    ['doneOn', ({ doneOn }) => doneOn],
    ['source', ({ source }) => `${source.page}: ${source.section}`],
  ];
  return listOf(columns, learningOf(plan));
}

/** The modules, and everything else under the steps about learning. */
export function learningOf(plan: Plan): PlanAction[] {
  return plan.actions.filter(({ kind, step }) => kind === 'module' || step === 'learning' || step === 'course');
}

/** Whom to meet: one row a person. */
export function listPeople({ plan }: ListSource): List {
  const columns: readonly Column<PlanPerson>[] = [
    ['id', ({ id }) => id],
    ['title', (person) => titleOfPerson(person, plan)],
    ['name', ({ contact }) => contact.name],
    ['post', ({ contact }) => contact.post],
    ['email', ({ contact }) => contact.email],
    ['phone', ({ contact }) => contact.phone],
    ['pa', ({ contact }) => contact.pa],
    ['status', ({ status }) => status],
    ['next', ({ next }) => next?.date],
    ['lastMet', ({ lastMet }) => lastMet],
  ];
  return listOf(columns, plan.people);
}

function ofKind(plan: Plan, kind: PlanAction['kind']): PlanAction[] {
  return plan.actions.filter((action) => action.kind === kind && !action.retired);
}
