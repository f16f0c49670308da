import type { CivilDate } from '../dates/index.ts';
import { type Draft, draft } from '../events.ts';
import type { LocalFacts } from './local-facts.ts';

/** Records the facts of the council in the plan of another holder, as of today. */
export function decideTakeOver(facts: LocalFacts, today: CivilDate): Draft[] {
  const { names, meetings, people, papers, calendar, quiet, adviser } = facts;
  return [
    ...meetings.map(({ id, ...own }) => draft('meeting-added', id, own.name, today, own)),
    ...names.map(({ meeting, name, localName }) => draft('meeting-renamed', meeting, name, today, { name: localName })),
    ...people.flatMap(({ id, title, added, contact }) => [
      ...(added ? [draft('person-added', id, title, today, { title })] : []),
      ...(Object.keys(contact).length > 0 ? [draft('person-set', id, title, today, contact)] : []),
    ]),
    ...papers.map(({ id, title, localTitle, location, dated, restricted }) => {
      const facts = { location, title: localTitle, dated, ...(restricted ? { restricted } : {}) };
      return draft('located', id, title, today, facts);
    }),
    ...calendar.map(({ meeting, name, date, time, place, cancelled }) =>
      cancelled
        ? draft('meeting-cancelled', meeting, name, today, { date })
        : draft('meeting-dated', meeting, name, today, { date, time, place }),
    ),
    ...quiet.map(({ id, from, to, why }) => draft('quiet-added', id, why, today, { from, to, why })),
    ...(adviser === null ? [] : [draft('adviser-set', 'adviser', 'LGA adviser', today, { name: adviser })]),
  ];
}

/** What was taken over, in one line. */
export function sayTakenOver({ names, meetings, people, papers, calendar, quiet, adviser }: LocalFacts): string {
  const named = names.length + meetings.length + people.length + (adviser === null ? 0 : 1);
  const parts = [
    count(named, 'name or contact', 'names and contacts'),
    count(papers.length, 'place of a paper', 'places of papers'),
    count(calendar.length + quiet.length, 'date', 'dates'),
  ].filter((part) => part !== '');
  return `Taken over from the council's record: ${parts.join(', ')}. See: induct local`;
}

function count(many: number, one: string, several: string): string {
  return many === 0 ? '' : many === 1 ? `1 ${one}` : `${many} ${several}`;
}
