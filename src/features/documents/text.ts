import { calledHere } from '../../core/called.ts';
import { sayDate, sayDayDateNear, yearOf } from '../../core/dates/index.ts';
import { voiceOf } from '../../core/documents.ts';
import type { Waiting } from '../../core/plan/diary.ts';
import type { Plan, PlanAction } from '../../core/plan/types.ts';
import { sayHead } from '../../core/say-head.ts';
import { OUR_DATES } from '../../core/say-occasion.ts';
import { sayState } from '../../core/say-state.ts';
import { fill } from '../../core/voice.ts';
import { type Block, heading, hints, type Item, items, spaced, text } from '../../formats/terminal/blocks.ts';
import { opens } from './place.ts';
import { type DocumentsView, isAskedFor, isInEmail, isOld } from './view.ts';

/** The reading list: what to read first, then everything by where it stands. */
export function documentsText(view: DocumentsView): readonly Block[] {
  const { plan } = view;
  if (view.documents.length === 0) return [text('There are no documents in this list.')];
  const state = (action: PlanAction) => sayState(action, plan.today);
  const came = ({ receivedOn }: PlanAction) =>
    receivedOn === null ? 'here' : `came ${sayDayDateNear(receivedOn, plan.today)}`;
  const asked = view.asked.reduce((sum, row) => sum + row.actions.length, 0);
  return spaced(
    [text(`${sayHead(plan)}: the reading list`)],
    view.first.length === 0
      ? []
      : [
          heading('READ FIRST'),
          items(view.first.map((action) => ({ ...row(action, plan), under: sayStep(action, view) }))),
        ],
    list('HERE, NOT READ YET', view.here, (action) => ({
      ...row(action, plan),
      right: came(action),
      under: sayFacts(action, plan),
    })),
    asked === 0 ? [] : [heading(`ASKED FOR (${asked})`), ...view.asked.flatMap((one) => sayAsked(one, plan))],
    list('NOT ASKED FOR', view.notAsked, (action) => ({ ...row(action, plan), right: state(action) })),
    list('PUBLISHED, NOT READ YET', view.published, (action) => ({ ...row(action, plan), right: state(action) })),
    list('READ', view.read, (action) => ({
      ...row(action, plan),
      right: sayRead(action, plan),
      under: sayFacts(action, plan),
    })),
    view.notApplicable.length === 0
      ? []
      : [text(`Not applicable: ${view.notApplicable.map((action) => calledHere(action, plan)).join(', ')}.`)],
    sayMore(view),
  );
}

function list(title: string, actions: readonly PlanAction[], say: (action: PlanAction) => Item): Block[] {
  return actions.length === 0 ? [] : [heading(`${title} (${actions.length})`), items(actions.map(say))];
}

/** What others published stands in quotation marks, since "Your first ten days" is a title. */
function row(action: PlanAction, plan: Plan): Item {
  const name = calledHere(action, plan);
  const published = action.localTitle === null && action.status !== 'skipped' && !isAskedFor(action, plan);
  return { label: action.number, text: published ? `"${name}"` : name };
}

/** What to do about one that is to be read first. */
function sayStep(action: PlanAction, view: DocumentsView): string[] {
  if (action.status === 'received') {
    const restricted = action.restricted ? ', restricted' : '';
    const here = `Here${restricted}`;
    return [
      opens(action)
        ? `${here}: induct documents open ${action.number}`
        : `${here}. Read it? induct done ${action.number}`,
    ];
  }
  if (action.status === 'arranged') {
    const row = view.asked.find((one) => one.actions.includes(action));
    const since = row === undefined ? '' : ` since ${sayDayDateNear(row.since, view.plan.today)}`;
    return [`Asked for${since}. Come? induct got ${action.number}`];
  }
  const firstToAsk = view.first.find((one) => one.status === 'todo');
  return action === firstToAsk ? ['Ask for it: induct letter documents'] : [];
}

/** What is known of a paper that is here. */
function sayFacts(action: PlanAction, plan: Plan): string[] {
  const listed = fill(action.name, voiceOf(plan));
  const dated =
    action.dated === null
      ? []
      : [isOld(action, plan) ? sayOld(action.dated) : `Its own date: ${sayDate(action.dated)}`];
  return [
    ...(action.localTitle === null || action.localTitle === listed ? [] : [`On the list: ${listed}`]),
    ...dated,
    ...(action.restricted ? ['Restricted: do not copy from it into notes.'] : []),
    ...(action.location === null ? [] : [action.location]),
  ];
}

function sayOld(dated: string): string {
  return `Of ${yearOf(dated)}: ask whether a newer one is coming.`;
}

function sayAsked({ of, since, actions }: Waiting, plan: Plan): Block[] {
  const whom = of === null ? '' : `Of ${of}, `;
  const when = `${whom === '' ? 'Since' : 'since'} ${sayDayDateNear(since, plan.today)}:`;
  return [text(`${whom}${when}`, { indent: 2 }), items(actions.map((action) => row(action, plan)))];
}

function sayRead({ doneOn }: PlanAction, plan: Plan): string {
  return doneOn === null ? 'read' : `read ${sayDayDateNear(doneOn, plan.today)}`;
}

function sayMore({ plan, here, asked, notAsked, published }: DocumentsView): Block[] {
  const waited = asked[0]?.actions[0];
  const [unread] = here;
  const page = [...here, ...published].find(opens);
  const byEmail = notAsked.some((action) => isInEmail(action, plan));
  const near = [
    ...(!byEmail ? [] : ['Ask for what is left: induct letter documents']),
    ...(waited === undefined ? [] : [`Come? induct got ${waited.number}`, 'Remind them: induct letter chase']),
    ...(unread === undefined ? [] : [`Read it? induct done ${unread.number}`]),
    ...(page === undefined ? [] : [`Open one: induct documents open ${page.number}`]),
  ];
  return near.length === 0 ? [text('Nothing is left to read.')] : [hints(...near), text(OUR_DATES)];
}
