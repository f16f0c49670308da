import { type Command, isSet } from '../../commands.ts';
import { toJson } from '../../formats/json.ts';
import { text } from '../../formats/terminal/blocks.ts';
import { COPIED_AWAY } from '../../session/daily-copy.ts';
import { timeStamp } from '../../session/time-stamp.ts';
import type { Store } from '../../store/store.ts';

/** `induct backup`: a verified copy of the whole record, in induct's own folder or wherever is said. */
export const backup: Command = {
  name: 'backup',
  group: 'Looking after it',
  about: 'Copy the whole record, here or to a place of your own',
  args: '[file]',
  options: [{ flags: '--force', about: 'replace the file, if it is there already' }],
  examples: ['induct backup', 'induct backup copy.db'],
  run: async (session, input) => {
    const store = await session.store();
    const [file] = input.args;
    const { withProgress } = await import('../../session/progress.ts');
    const write = (bytes: Iterable<Uint8Array>) =>
      session.host.files.write(file ?? '', { bytes }, { force: isSet(input, 'force') });
    const path = await withProgress(session, 'Checking the copy', (watch) =>
      file === undefined ? store.backup(timeStamp(session), watch) : store.giveCopy(write, watch),
    );
    if (file !== undefined) rememberCopy(store, session.today);
    const holders = store.count();
    if (session.flags.json) {
      session.host.out.write(toJson({ schema: 'induct.backup/1', today: session.today, path, holders }));
      return;
    }
    session.tell(
      [
        text('The whole record is copied and checked. The copy is in'),
        text(path, { indent: 2 }),
        text('It holds everything, private notes too: keep it where nobody else can read it.'),
        text(file === undefined ? 'Put one on the council\'s own drive too: induct backup "H:\\induct.db"' : ''),
        text('To put it in the place of the record: induct restore'),
      ].filter((block) => block.type !== 'text' || block.text !== ''),
    );
  },
};

/** The copy is made, whatever becomes of this: without it a copy is only asked for too early. */
function rememberCopy(store: Store, today: string): void {
  try {
    store.keepSetting(COPIED_AWAY, today);
  } catch {
    // Said in a month.
  }
}
