import type { Command } from '../../commands.ts';
import { actionDocument, voiceOf } from '../../core/documents.ts';
import type { JournalEvent } from '../../core/events.ts';
import { idsOfWhom } from '../../core/people.ts';
import type { Plan } from '../../core/plan/types.ts';
import { grouped } from '../../core/say-amount.ts';
import { groupEvents, sayGroup } from '../../core/say-change.ts';
import { isWordy } from '../../core/words-removed.ts';
import { toJson } from '../../formats/json.ts';
import { type Block, text } from '../../formats/terminal/blocks.ts';
import { changedActions, sayWhose } from '../../session/receipt.ts';

const MOST_LINES = 6;
/** As many characters of an event's id as tell it from all others. */
const SHORT_ID = 8;
const STILL = 'The words are still in the record; to remove them';
const ENDS = {
  start: 'There is nothing to take back.',
  redacted: 'Words were removed since, so nothing recorded before that can be taken back.',
  'brought-in': 'All of it was restored or imported, so nothing recorded before that can be taken back.',
} as const;

/** `induct undo`: takes back the last change that is not taken back yet. */
export const undo: Command = {
  name: 'undo',
  group: 'Every day',
  about: 'Take back the last thing recorded; again, the one before',
  first: true,
  examples: ['induct undo', 'induct undo --json'],
  run: async (session) => {
    const { plan: before, store } = await session.gather();
    const { id, typing } = before.induction;
    if (store.endOfUndo(id) === null) await session.beforeRecording(store);
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
      session.tell([text(ENDS[store.endOfUndo(id) ?? 'start'])]);
      return;
    }
    const groups = groupEvents(undone.events.map((event) => ({ event }))).map((group) =>
      group.map(({ event }) => event),
    );
    const lines = groups.slice(0, MOST_LINES).map((group) => `Taken back: ${sayGroup(group, after)}`);
    const left = groups.slice(MOST_LINES).flat().length;
    const more = left > 0 ? [`and ${grouped(left)} more`] : [];
    const whose = await sayWhose(session, after);
    const said = [...lines, ...more, ...(whose === null ? [] : [whose])].map((line) => text(line));
    session.tell([...said, ...sayWordsLeft(undone.events, after)]);
  },
};

/** Words that were taken back are still in the record: how to remove them. */
function sayWordsLeft(events: readonly JournalEvent[], plan: Plan): Block[] {
  const ids = idsOfWhom(plan);
  const commands = events
    .filter((event) => isWordy(event, () => ids))
    .slice(0, MOST_LINES)
    .map((event) => `induct redact ${event.id.slice(0, SHORT_ID)}`);
  if (commands.length === 0) return [];
  if (commands.length === 1) return [text(`${STILL}: ${commands[0]}`)];
  return [text(`${STILL}:`), ...commands.map((command) => text(command, { indent: 2 }))];
}
