import { regions as REGIONS } from '../../core/councils.ts';
import type { Advisers } from '../../core/pack-advice.ts';
import { civilDate, source, text, withUrl, words, z } from './schema.ts';
import { type RawOf, section } from './section.ts';

const schema = () =>
  z.strictObject({
    as_listed: civilDate,
    note: text.optional(),
    advisers: z.array(z.strictObject({ name: text, regions: words.min(1), page_wording: text.optional(), source })),
  });

/** The LGA's advisers by region, with the day the list was read. */
export const advisers = section<RawOf<typeof schema>, Advisers>({
  schema,
  check: (raw) =>
    raw.advisers.flatMap((entry, index) =>
      entry.regions.flatMap((region, place) =>
        REGIONS.includes(region)
          ? []
          : [
              {
                path: ['advisers', index, 'regions', place],
                message: `"${region}" is not one of the nine regions: ${REGIONS.join(', ')}`,
              },
            ],
      ),
    ),
  build: (raw) => ({
    asListed: raw.as_listed,
    note: raw.note ?? null,
    advisers: raw.advisers.map((entry) => ({
      name: entry.name,
      regions: entry.regions,
      source: withUrl(entry.source),
    })),
  }),
});
