import { type Command, isSet } from '../../commands.ts';
import { isPrivateNote } from '../../core/merge/share.ts';
import { usage } from '../../core/problem.ts';
import { sayAmount } from '../../core/say-amount.ts';
import type { TransferEvent } from '../../core/transfer/document.ts';
import { UNWATCHED, type Watch, watched } from '../../core/watch.ts';
import { gathered } from '../../formats/gathered.ts';
import { toJson } from '../../formats/json.ts';
import { hints, text } from '../../formats/terminal/blocks.ts';
import { exportInPieces } from '../../session/export-in-pieces.ts';
import type { Session } from '../../session/session.ts';

/** `induct share`: the whole record as a file, for the holder's or the officer's other computer. */
export const share: Command = {
  name: 'share',
  group: 'Looking after it',
  about: 'Write the record into a file, to be merged on another computer',
  args: '[file]',
  options: [
    { flags: '--private', about: 'private notes too, which stay out otherwise' },
    { flags: '--force', about: 'replace the file if it is there' },
  ],
  examples: ['induct share shared.json --force', 'induct share shared.json --private --force'],
  run: async (session, input) => {
    const [path] = input.args;
    if (path === undefined) throw usage('Say which file to write.', 'For example: induct share shared.json');
    const { plan, store } = await session.gather();
    const record = await store.record(plan.induction.id);
    const withPrivate = isSet(input, 'private');
    const { digest, left } = withPrivate
      ? { digest: record.digest, left: 0 }
      : await store.digestWithout(record, 'noted', isPrivateNote);
    const shared = { ...record, digest };
    const content = (watch: Watch) => {
      const events = watched(record.events, record.count, watch);
      return exportInPieces(plan, shared, withPrivate ? events : withoutPrivate(events));
    };
    await give(session, path, content, isSet(input, 'force'), { count: record.count - left, left });
  },
};

function* withoutPrivate(events: Iterable<TransferEvent>): Generator<TransferEvent> {
  for (const event of events) if (!isPrivateNote(event)) yield event;
}

async function give(
  session: Session,
  path: string,
  content: (watch: Watch) => Iterable<string>,
  force: boolean,
  { count, left }: { readonly count: number; readonly left: number },
): Promise<void> {
  if (path === '-') {
    for (const piece of gathered(content(UNWATCHED))) session.host.out.write(piece);
    return;
  }
  const { withProgress } = await import('../../session/progress.ts');
  const file = await withProgress(session, 'Writing the record', (watch) =>
    session.host.files.write(path, content(watch), { force }),
  );
  if (session.flags.json) {
    session.host.out.write(
      toJson({ ...session.headWithoutPlan('induct.share/1'), file, entries: count, leftOut: left }),
    );
  }
  const notes = sayAmount(left, 'private note is', 'private notes are');
  session.tell([
    text(`The record is in ${file}`),
    ...(left === 0 ? [] : [text(`${notes} left out. With them: --private`)]),
    text('It holds everything recorded: send it only to whom you work with, and not by ordinary email.'),
    hints('On the other computer: induct merge FILE'),
  ]);
}
