import type { Input } from '../../commands.ts';
import { usage } from '../../core/problem.ts';
import type { Session } from '../../session/session.ts';

/** The folder that was typed, else asked for. @throws Problem (2) where nobody can be asked */
export async function folderOf(session: Session, input: Input, example: string): Promise<string> {
  const typed = input.args[0]?.trim();
  if (typed !== undefined && typed !== '') return typed;
  if (!session.canAsk) throw usage('The folder is missing.', `For example: ${example}`);
  const prompter = await session.prompter();
  return prompter.type({ message: "Which folder, for the council's own list?" }, (words) =>
    words.trim() === '' ? { ok: false, why: 'Type the name of a folder.' } : { ok: true, value: words.trim() },
  );
}
