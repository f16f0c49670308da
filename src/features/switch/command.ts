import type { Command } from '../../commands.ts';
import { usage } from '../../core/problem.ts';
import { toJson } from '../../formats/json.ts';
import { text } from '../../formats/terminal/blocks.ts';
import { findHolder } from '../../session/holder.ts';
import { noPlan, type Session } from '../../session/session.ts';
import { type Holder, sayChoices, sayWho, switchText } from './text.ts';

/** `induct switch`: makes another holder the one that commands are about. */
export const switchHolder: Command = {
  name: 'switch',
  group: 'Looking after it',
  about: 'Work on another holder from now on',
  args: '[holder...]',
  examples: ['induct switch Khan', 'induct switch 2'],
  run: async (session, input) => {
    const store = await session.store();
    const holders = store.inductions();
    if (holders.length === 0) throw noPlan();
    const typed = input.args.length > 0 ? input.args.join(' ') : session.flags.holder;
    const id =
      typed === undefined || typed.trim() === ''
        ? await choose(session, holders, store.current())
        : findHolder(store, typed);
    const same = id === store.current();
    if (id !== null && !same) store.switchTo(id);
    say(session, holders.find((holder) => holder.id === id) as Holder, same);
  },
};

function say(session: Session, holder: Holder, same: boolean): void {
  if (session.flags.json) {
    const document = { schema: 'induct.changed/1', today: session.today, changed: [], created: [] };
    session.host.out.write(toJson(document));
    return;
  }
  session.tell(switchText(holder, same, session.host.env.INDUCT_HOLDER).map((line) => text(line)));
}

async function choose(session: Session, holders: readonly Holder[], current: string | null): Promise<string> {
  if (!session.canAsk)
    throw usage(`Say which holder: ${sayChoices(holders)}.`, `For example: induct switch ${holders.at(-1)?.position}`);
  const [only] = holders;
  if (holders.length === 1 && only !== undefined) return only.id;
  const choices = holders.map((holder) => ({
    id: holder.id,
    label: `${holder.position}  ${sayWho(holder)}${holder.id === current ? ', current' : ''}`,
  }));
  const prompter = await session.prompter();
  return prompter.choose({ message: 'Whose plan?' }, choices, current ?? choices[0]?.id);
}
