import type { Command } from '../../commands.ts';
import { nearestOf } from '../../core/nearest.ts';
import { usage } from '../../core/problem.ts';
import { shown } from '../../core/shown.ts';
import { toJson } from '../../formats/json.ts';
import type { Session } from '../../session/session.ts';
import { SCRIPTS, SHELLS, type Shell } from './scripts.ts';

/** `induct completion`: what a shell loads so that the Tab key finishes commands, flags and names. */
export const completion: Command = {
  name: 'completion',
  group: 'Looking after it',
  about: 'Print what a shell needs so that the Tab key completes: bash, zsh, fish, powershell',
  args: '[shell]',
  examples: ['induct completion bash', 'induct completion powershell'],
  run: async (session, input) => {
    const shell = await shellOf(session, input.args[0]);
    const script = SCRIPTS[shell];
    const document = { schema: 'induct.completion/1', today: session.today, shell, script };
    // Printed as it is: a shell reads it, and no width is right for it.
    session.host.out.write(session.flags.json ? toJson(document) : script);
  },
};

async function shellOf(session: Session, typed: string | undefined): Promise<Shell> {
  if (typed === undefined) {
    if (!session.canAsk) throw usage('The shell is missing.', 'For example: induct completion bash');
    const prompter = await session.prompter();
    const choices = SHELLS.map((shell) => ({ id: shell, label: shell }));
    return (await prompter.choose({ message: 'Which shell?' }, choices, 'powershell')) as Shell;
  }
  const wanted = typed.toLowerCase() === 'pwsh' ? 'powershell' : typed.toLowerCase();
  const found = SHELLS.find((shell) => shell === wanted);
  if (found !== undefined) return found;
  const near = nearestOf(typed, SHELLS);
  throw usage(
    `There is no completion for "${shown(typed)}".`,
    near === null ? `There is for: ${SHELLS.join(', ')}` : `Did you mean ${near}?`,
  );
}
