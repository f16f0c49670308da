import { PAGES } from '../../core/pack.ts';
import type { Voice } from '../../core/voice.ts';
import { type Block, heading, spaced, text } from '../../formats/terminal/blocks.ts';
import type { NumberedTip, TipsView } from './view.ts';

/** The tips, each with its number, those that fit what is next first. One alone says under which heading it stands. */
export function tipsText(view: TipsView, voice: Voice): readonly Block[] {
  const { tips, fitting, one, now } = view;
  const [first] = tips;
  if (now && first === undefined) return [text('No tip fits what is next. All of them: induct tips')];
  if (first === undefined) return [text('There are no tips in this list.')];
  if (one) return spaced(...tips.map(told), saySource(first));
  const fits = fitting.length === 0 ? [] : headed(`FOR WHAT IS NEXT${asSaidTo(voice)}`, fitting);
  if (now) return spaced(...fits, [text('All tips: induct tips')]);
  const others = tips.filter((tip) => !fitting.includes(tip));
  return spaced(
    [text('Tips for portfolio holders, from people who have held the role')],
    ...fits,
    ...(fits.length === 0 ? others.map(told) : headed('THE OTHERS', others)),
    sayPage(),
  );
}

function told({ number, tip }: NumberedTip): Block[] {
  return [text(`${number}. ${tip.title}`, { strong: true }), text(tip.text, { indent: 2 })];
}

/** The heading stands on the first of them. */
function headed(title: string, tips: readonly NumberedTip[]): Block[][] {
  return tips.map((tip, index) => [...(index === 0 ? [heading(title)] : []), ...told(tip)]);
}

/** The tips speak to the holder; to an officer they are shown as said to them. */
function asSaidTo(voice: Voice): string {
  return voice.officer ? `, AS SAID TO ${voice.you.toUpperCase()}` : '';
}

function saySource({ tip }: NumberedTip): Block[] {
  const { page, section, url } = tip.source;
  return [
    text(`Source: ${PAGES[page].title}`),
    text(`"${section}"`, { indent: 2 }),
    ...(url === null ? [] : [text(url, { indent: 2 })]),
  ];
}

function sayPage(): Block[] {
  const { title, url } = PAGES['top-tips'];
  return [
    text(`In our own words. They rest on: ${title}`),
    text(url),
    text('One alone, with its source: induct tips 1'),
  ];
}
