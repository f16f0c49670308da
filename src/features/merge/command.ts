import { type Command, type Input, isSet, textOption } from '../../commands.ts';
import { nameOf } from '../../core/file-name.ts';
import type { Joined } from '../../core/merge/join.ts';
import { usage } from '../../core/problem.ts';
import { readExport, type TransferRecord } from '../../core/transfer/document.ts';
import { decodeText } from '../../formats/csv/decode.ts';
import { toJson } from '../../formats/json.ts';
import { showNotice } from '../../session/notice.ts';
import { giveReceipt } from '../../session/receipt.ts';
import type { Session } from '../../session/session.ts';
import type { Store } from '../../store/store.ts';
import { sayMerged } from './text.ts';

type Typing = 'holder' | 'officer';
const WANTED = { what: 'what induct share writes', how: 'Made by: induct share shared.json' } as const;

/** `induct merge`: joins the record of another computer to the one here. */
export const merge: Command = {
  name: 'merge',
  group: 'Looking after it',
  about: 'Join the record of another computer to the one here',
  args: '[file]',
  options: [
    { flags: '--typing <who>', about: 'who types on this computer: holder or officer (asked the first time)' },
    { flags: '--new', about: 'as another portfolio holder, beside those kept here' },
  ],
  examples: ['induct merge shared.json --new', 'induct merge shared.json --new --typing holder'],
  run: async (session, input) => {
    const [path] = input.args;
    if (path === undefined) throw usage('Say which file to merge.', 'For example: induct merge record.json');
    const bytes = await session.host.files.read(path);
    const record = readExport(decodeText(bytes, nameOf(path), WANTED), nameOf(path));
    if (!record.started) throw usage('The first questions in it are not all answered yet. Nothing was merged.');
    const store = await session.host.openStore({ create: true });
    if (store === null) throw new Error('the record was not made');
    if (record.digest !== (await store.digestOf(record.id, record.events))) {
      throw usage(`${nameOf(path)} was changed or cut off on its way. Nothing was merged.`, 'Ask for it once more.');
    }
    const isKnown = store.inductions().some(({ id }) => id === record.id);
    if (!isKnown && store.count() > 0 && !isSet(input, 'new')) {
      throw usage(
        'This is the record of a holder who is not kept here.',
        `To keep them too: induct merge ${path} --new`,
      );
    }
    const typing = await typingHere(session, input, store, record);
    if (isKnown) await intoKnown(session, store, record, typing);
    else await asNew(session, store, record, typing);
  },
};

async function intoKnown(session: Session, store: Store, record: TransferRecord, typing: Typing): Promise<void> {
  const { plan: before } = await session.planFor(store, record.id);
  const joined = await store.merge(record, typing);
  const { plan: after } = await session.planFor(store, record.id);
  const drafts = joined.fresh;
  if (session.flags.json) await giveReceipt(session, { before, after, drafts }, []);
  session.tell(sayMerged(after, joined));
}

async function asNew(session: Session, store: Store, record: TransferRecord, typing: Typing): Promise<void> {
  showNotice(session, store);
  const joined: Joined = await store.merge(record, typing, true);
  const { plan } = await session.planFor(store, record.id);
  if (session.flags.json) {
    const created = [{ type: 'induction', id: record.id }];
    session.host.out.write(toJson({ schema: 'induct.changed/1', today: plan.today, changed: [], created }));
  }
  session.tell(sayMerged(plan, joined));
}

/** As said; else as it was here; else asked, or the other of the two than where the record comes from. */
async function typingHere(session: Session, input: Input, store: Store, record: TransferRecord): Promise<Typing> {
  const said = textOption(input, 'typing')?.toLowerCase();
  if (said === 'holder' || said === 'officer') return said;
  if (said !== undefined) throw usage('--typing is holder or officer.');
  const here = store.inductions().some(({ id }) => id === record.id)
    ? store.snapshot(record.id).progress.answer.get('typing')?.answer
    : undefined;
  if (here === 'holder' || here === 'officer') return here;
  const there = record.events.flatMap(({ type, subject, body }) =>
    type === 'answered' && subject === 'typing' && 'answer' in body ? [body.answer] : [],
  );
  const other: Typing = there.at(-1) === 'officer' ? 'holder' : 'officer';
  if (!session.canAsk) return other;
  const prompter = await session.prompter();
  const choices = [
    { id: 'holder', label: 'the portfolio holder' },
    { id: 'officer', label: 'an officer' },
  ];
  return (await prompter.choose({ message: 'Who types on this computer?' }, choices, other)) as Typing;
}
