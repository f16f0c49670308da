import { type Command, type Input, isSet, textOption } from '../../commands.ts';
import { usage } from '../../core/problem.ts';
import { BLANK, hints, text } from '../../formats/terminal/blocks.ts';
import { isAccessible } from '../../session/screen.ts';
import type { Session } from '../../session/session.ts';
import { wordsToKeep } from '../../session/typed.ts';
import { type Choice, chooseNamed, chooseReady } from './choose.ts';
import { copyLetters, printLetter, recordSent, wasSent } from './send.ts';
import { type LetterInput, letterDocument, type Wanted } from './view.ts';

/** `induct letter`: the emails to paste, and what sending them records. */
export const letter: Command = {
  name: 'letter',
  group: 'People and papers',
  about: 'Show emails to paste: documents, dates, login, adviser, last-holder, chase, thanks',
  args: '[which] [who...]',
  options: [
    { flags: '--to <who>', about: 'to somebody else: a name, or "Jo Bloggs <jo@example.gov.uk>"' },
    { flags: '--sent', about: 'record that it was sent, without asking' },
    { flags: '--copy', about: 'also put it on the clipboard' },
    { flags: '--all', about: 'with chase: also what was asked for in the last 10 days' },
    { flags: '--keep', about: 'keep a name that looks as if it identified a child, because it does not' },
  ],
  examples: [
    'induct letter',
    'induct letter documents --copy',
    'induct letter dates --to "the cabinet office" --sent',
    'induct letter chase --all',
  ],
  run: async (session, input) => {
    const gathered = await gather(session);
    const wanted = await wantedOf(session, input);
    const [which] = input.args;
    const choice = which === undefined ? chooseReady(gathered, wanted) : chooseNamed(which, gathered, wanted);
    const sent = isSet(input, 'sent');
    if (session.flags.json) {
      if (isSet(input, 'copy') && choice.letters.length > 0) await copyLetters(session, choice.letters);
      if (sent) await recordSent(session, choice.letters);
      else
        await session.show(
          () => letterDocument(gathered.plan, choice.letters),
          () => [],
        );
      return;
    }
    if (choice.letters.length === 0) await sayInstead(session, choice);
    else await printAll(session, choice, { copy: isSet(input, 'copy'), sent });
    sayMore(session, gathered, which, choice);
  },
};

async function gather(session: Session): Promise<LetterInput> {
  const plan = await session.plan();
  return { plan, ...(await session.host.packs().load('letters', 'advisers')) };
}

async function wantedOf(session: Session, input: Input): Promise<Wanted> {
  const [which, ...who] = input.args;
  const to = textOption(input, 'to');
  const all = isSet(input, 'all');
  if (all && (which === undefined || !'chase'.startsWith(which.trim().toLowerCase()))) {
    throw usage('--all goes with chase only.', 'For example: induct letter chase --all');
  }
  const keep = isSet(input, 'keep');
  return {
    who: who.length === 0 ? null : await wordsToKeep(session, who.join(' '), keep),
    to: to === undefined ? null : await wordsToKeep(session, to, keep),
    all,
  };
}

/** Each in turn where a person can be asked about each; else all of them, and then what was said by flags. */
async function printAll(
  session: Session,
  { letters }: Choice,
  { copy, sent }: { readonly copy: boolean; readonly sent: boolean },
): Promise<void> {
  const inTurn = !sent && session.canAsk;
  for (const [index, one] of letters.entries()) {
    await printLetter(session, one, { number: index + 1, of: letters.length });
    if (!inTurn) continue;
    if (copy) await copyLetters(session, [one]);
    if (!one.records) continue;
    // Questions as numbered lines begin with an empty line of their own.
    if (!isAccessible(session.host, session.flags)) session.tell([BLANK]);
    if (await wasSent(session, one)) await recordSent(session, [one]);
  }
  if (copy && !inTurn) await copyLetters(session, letters);
  if (sent) await recordSent(session, letters);
}

async function sayInstead(session: Session, { instead: [first = '', ...more] }: Choice): Promise<void> {
  await session.show(
    () => null,
    () => [text(first), hints(...more)],
  );
}

/** What is not filled in, and which other emails there are. */
function sayMore(session: Session, { plan, letters }: LetterInput, which: string | undefined, choice: Choice): void {
  const others = letters.letters.filter((one) => !one.ready).map((one) => one.id);
  const unnamed = plan.induction.name === null && choice.letters.length > 0;
  session.tell([
    ...(unnamed ? [text('To have [name] filled in: induct profile name "Aisha Khan"')] : []),
    ...(which === undefined && others.length > 0 ? [text(`Other emails: induct letter ${others.join(', ')}`)] : []),
  ]);
}
