import { type Block, heading, hints, items, spaced, text } from '../../formats/terminal/blocks.ts';
import { briefParts, sayTitle, speakerOf, TAKE_ALONG, TAKE_ALONG_OFFICER } from './text-parts.ts';
import type { BriefView } from './view.ts';

/** `induct brief` as words. */
export function briefText(view: BriefView): readonly Block[] {
  const speaker = speakerOf(view);
  const parts = briefParts(view, speaker, false);
  const { id } = view.about;
  return spaced(
    [text(sayTitle(view), { strong: true }), text(speaker.mine ? TAKE_ALONG : TAKE_ALONG_OFFICER)],
    parts.length === 0
      ? [text(`Nothing to take along yet. To ask something: induct questions ask "..." --to ${id}`)]
      : parts.flatMap((part) => [heading(part.heading), ...(part.lines.length === 0 ? [] : [items(part.lines)])]),
    [
      text('Not a record of decisions.'),
      hints(`Print, with room to write: induct brief ${id} --print`, `After: induct met ${id}`),
    ],
  );
}
