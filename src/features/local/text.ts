import { sayDate, sayDayDateNear, sayTime } from '../../core/dates/index.ts';
import { voiceOf } from '../../core/documents.ts';
import { isEmpty, type LocalFacts } from '../../core/local/local-facts.ts';
import { sayRhythm } from '../../core/plan/meetings.ts';
import type { Plan } from '../../core/plan/types.ts';
import { fill } from '../../core/voice.ts';
import { type Block, heading, type Item, items, spaced, text } from '../../formats/terminal/blocks.ts';
import type { LocalView } from './view.ts';

/** What belongs to the council and stays for the next holder. */
export function localText({ plan, facts, list }: LocalView): readonly Block[] {
  const used = sayList(list);
  if (plan === null) {
    return spaced(
      [text("Nothing of the council's is recorded yet, since there is no plan."), text('Begin with: induct start')],
      used,
    );
  }
  const council = plan.induction.council.short;
  if (isEmpty(facts)) {
    return spaced(
      [text(`${council}: nothing of the council's own is recorded yet.`)],
      [
        text('The names of its boards: induct meetings rename 7.2 "Scrutiny Board"'),
        text('Their dates: induct meetings add 7.2 "10 June" 10:30am'),
        text('Where a paper lies: induct got 6.1 --where "..."'),
      ],
      used,
    );
  }
  return spaced(
    [text(`${council}: what belongs to the council, and stays for whoever comes next.`)],
    section('WHAT IT IS CALLED HERE', namesOf(facts, plan)),
    section('PEOPLE', peopleOf(facts, plan)),
    section('WHERE PAPERS LIE', papersOf(facts, plan)),
    section('CALENDAR', calendarOf(facts, plan)),
    [
      text('Taken over when the next holder begins: induct start --new'),
      text("Notes, questions, promises and what was done are the holder's own, and stay out."),
    ],
    used,
  );
}

function sayList({ instead, own }: LocalView['list']): Block[] {
  if (instead !== null) return [heading('THE LIST'), text(`The one that INDUCT_PACK names: ${instead}`, { indent: 2 })];
  if (own === null) {
    return [
      heading('THE LIST'),
      text('The shipped one. To add to it or change it: induct local new FOLDER', { indent: 2 }),
    ];
  }
  return [
    heading('THE LIST'),
    text(`The shipped one, with the council's own on top: ${own}`, { indent: 2 }),
    text('What that changes: induct local check', { indent: 2 }),
  ];
}

function section(title: string, rows: readonly Item[]): Block[] {
  return rows.length === 0 ? [] : [heading(title), items(rows)];
}

function namesOf({ names, meetings }: LocalFacts, plan: Plan): Item[] {
  const added = meetings.filter(({ id }) => !names.some(({ meeting }) => meeting === id));
  return [
    ...names.map(({ meeting, name, localName }) => ({
      label: numberOf(meeting, plan),
      text: localName,
      under: [`on the list: ${name}`],
    })),
    ...added.map(({ id, name, every }) => ({ label: id, text: name, right: sayRhythm(every) ?? '' })),
  ];
}

/** What is typed for a meeting: the number of its action, else its id. */
function numberOf(meeting: string, plan: Plan): string {
  const action = plan.meetings.find(({ id }) => id === meeting)?.action;
  return plan.actions.find(({ id }) => id === action)?.number ?? meeting;
}

function peopleOf({ people, adviser }: LocalFacts, plan: Plan): Item[] {
  const rows = people.map(({ id, title, contact: { name, post, email, phone, pa } }) => {
    const under = [post, email, phone, pa === undefined ? undefined : `diary: ${pa}`];
    const filled = fill(title, voiceOf(plan));
    const said = name === undefined ? filled : `${filled}: ${name}`;
    return { label: id, text: said.charAt(0).toUpperCase() + said.slice(1), under: under.flatMap((one) => one ?? []) };
  });
  return [...rows, ...(adviser === null ? [] : [{ label: 'adviser', text: `LGA adviser: ${adviser}` }])];
}

function papersOf({ papers }: LocalFacts, plan: Plan): Item[] {
  return papers.map(({ id, title, localTitle, location, dated, restricted }) => {
    const known = [
      localTitle === null ? null : `called ${localTitle}`,
      dated === null ? null : `of ${sayDate(dated)}`,
      restricted ? 'restricted' : null,
    ].filter((one) => one !== null);
    const under = [known.join(', '), location ?? ''].filter((one) => one !== '');
    return { label: plan.actions.find((action) => action.id === id)?.number ?? '', text: title, under };
  });
}

function calendarOf({ calendar, quiet }: LocalFacts, plan: Plan): Item[] {
  const day = (date: string) => sayDayDateNear(date, plan.today);
  const dates = calendar
    .filter(({ cancelled }) => !cancelled)
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .map(({ date, time, name, place }) => {
      const parts = [name, time === null ? null : sayTime(time), place].filter((part) => part !== null);
      return { label: day(date), text: parts.join(', ') };
    });
  return [...dates, ...quiet.map(({ from, to, why }) => ({ label: day(from), text: `${why}, until ${day(to)}` }))];
}
