import { type Command, isSet, textOption } from '../../commands.ts';
import { buildCalendarEntries } from '../../core/calendar/build.ts';
import { differences, type Given, give, NOTHING_GIVEN } from '../../core/calendar/given.ts';
import type { Told } from '../../core/calendar/history.ts';
import { watched } from '../../core/watch.ts';
import { toJson } from '../../formats/json.ts';
import { FILE_FLAGS, giveFile } from '../../session/give-file.ts';
import type { Session } from '../../session/session.ts';
import { calendarText } from './text.ts';
import { type CalendarView, calendarDocument } from './view.ts';

/** `induct calendar`: what is coming, as a file for Outlook. */
export const calendar: Command = {
  name: 'calendar',
  group: 'Out into the world',
  about: 'Write what has a date into a file for Outlook (.ics)',
  options: [
    { flags: '--new', about: 'only what is new or changed since the last time with --new' },
    { flags: '--dates', about: 'also the dates of the plan, as days that keep nobody busy' },
    ...FILE_FLAGS,
  ],
  examples: [
    'induct calendar --new --output meetings.ics',
    'induct calendar --dates --output plan.ics',
    'induct calendar',
  ],
  run: async (session, input) => {
    const onlyNew = isSet(input, 'new');
    const { view, given, id } = await gatherView(session, onlyNew, isSet(input, 'dates'));
    const { uidOf, writeCalendar } = await import('../../formats/ics/index.ts');
    const options = { output: textOption(input, 'output'), force: isSet(input, 'force') };
    const file = view.entries.length === 0 ? null : await giveFile(session, writeCalendar(view.entries, id), options);
    // Only once it was handed over: what could not be written, or was only listed, is still new.
    const handed = view.entries.length > 0 && (file !== null || !session.flags.json);
    if (view.changes !== null && handed) await keepGiven(session, id, view, given);
    if (session.flags.json) {
      session.host.out.write(toJson(calendarDocument(view, (key) => uidOf(id, key), file)));
    }
    session.tell(calendarText(view, file));
  },
};

async function gatherView(session: Session, onlyNew: boolean, dates: boolean) {
  const { plan, store, version } = await session.gather();
  const { id } = plan.induction;
  const [events, booked] = [await store.journal(id), await store.journal(id, { types: ['arranged'] })];
  let lastAt = '';
  function* remembering(all: Iterable<Told>) {
    for (const told of all) {
      lastAt = told.event.at;
      yield told;
    }
  }
  const { withProgress } = await import('../../session/progress.ts');
  const all = await withProgress(session, 'Reading the record', (watch) =>
    buildCalendarEntries(plan, { events: remembering(watched(events, version, watch)), booked }, dates),
  );
  const kept = store.setting(settingOf(id));
  const given = kept === null ? NOTHING_GIVEN : (JSON.parse(kept) as Given);
  const changes = onlyNew ? differences(all, given, plan.today, lastAt) : null;
  const entries = changes === null ? all.filter((entry) => !entry.settled) : changes.map(({ entry }) => entry);
  const since = given.on === '' ? null : given.on;
  const view: CalendarView = { plan, entries, changes, since, dates };
  return { view, given, id };
}

/** What a diary has is a fact of this computer and not of the record: it is no event, and nothing to take back. */
async function keepGiven(session: Session, id: string, view: CalendarView, given: Given): Promise<void> {
  const next = give(given, view.changes ?? [], view.plan.today);
  (await session.store()).keepSetting(settingOf(id), JSON.stringify(next));
}

function settingOf(id: string): string {
  return `calendar ${id}`;
}
