import type { Command } from '../../commands.ts';
import { toJson } from '../../formats/json.ts';
import { folderOf } from './folder.ts';
import { madeText } from './text-list.ts';
import { madeDocument } from './view-list.ts';

/** `induct local new`: the beginning of a council's own list, in which everything is an example still. */
export const newList: Command = {
  name: 'new',
  group: 'Looking after it',
  about: "Write the beginning of a council's own list into a new folder",
  args: '[folder]',
  examples: ['induct local new leeds-list', 'induct local new leeds-list --json'],
  run: async (session, input) => {
    const named = await folderOf(session, input, 'induct local new leeds-list');
    const made = await session.host.localLists.make(named);
    if (session.flags.json) session.host.out.write(toJson(madeDocument(session.today, made)));
    session.tell(madeText(made));
  },
};
