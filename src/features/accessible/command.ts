import type { Command } from '../../commands.ts';
import { usage } from '../../core/problem.ts';
import { shown } from '../../core/shown.ts';
import { toJson } from '../../formats/json.ts';
import { text } from '../../formats/terminal/blocks.ts';
import { isAccessible } from '../../session/screen.ts';
import type { Session } from '../../session/session.ts';
import { sayKept, stateText } from './text.ts';

/** `induct accessible`: keeps on this computer what --accessible does once. */
export const accessible: Command = {
  name: 'accessible',
  group: 'Looking after it',
  about: 'Ask in numbered lines and redraw nothing, for screen readers: on or off for good',
  args: '[on|off]',
  examples: ['induct accessible on', 'induct accessible off', 'induct accessible'],
  run: async (session, input) => {
    const { settings } = session.host;
    const [word] = input.args;
    const before = settings.accessible();
    if (word === undefined) return showState(session, before);
    if (word !== 'on' && word !== 'off') {
      throw usage(`It can be on or off, and not "${shown(word)}".`, 'For example: induct accessible on');
    }
    const on = word === 'on';
    if (on !== before) await settings.keepAccessible(on);
    say(session, sayKept(on, on === before, stillOn(session)));
  },
};

function showState(session: Session, kept: boolean): Promise<void> {
  const now = isAccessible(session.host, session.flags);
  return session.show(
    () => ({ ...session.headWithoutPlan('induct.accessible/1'), accessible: now, kept }),
    () => stateText(now, kept),
  );
}

/** Whether this terminal or its variable says accessible, whatever is kept. */
function stillOn({ host }: Session): boolean {
  const wished = host.env.INDUCT_ACCESSIBLE;
  return host.env.TERM === 'dumb' || Boolean(wished && wished !== '0');
}

function say(session: Session, lines: readonly string[]): void {
  session.tell(lines.map((line) => text(line)));
  if (!session.flags.json) return;
  const document = { ...session.headWithoutPlan('induct.changed/1'), changed: [], created: [] };
  session.host.out.write(toJson(document));
}
