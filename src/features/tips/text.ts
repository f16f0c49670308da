import { PAGES } from '../../core/pack.ts';
import { type Block, spaced, text } from '../../formats/terminal/blocks.ts';
import type { TipsView } from './view.ts';

/** The tips, each with its number. One alone says under which heading of the page it stands. */
export function tipsText({ tips, one }: TipsView): readonly Block[] {
  const told = tips.map(({ number, tip }) => [
    text(`${number}. ${tip.title}`, { strong: true }),
    text(tip.text, { indent: 2 }),
  ]);
  const [first] = tips;
  if (first === undefined) return [text('There are no tips in this list.')];
  if (!one) return spaced([text('Tips for portfolio holders, from people who have held the role')], ...told, sayPage());
  const { page, section, url } = first.tip.source;
  return spaced(...told, [
    text(`Source: ${PAGES[page].title}`),
    text(`"${section}"`, { indent: 2 }),
    ...(url === null ? [] : [text(url, { indent: 2 })]),
  ]);
}

function sayPage(): Block[] {
  const { title, url } = PAGES['top-tips'];
  return [
    text(`In our own words. They rest on: ${title}`),
    text(url),
    text('One alone, with its source: induct tips 1'),
  ];
}
