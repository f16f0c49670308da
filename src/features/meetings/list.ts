import type { Command } from '../../commands.ts';
import { meetingsText } from './text.ts';
import { buildMeetingsView, meetingsDocument } from './view.ts';

/** `induct meetings` alone: what has a date, then what has none. */
export const listMeetings: Command = {
  name: 'meetings',
  group: 'People and papers',
  about: 'Show the meetings: dates, in what role you go, how often',
  first: true,
  examples: ['induct meetings', 'induct meetings add 7.3 "18 June" 4:30pm', 'induct meetings attended 7.2'],
  run: async (session) => {
    const view = buildMeetingsView(await session.plan());
    await session.show(
      () => meetingsDocument(view),
      () => meetingsText(view),
      { explain: true },
    );
  },
};
