import { type Command, isSet } from '../../commands.ts';
import { groupEvents } from '../../core/say-change.ts';
import type { EventsAsked } from '../../store/store.ts';
import { historyText } from './text.ts';
import { type HistoryView, historyDocument } from './view.ts';

const USUAL = 20;
const FEWEST_LINES = 6;
/** So many are read at a time. */
const PAGE = 60;
/** More than any change holds. */
const MOST_READ = 1000;

/** `induct history`: what was recorded, newest first. */
export const history: Command = {
  name: 'history',
  group: 'Every day',
  about: 'Show what was recorded, and when',
  options: [{ flags: '--all', about: 'everything, not only the latest 20' }],
  examples: ['induct history', 'induct history --all'],
  run: async (session, input) => {
    const { plan, store } = await session.gather();
    const all = isSet(input, 'all');
    const read = (options: EventsAsked) => store.events(plan.induction.id, options);
    const events = all ? read({}) : readLatest(read);
    await session.show(
      () => historyDocument({ plan, events: all ? events : events.slice(0, USUAL) }),
      () => {
        const shown = all ? events : latest(events);
        return historyText({ plan, events: shown }, shown.length === events.length);
      },
    );
  },
};

type Events = HistoryView['events'];

/** As many as hold the latest changes whole: nothing of them is further back. */
function readLatest(read: (options: EventsAsked) => Events): Events {
  let events: Events = [];
  for (;;) {
    const last = events.at(-1)?.event;
    const page = read(last === undefined ? { most: PAGE } : { most: PAGE, before: last.seq });
    events = [...events, ...page];
    const isWhole = latest(events).at(-1)?.event.change !== events.at(-1)?.event.change;
    if (isWhole || page.length < PAGE || events.length >= MOST_READ) return events;
  }
}

/** The latest changes, each whole, since its number of things would be wrong otherwise: 20 events, and a few lines. */
function latest(events: Events): Events {
  const changes = [...new Set(events.map(({ event }) => event.change))];
  let shown: Events = [];
  for (const change of changes) {
    if (shown.length >= USUAL && groupEvents(shown).length >= FEWEST_LINES) break;
    shown = [...shown, ...events.filter(({ event }) => event.change === change)];
  }
  return shown;
}
