import { type Command, isSet } from '../../commands.ts';
import { sayDate } from '../../core/dates/index.ts';
import { usage } from '../../core/problem.ts';
import { sayAmount } from '../../core/say-amount.ts';
import { toJson } from '../../formats/json.ts';
import { items, text } from '../../formats/terminal/blocks.ts';
import type { Session } from '../../session/session.ts';
import { timeStamp } from '../../session/time-stamp.ts';
import type { Backup } from '../../store/backup.ts';
import type { Upkeep } from '../../store/upkeep.ts';

const MOST_LISTED = 12;

/** `induct restore`: puts a backup in the place of the record, which is kept among the backups first. */
export const restore: Command = {
  name: 'restore',
  group: 'Looking after it',
  about: 'Put a backup in the place of the record',
  args: '[file]',
  options: [{ flags: '--list', about: 'show the backups there are, and change nothing' }],
  examples: ['induct restore --list', 'induct restore copy.db'],
  run: async (session, input) => {
    const upkeep = await session.host.upkeep();
    if (isSet(input, 'list')) return listBackups(session, await upkeep.backups());
    const file = await findBackup(session, upkeep, input.args[0]);
    const { holders, events, kept } = await upkeep.restore(file, timeStamp(session));
    if (session.flags.json) {
      const document = { schema: 'induct.restored/1', today: session.today, restored: file, holders, events, kept };
      session.host.out.write(toJson(document));
      return;
    }
    const before = kept === null ? [] : [text('The record as it was before is kept in'), text(kept, { indent: 2 })];
    session.tell([
      text(`Restored: ${sayAmount(events, 'entry', 'entries')} of ${sayAmount(holders, 'holder', 'holders')}.`),
      ...before,
      text('What was recorded before cannot be taken back with undo. See what is there: induct history'),
    ]);
  },
};

async function listBackups(session: Session, backups: readonly Backup[]): Promise<void> {
  const document = backups.map(({ name, path, day, bytes }) => ({ name, path, day, bytes }));
  const rows = backups.map((one) => ({ label: sayDate(one.day), text: one.name, right: sayKind(one) }));
  await session.show(
    () => ({ schema: 'induct.backups/1', today: session.today, backups: document }),
    () => (rows.length === 0 ? [text('There are no backups yet. Make one: induct backup')] : [items(rows)]),
  );
}

/** The file meant: a path, or the name of a backup in induct's own folder. Without any, one is chosen. */
async function findBackup(session: Session, upkeep: Upkeep, typed: string | undefined): Promise<string> {
  const backups = await upkeep.backups();
  if (typed !== undefined) return backups.find(({ name }) => name === typed || name === `${typed}.db`)?.path ?? typed;
  const [newest] = backups;
  if (newest === undefined) {
    throw usage(
      'Say which file is to be restored. There are no backups here.',
      'For example: induct restore "H:\\induct.db"',
    );
  }
  if (!session.canAsk) {
    const lines = backups.slice(0, MOST_LISTED).map((one) => `  ${one.name}`);
    throw usage(
      ['Say which is to be restored. There are:', ...lines].join('\n'),
      `For example: induct restore ${newest.name}`,
    );
  }
  const prompter = await session.prompter();
  const choices = backups.map((one) => ({ id: one.path, label: `${sayDate(one.day)}  ${sayKind(one)}` }));
  return prompter.choose({ message: 'Which is to be put in the place of the record?' }, choices, newest.path);
}

function sayKind({ kind, name }: Backup): string {
  switch (kind) {
    case 'daily':
      return 'before the first record of that day';
    case 'by-hand':
      return 'made by hand';
    case 'before-restore':
      return 'before a restore';
    case 'before-version':
      return 'before a newer version of induct';
    case 'other':
      return name;
  }
}
