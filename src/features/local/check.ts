import type { Command } from '../../commands.ts';
import { checkedText } from './text-list.ts';
import { listDocument } from './view-list.ts';

/** `induct local check`: every mistake in a council's own list at once, else what it changes. */
export const checkLocal: Command = {
  name: 'check',
  group: 'Looking after it',
  about: "Check a council's own list, or the list in use: every mistake at once",
  args: '[folder]',
  examples: ['induct local check', 'induct local check leeds-list'],
  run: async (session, input) => {
    const { localLists } = session.host;
    const [named] = input.args;
    const checked = named === undefined ? await localLists.checkUsed() : await localLists.check(named);
    await session.show(
      () => listDocument(session.today, checked.folder, checked.changes),
      () => checkedText(checked, named !== undefined),
    );
  },
};
