import type { Command } from '../../commands.ts';
import { actionDocument, voiceOf } from '../../core/documents.ts';
import { groupEvents, sayGroup } from '../../core/say-change.ts';
import { toJson } from '../../formats/json.ts';
import { text } from '../../formats/terminal/blocks.ts';
import { changedActions, sayWhose } from '../../session/receipt.ts';

const MOST_LINES = 6;

/** `induct undo`: takes back the last change that is not taken back yet. */
export const undo: Command = {
  name: 'undo',
  group: 'Every day',
  about: 'Take back the last thing recorded; again, the one before',
  first: true,
  examples: ['induct undo'],
  run: async (session) => {
    const { plan: before, store } = await session.gather();
    const { id, typing } = before.induction;
    const undone = store.undo(id, session.stamp(typing), session.today);
    const after = await session.plan();
    if (session.flags.json) {
      const notes = await session.notes(after);
      const touched = { before, after, drafts: undone?.events ?? [] };
      const changed = changedActions(touched).map((action) => actionDocument(action, notes, voiceOf(after)));
      session.host.out.write(toJson({ schema: 'induct.changed/1', today: after.today, changed, created: [] }));
      return;
    }
    if (undone === null) {
      session.tell([text('There is nothing to take back.')]);
      return;
    }
    const groups = groupEvents(undone.events.map((event) => ({ event }))).map((group) =>
      group.map(({ event }) => event),
    );
    const lines = groups.slice(0, MOST_LINES).map((group) => `Taken back: ${sayGroup(group, after)}`);
    const left = groups.slice(MOST_LINES).flat().length;
    const more = left > 0 ? [`and ${left} more`] : [];
    const whose = await sayWhose(session, after);
    const words = undone.events.some((event) => event.type === 'noted')
      ? ['The words stay in the record, marked as taken back.']
      : [];
    session.tell([...lines, ...more, ...words, ...(whose === null ? [] : [whose])].map((line) => text(line)));
  },
};
