import type { Command } from '../../commands.ts';
import { actionDocument, voiceOf } from '../../core/documents.ts';
import { sayEvent } from '../../core/say-event.ts';
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
    const lines = undone.events.slice(0, MOST_LINES).map((event) => `Taken back: ${sayEvent(event, after)}`);
    const more = undone.events.length > MOST_LINES ? [`and ${undone.events.length - MOST_LINES} more of the same`] : [];
    const whose = await sayWhose(session, after);
    const words = undone.events.some((event) => event.type === 'noted')
      ? ['The words stay in the record, marked as taken back.']
      : [];
    session.tell([...lines, ...more, ...words, ...(whose === null ? [] : [whose])].map((line) => text(line)));
  },
};
