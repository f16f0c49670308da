import { sayDate } from '../../core/dates/index.ts';
import { PAGES } from '../../core/pack.ts';
import { sayHead } from '../../core/say-head.ts';
import { type Block, items, spaced, text } from '../../formats/terminal/blocks.ts';
import type { AdviserView } from './view.ts';

export function adviserText(view: AdviserView): readonly Block[] {
  return spaced(sayTheirs(view), sayAll(view), sayListed(view), saySource(view), sayMore(view));
}

function sayTheirs({ plan, region, adviser, asListed }: AdviserView): Block[] {
  if (plan === null || region === null) return [];
  const head = text(`${sayHead(plan)}: the LGA adviser`);
  if (adviser === null) return [head, text(`Nobody is listed for ${region}.`, { indent: 2 })];
  const own = asListed === null ? ', as recorded in this plan' : '';
  return [
    head,
    text(adviser.name, { indent: 2, strong: true }),
    text(`LGA children's improvement adviser for ${andList(adviser.regions)}${own}`, { indent: 2 }),
  ];
}

function sayAll({ all, region }: AdviserView): Block[] {
  if (all === null) return [];
  const rows = all.map((entry) => ({
    label: entry.region,
    text: entry.adviser?.name ?? 'nobody listed',
    right: entry.region === region ? 'this plan' : '',
  }));
  return [text("The LGA's children's improvement advisers"), items(rows)];
}

/** How old the list is, and what to do before writing to anyone on it. */
function sayListed({ all, adviser, asListed, listed, listedOn, note, plan }: AdviserView): Block[] {
  if (asListed === null && all === null) {
    const other = listed === null ? 'nobody for the region' : listed.name;
    return [text(`The LGA's list, as read on ${sayDate(listedOn)}, has ${other}.`)];
  }
  if (adviser === null && plan !== null && all === null) return [];
  const rest = note === null ? '' : ` ${capital(note.replace(/^check before you write[:.,;]?\s*/i, ''))}`;
  return [text(`As listed ${sayDate(listedOn)}: check before you write.${rest}`.trimEnd())];
}

function saySource({ source }: AdviserView): Block[] {
  if (source === null) return [];
  const { page, section, url } = source;
  return [
    text(`Source: ${PAGES[page].title}`),
    text(`"${section}"`, { indent: 2 }),
    ...(url === null ? [] : [text(url, { indent: 2 })]),
  ];
}

function sayMore({ plan, all }: AdviserView): Block[] {
  if (plan === null) return [];
  const every = all === null ? [text('All nine regions: induct adviser --all')] : [];
  return [text('Somebody else now? induct adviser set "NAME"'), ...every];
}

function andList(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
