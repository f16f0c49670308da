import { type Command, isSet } from '../../commands.ts';
import { groupEvents } from '../../core/say-change.ts';
import { historyText } from './text.ts';
import { type HistoryView, historyDocument } from './view.ts';

const USUAL = 20;
const FEWEST_LINES = 6;
/** Nearly always enough, for changes of a few things. */
const FEW_READ = 200;
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
    const read = (most?: number) => store.events(plan.induction.id, most === undefined ? {} : { most });
    const few = all ? [] : read(FEW_READ);
    const events = all ? read() : holdsLatest(few) ? few : read(MOST_READ);
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

/** Whether the latest changes are whole in what was read: nothing of them is further back. */
function holdsLatest(events: Events): boolean {
  return events.length < FEW_READ || latest(events).at(-1)?.event.change !== events.at(-1)?.event.change;
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
