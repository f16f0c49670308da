import type { CivilDate } from '../../core/dates/index.ts';
import type { Link } from '../../core/pack-advice.ts';

/** The pages worth opening, in the order of the list. */
export type LinksView = { readonly today: CivilDate; readonly links: readonly Link[] };

export function linksDocument({ today, links }: LinksView) {
  return {
    schema: 'induct.links/1',
    today,
    links: links.map(({ id, title, text, url, source }) => ({ id, title, text, url, source })),
  };
}
