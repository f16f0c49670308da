import { wordsOn } from '../../core/action-words.ts';
import { sayDate, sayDayDateNear } from '../../core/dates/index.ts';
import { voiceOf } from '../../core/documents.ts';
import { PAGES, type Source } from '../../core/pack.ts';
import type { Note, Plan, PlanAction, PlanOccasion, PlanStep } from '../../core/plan/types.ts';
import { sayDeed } from '../../core/say-event.ts';
import { sayHow, sayState, sayWhen } from '../../core/say-state.ts';
import { fill } from '../../core/voice.ts';
import { type Block, heading, hints, items, spaced, text } from '../../formats/terminal/blocks.ts';
import type { ShowView } from './view.ts';

/** One thing whole: why, what to cover, date, state, notes, record, source. */
export function showText(view: ShowView): readonly Block[] {
  switch (view.shown.type) {
    case 'action':
      return actionText(view, view.shown.action);
    case 'step':
      return stepText(view.plan, view.shown.step);
    case 'occasion':
      return occasionText(view.plan, view.shown.occasion);
  }
}

function actionText({ plan, notes, record }: ShowView, action: PlanAction): readonly Block[] {
  const step = plan.steps.find((candidate) => candidate.id === action.step);
  return spaced(
    [
      heading(`${action.number}  ${fill(action.title, voiceOf(plan))}`),
      ...(step === undefined ? [] : [text(`${step.number} ${step.title}`)]),
    ],
    [...sayStanding(action, plan), ...saySettledBefore(action, record, plan)],
    ...sayWhy(action, plan),
    sayNotes(notes.get(action.id) ?? [], plan),
    record.length === 0
      ? []
      : [
          heading('RECORD'),
          items(
            record.map(({ event, undone }) => ({
              label: sayDayDateNear(event.on, plan.today),
              text: `${sayDeed(event, plan)}${undone ? ', taken back' : ''}`,
            })),
          ),
        ],
    sayAnswers(action, plan),
    saySource(action.source, wordsOn(action, plan).pageWording),
    sayNext(action),
  );
}

/** Where it stands, until when, who does it, what comes first. */
function sayStanding(action: PlanAction, plan: Plan): Block[] {
  const state = action.status === 'todo' ? 'nothing recorded yet' : sayState(action, plan.today);
  const because = action.skippedBecause === null ? '' : `: ${action.skippedBecause}`;
  const lines = [`State: ${state}${because}`];
  if (action.due !== null && action.arrangedFor === null && action.status !== 'done' && action.status !== 'skipped') {
    const own = action.dueSet ? 'set by hand' : 'our suggestion';
    const before = action.dueSet && action.suggestedDue !== null ? `; ours was ${sayDate(action.suggestedDue)}` : '';
    lines.push(
      `${action.kind === 'document' ? 'Read by' : 'By'} ${sayDayDateNear(action.due, plan.today)} (${own}${before})`,
    );
  }
  if (action.arrangedWith !== null) lines.push(`With or of: ${action.arrangedWith}`);
  if (action.localTitle !== null) lines.push(`Called here: ${action.localTitle}`);
  if (action.dated !== null) lines.push(`Its own date: ${sayDate(action.dated)}`);
  if (action.restricted) lines.push('Restricted: do not copy from it into notes.');
  if (action.location !== null) lines.push(`Where: ${action.location}`);
  if (action.blockedBy.length > 0) lines.push(`After: ${action.blockedBy.map((id) => name(id, plan)).join('; ')}`);
  if (action.doer === 'officer') lines.push('Usually done by an officer');
  return lines.map((line) => text(line));
}

/** What an answer brought back was settled before: on which day, and since when and why it is open again. */
function saySettledBefore(action: PlanAction, record: ShowView['record'], plan: Plan): Block[] {
  const day = (date: string) => sayDayDateNear(date, plan.today);
  const kept = record.filter(({ undone }) => !undone).map(({ event }) => event);
  const index = kept.findLastIndex((event) => event.type === 'reopened' && event.body.why !== undefined);
  const again = kept[index];
  const done = kept.slice(0, Math.max(0, index)).findLast((event) => event.type === 'done');
  if (done === undefined || again?.type !== 'reopened' || action.status === 'done') return [];
  return [text(`Settled before: ${day(done.on)}. Open again since ${day(again.on)} (${again.body.why})`)];
}

