import { type Command, isSet } from '../../commands.ts';
import { usage } from '../../core/problem.ts';
import { toJson } from '../../formats/json.ts';
import type { Session } from '../../session/session.ts';
import { folderOf } from './folder.ts';
import { noneText, usedText } from './text-list.ts';
import { listDocument } from './view-list.ts';

/** `induct local use`: keeps which folder lies on top of the shipped list, once it is checked. */
export const useLocal: Command = {
  name: 'use',
  group: 'Looking after it',
  about: "Use a council's own list on top of the shipped one, from now on",
  args: '[folder]',
  options: [{ flags: '--none', about: 'go back to the shipped list alone' }],
  examples: ['induct local use leeds-list', 'induct local use --none'],
  run: async (session, input) => {
    if (isSet(input, 'none')) return useNone(session, input.args);
    const { localLists } = session.host;
    const named = await folderOf(session, input, 'induct local use leeds-list');
    const checked = await localLists.check(named);
    if (checked.whole) {
      throw usage(
        `${checked.folder} holds a whole list, not a council's own on top of one.`,
        'To use it instead of the shipped list, set INDUCT_PACK to that folder.',
      );
    }
    const already = keptOrNull(session) === checked.folder;
    if (!already) await localLists.keep(checked.folder);
    if (session.flags.json)
      session.host.out.write(toJson(listDocument(session.today, checked.folder, checked.changes)));
    session.tell(usedText(checked, already, localLists.instead()));
  },
};

async function useNone(session: Session, args: readonly string[]): Promise<void> {
  if (args.length > 0) throw usage('--none goes without a folder.', 'For example: induct local use --none');
  const already = keptOrNull(session) === null;
  await session.host.localLists.keep(null);
  if (session.flags.json) session.host.out.write(toJson(listDocument(session.today, null, [])));
  session.tell(noneText(already));
}

/** What is kept now; a setting that can't be read is put right by what is kept next. */
function keptOrNull(session: Session): string | null | undefined {
  try {
    return session.host.localLists.kept();
  } catch {
    return undefined;
  }
}
