import { usage } from '../core/problem.ts';
import { shown } from '../core/shown.ts';
import type { Session } from './session.ts';

/** The word to type, and what is said where nobody can be asked: what would happen, and the command with --confirm. */
export type ConfirmWord = { readonly word: string; readonly refused: string; readonly example: string };

/**
 * What cannot be taken back is confirmed by typing its own word, or by --confirm with that word; never by --yes.
 * @param given what --confirm holds
 * @throws Problem (2) for another word, for none where nobody can be asked, and when it is not to be done
 */
export async function confirmByWord(session: Session, given: string | undefined, asked: ConfirmWord): Promise<void> {
  const { word } = asked;
  if (given !== undefined) {
    if (given.trim().toLowerCase() === word) return;
    throw usage(`--confirm: "${shown(given)}" is not the word ${word}. Nothing was removed.`, asked.example);
  }
  if (!session.canAsk) throw usage(asked.refused, asked.example);
  const prompter = await session.prompter();
  const message = `Type ${word} to remove it; Enter to leave everything as it is`;
  const typed = await prompter.type({ message }, (line) => ({ ok: true, value: line }), '');
  if (typed.trim().toLowerCase() !== word) throw usage('Nothing was removed.');
}
