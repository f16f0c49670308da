import type { Link } from '../../core/pack-advice.ts';
import { id, source, text, url, withUrl, z } from './schema.ts';
import { type RawOf, repeated, section } from './section.ts';

const schema = () =>
  z.strictObject({
    links: z.array(z.strictObject({ id, title: text, text, url, checked: z.enum(['yes', 'no']), source })),
  });

/** The pages worth opening. */
export const links = section<RawOf<typeof schema>, Link[]>({
  schema,
  check: (raw) => repeated(raw.links, 'links'),
  build: (raw) => raw.links.map(({ checked: _, ...entry }) => ({ ...entry, source: withUrl(entry.source) })),
});
