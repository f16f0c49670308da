import { type Command, textOption } from '../../commands.ts';
import { ASK_FIRST } from '../../core/ask-first.ts';
import { actionDocument, voiceOf } from '../../core/documents.ts';
import { idsOfWhom } from '../../core/people.ts';
import type { Plan } from '../../core/plan/types.ts';
import { usage } from '../../core/problem.ts';
import { toJson } from '../../formats/json.ts';
import { text } from '../../formats/terminal/blocks.ts';
import { confirmByWord } from '../../session/confirm-word.ts';
import { sayWhose } from '../../session/receipt.ts';
import type { Session } from '../../session/session.ts';
import { findWords, type Words } from './find.ts';
import { afterText, beforeText, choicesText, type Removal } from './text.ts';

const NOTHING: Removal = { events: [], backups: 0, pages: 0, untouched: [] };

/** `induct redact`: removes words for good, from the record and from induct's own backups. */
export const redact: Command = {
  name: 'redact',
  group: 'Looking after it',
  about: 'Remove the words of a note, visit, question, promise or contact for good',
  args: '[what]',
  options: [
    { flags: '--note <number>', about: 'which of several, by its number in the list' },
    { flags: '--confirm <word>', about: 'redact: where nobody can be asked' },
  ],
  examples: ['induct redact last', 'induct redact 3.2 --note 2'],
  run: async (session, input) => {
    const { plan, store } = await session.gather();
    const [what] = input.args;
    if (what === undefined) {
      throw usage('Say whose words are to be removed.', 'For example: induct redact last, or induct redact q1');
    }
    const events = store.events(plan.induction.id).map(({ event }) => event);
    const found = findWords(plan, [...events].reverse(), what);
    const words = await choose(session, what, found, textOption(input, 'note'));
    if (words === null) return say(session, plan, NOTHING);
    session.tell(textOption(input, 'confirm') === undefined && session.canAsk ? beforeText(words) : []);
    await confirmByWord(session, textOption(input, 'confirm'), {
      word: 'redact',
      refused: `This would remove: ${words.line}. ${ASK_FIRST}`,
      example: `Else: induct redact ${what} --confirm redact`,
    });
    const redaction = {
      induction: plan.induction.id,
      events: words.events.map(({ id }) => id),
      on: plan.today,
      ids: idsOfWhom(plan),
    };
    await say(session, plan, await store.redact(redaction, session.stamp(plan.induction.typing)));
  },
};

/** The one that is meant; null where nothing holds words. @throws Problem (2) where several do and none is named */
async function choose(
  session: Session,
  what: string,
  found: readonly Words[],
  note: string | undefined,
): Promise<Words | null> {
  const [only] = found;
  if (only === undefined) return null;
  if (note !== undefined) {
    const one = found[Number(note) - 1];
    if (one !== undefined) return one;
    throw usage(`--note: there is no ${note}. ${list(found)}`, `For example: induct redact ${what} --note 1`);
  }
  if (found.length === 1) return only;
  if (!session.canAsk) {
    throw usage(
      `There are ${found.length}, so say which. ${list(found)}`,
      `For example: induct redact ${what} --note 1`,
    );
  }
  session.tell([choicesText(found)]);
  const prompter = await session.prompter();
  const id = await prompter.choose(
    { message: 'Whose words are to be removed?' },
    found.map(({ line }, index) => ({ id: String(index + 1), label: line })),
  );
  return found[Number(id) - 1] ?? null;
}

function list(found: readonly Words[]): string {
  return ['They are:', ...found.map(({ line }, index) => `  ${index + 1} ${line}`)].join('\n');
}

async function say(session: Session, before: Plan, removal: Removal): Promise<void> {
  const after = await session.plan();
  if (session.flags.json) {
    const notes = await session.notes(after);
    const subjects = new Set(removal.events.map(({ subject }) => subject));
    const changed = after.actions.filter((action) => subjects.has(action.id));
    const documents = changed.map((action) => actionDocument(action, notes, voiceOf(after)));
    session.host.out.write(toJson({ schema: 'induct.changed/1', today: after.today, changed: documents, created: [] }));
    return;
  }
  if (removal.events.length === 0) return session.tell([text('There are no words to remove.')]);
  session.tell(afterText(after, removal, await sayWhose(session, before)));
}
