import { type Block, spaced, text } from '../../formats/terminal/blocks.ts';
import type { LinksView } from './view.ts';

/** Each page by its title, what it is for, and its address, which is never broken. */
export function linksText({ links }: LinksView): readonly Block[] {
  if (links.length === 0) return [text('There are no pages in this list.')];
  return spaced(
    [text('Pages worth opening. This program opens none of them itself.')],
    ...links.map((link) => [
      text(link.title, { strong: true }),
      text(link.text, { indent: 2 }),
      text(link.url, { indent: 2 }),
    ]),
  );
}
