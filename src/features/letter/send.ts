import { sayDayDateNear } from '../../core/dates/index.ts';
import { joinDecisions } from '../../core/decision.ts';
import type { Plan } from '../../core/plan/types.ts';
import { text } from '../../formats/terminal/blocks.ts';
import { visible } from '../../formats/terminal/safe.ts';
import { giveReceipt, sayActions } from '../../session/receipt.ts';
import type { Session } from '../../session/session.ts';
import type { Letter } from './compose.ts';
import { decideSent } from './decide.ts';
import { letterText, type Place, pasteable, sayPlace } from './text.ts';

/** On a terminal broken between words; anywhere else exactly as it is pasted, since a mail program breaks lines itself. */
export async function printLetter(session: Session, letter: Letter, place: Place): Promise<void> {
  const { out } = session.host;
  if (out.isTerminal && !session.flags.plain) {
    await session.show(
      () => null,
      () => letterText(letter, place),
    );
    return;
  }
  const head = place.of === 1 ? '' : `${place.number === 1 ? '' : '\n'}${sayPlace(place)}\n\n`;
  out.write(head + safely(pasteable(letter)));
}

/** Puts letters on the clipboard, and says so or says plainly that it could not. */
export async function copyLetters(session: Session, letters: readonly Letter[]): Promise<void> {
  const copied = await session.host.copy(letters.map((letter) => safely(pasteable(letter))).join('\n'));
  const what =
    letters.length === 1 ? `the email to ${letters[0]?.to}` : `${letters.length} emails, one below the other`;
  session.tell([
    text(
      copied
        ? `On the clipboard: ${what}. Paste it where you write emails.`
        : 'It could not be put on the clipboard: there is no program for that here. Copy it from the screen.',
    ),
  ]);
}

/** Asks whether a letter was sent. Enter is no, so that nothing is recorded by chance. */
export async function wasSent(session: Session, { actions }: Letter): Promise<boolean> {
  const [only] = actions;
  const which =
    actions.length === 1 ? `${only?.number} is` : actions.length === 2 ? 'both are' : `all ${actions.length} are`;
  const prompter = await session.prompter();
  return prompter.confirm({ message: `Sent? Then ${which} marked as asked for today.` }, false);
}

/** Records letters as sent: one change, one receipt. Reminders and thanks change nothing. */
export async function recordSent(session: Session, letters: readonly Letter[]): Promise<void> {
  const decide = (plan: Plan) => letters.map((letter) => ({ letter, decision: decideSent(plan, letter) }));
  const recorded = await session.record((plan) => joinDecisions(decide(plan).map(({ decision }) => decision)).drafts);
  const plan = recorded.before;
  const said = decide(plan).flatMap(({ letter, decision: { actions, same } }) => [
    ...(actions.length === 0
      ? []
      : [`Asked for, ${sayDayDateNear(plan.today, plan.today)}, of ${letter.to}: ${sayActions(actions, plan)}.`]),
    ...same,
  ]);
  const nothing = letters.every((letter) => !letter.records)
    ? ['Nothing was recorded: since when something was asked for stays as it is.']
    : [];
  await giveReceipt(session, recorded, [...said, ...nothing]);
}

function safely(letter: string): string {
  return letter.split('\n').map(visible).join('\n');
}
