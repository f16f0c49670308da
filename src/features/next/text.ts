import { sayHead } from '../../core/say-head.ts';
import { OUR_DATES, sayOccasion } from '../../core/say-occasion.ts';
import { type Block, hints, items, spaced, text } from '../../formats/terminal/blocks.ts';
import type { NextView } from './view.ts';

export function nextText({ plan, next }: NextView): readonly Block[] {
  if (next.length === 0)
    return [text('Nothing is outstanding now. All of it, also what was done: induct status --all')];
  return spaced(
    [text(`${sayHead(plan)}: what comes next`)],
    [items(next.map((occasion) => sayOccasion(occasion, plan)))],
    [hints(OUR_DATES, `More about one: induct show ${next[0]?.number ?? next[0]?.id}`)],
  );
}
