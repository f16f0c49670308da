import { type Command, isSet } from '../../commands.ts';
import { shareable } from '../../core/merge/share.ts';
import { usage } from '../../core/problem.ts';
import { exportDocument } from '../../core/transfer/document.ts';
import { toJson } from '../../formats/json.ts';
import { hints, text } from '../../formats/terminal/blocks.ts';
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
    const { events, left } = shareable(record.events, isSet(input, 'private'));
    const shared = { ...record, events, digest: await store.digestOf(record.id, events) };
    const content = toJson(exportDocument(plan, shared));
    await give(session, path, content, isSet(input, 'force'), { count: events.length, left });
  },
};

async function give(
  session: Session,
  path: string,
  content: string,
  force: boolean,
  { count, left }: { readonly count: number; readonly left: number },
): Promise<void> {
  if (path === '-') {
    session.host.out.write(content);
    return;
  }
  const file = await session.host.files.write(path, content, { force });
  if (session.flags.json) {
    session.host.out.write(
      toJson({ ...session.headWithoutPlan('induct.share/1'), file, entries: count, leftOut: left }),
    );
  }
  const notes = left === 1 ? '1 private note is' : `${left} private notes are`;
  session.tell([
    text(`The record is in ${file}`),
    ...(left === 0 ? [] : [text(`${notes} left out. With them: --private`)]),
    text('It holds everything recorded: send it only to whom you work with, and not by ordinary email.'),
    hints('On the other computer: induct merge FILE'),
  ]);
}