function name(id: string, plan: Plan): string {
  const action = plan.actions.find((candidate) => candidate.id === id);
  return action === undefined ? id : `${action.number} ${fill(action.title, voiceOf(plan))}`;
}

/** The list speaks to the holder; to an officer it is shown as said to them. */
function sayWhy(action: PlanAction, plan: Plan): Block[][] {
  const voice = voiceOf(plan);
  const to = voice.officer ? `, AS SAID TO ${voice.you.toUpperCase()}` : '';
  const { why, cover } = wordsOn(action, plan);
  return [
    why === null ? [] : [heading(`WHY${to}`), text(why, { indent: 2 })],
    cover.length === 0 ? [] : [heading(`WHAT TO COVER${to}`), items(cover.map((line) => ({ label: '-', text: line })))],
  ];
}

function sayNotes(notes: readonly Note[], plan: Plan): Block[] {
  if (notes.length === 0) return [];
  const rows = notes.map((note) => ({
    label: sayDayDateNear(note.on, plan.today),
    text: note.text,
    under: note.private ? ['private'] : [],
  }));
  return [heading('NOTES'), items(rows)];
}

/** Questions whose answer is known once this is settled, and that are not answered yet. */
function sayAnswers(action: PlanAction, plan: Plan): Block[] {
  const open = (action.pack?.settles ?? []).filter((id) => {
    const answer = plan.progress.answer.get(id)?.answer;
    return answer === undefined || answer === 'not-sure';
  });
  const questions = plan.pack.questions.filter((question) => open.includes(question.id));
  if (questions.length === 0) return [];
  const rows = questions.map((question) => ({
    label: '-',
    text: question.ask,
    under: [`induct profile ${question.id} ${question.answers.map((answer) => answer.id).join('|') || 'ANSWER'}`],
  }));
  return [heading('WHEN IT IS KNOWN, RECORD THE ANSWER'), items(rows)];
}

function saySource(source: Source, wording: string | null): Block[] {
  const lines = [text(`${PAGES[source.page].title}: "${source.section}"`, { indent: 2 })];
  if (wording !== null) lines.push(text(`The page's words: ${wording}`, { indent: 2 }));
  if (source.url !== null) lines.push(text(source.url, { indent: 2 }));
  return [heading('WHERE THIS COMES FROM'), ...lines];
}

function sayNext(action: PlanAction): Block[] {
  const { number } = action;
  const [question] = action.skippedBy === 'answer' ? Object.keys(action.pack?.when ?? {}) : [];
  if (action.skippedBy === 'answer' && action.pack?.hidden === true)
    return [text(`Done all the same? induct done ${number}`)];
  if (question !== undefined)
    return [
      hints(`Changed? induct profile ${question.replaceAll('_', '-')}`, `Done all the same? induct done ${number}`),
    ];
  if (action.status === 'done' || action.status === 'skipped')
    return [text(`To take it up again: induct reopen ${number}`)];
  const came = action.kind === 'document' && action.status !== 'received' ? [`Came? induct got ${number}`] : [];
  return [hints(`Done? induct done ${number}`, ...came, `A note: induct note ${number} "..."`)];
}

function stepText(plan: Plan, step: PlanStep): readonly Block[] {
  const rows = step.actions.map((action) => ({
    label: action.number,
    text: fill(action.title, voiceOf(plan)),
    right: sayState(action, plan.today),
  }));
  return spaced(
    [heading(`${step.number}  ${step.title}`)],
    rows.length === 0 ? [text('Nothing yet. Add something of your own: induct add "..."')] : [items(rows)],
    step.id === 'own' ? [] : saySource(step.source, null),
  );
}

function occasionText(plan: Plan, occasion: PlanOccasion): readonly Block[] {
  const voice = voiceOf(plan);
  const asks = occasion.verb === 'ask';
  const title = fill(occasion.title, voice);
  const when = [sayHow(occasion), sayWhen(occasion, plan.today)].filter((part) => part !== '').join(', ');
  const rows = occasion.actions.map((action) => ({
    label: action.number,
    text: fill(action.title, voice),
    right: sayState(action, plan.today),
  }));
  const open = occasion.actions.length > 0;
  return spaced(
    [heading(title), ...(when === '' ? [] : [text(when)])],
    open ? [heading(asks ? 'IT ASKS FOR' : 'IT SETTLES'), items(rows)] : [text('Nothing of it is open.')],
    open ? [text(asks ? `Sent? induct ask ${occasion.id}` : `Done? induct done ${occasion.id}`)] : [],
  );
}
