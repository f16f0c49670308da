import { ASK_FIRST } from '../../core/ask-first.ts';
import type { JournalEvent } from '../../core/events.ts';
import type { Plan } from '../../core/plan/types.ts';
import { sayEvent } from '../../core/say-event.ts';
import { type Block, items, text } from '../../formats/terminal/blocks.ts';
import type { Words } from './find.ts';

/** What is about to go, and what that means. */
export function beforeText(words: Words): readonly Block[] {
  return [
    text(`To be removed: ${words.line}`),
    text("The words will be gone from this computer's record and its backups."),
    text(ASK_FIRST),
  ];
}

/** Several to choose from, by number. */
export function choicesText(several: readonly Words[]): Block {
  return items(several.map(({ line }, index) => ({ label: String(index + 1), text: line })));
}

/** What was removed, from how many copies, and where the words may still be. */
export type Removal = {
  readonly events: readonly JournalEvent[];
  readonly backups: number;
  readonly pages: number;
  readonly untouched: readonly string[];
};

export function afterText(plan: Plan, { events, backups, pages, untouched }: Removal, whose: string | null): Block[] {
  const copies = backups === 1 ? '1 backup' : `${backups} backups`;
  const printed = pages === 1 ? '1 page made for printing was' : `${pages} pages made for printing were`;
  return [
    ...events.map((event) => text(`Words removed: ${sayEvent(event, plan)}`)),
    ...(whose === null ? [] : [text(whose)]),
    text(backups === 0 ? 'No backup held them.' : `They are gone from ${copies} too.`),
    ...(pages === 0 ? [] : [text(`${printed} removed: make them again.`)]),
    ...(untouched.length === 0
      ? []
      : [
          text('These copies could not be changed, and may still hold the words:'),
          ...untouched.map((path) => text(path, { indent: 2 })),
        ]),
    text('What was sent, printed or exported still holds them, and so may the history of this window.'),
    text('What was recorded before this can no longer be taken back.'),
  ];
}
