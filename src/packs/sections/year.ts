import type { YearEntry } from '../../core/pack-advice.ts';
import { id, source, text, withUrl, z } from './schema.ts';
import { type Mistake, type RawOf, repeated, section } from './section.ts';

const MONTH = 'must be a month, 1 to 12';
const month = z.number().int(MONTH).min(1, MONTH).max(12, MONTH);

const schema = () =>
  z.strictObject({
    year: z.array(
      z.strictObject({
        id,
        months: z.array(month).min(1, 'must not be empty'),
        title: text.max(45, 'must be 45 characters or less'),
        text: text.max(75, 'must be 75 characters or less'),
        ask: text.max(70, 'must be 70 characters or less'),
        source,
      }),
    ),
  });

type Raw = RawOf<typeof schema>;

/** What a year usually brings. */
export const year = section<Raw, YearEntry[]>({
  schema,
  check: (raw) => [...repeated(raw.year, 'year'), ...gaps(raw)],
  build: (raw) => raw.year.map((entry) => ({ ...entry, source: withUrl(entry.source) })),
});

/** The months of an entry follow each other, December before January. */
function gaps(raw: Raw): Mistake[] {
  return raw.year.flatMap((entry, index) =>
    entry.months.flatMap((number, place) => {
      const before = entry.months[place - 1];
      if (before === undefined || number === (before % 12) + 1) return [];
      return [{ path: ['year', index, 'months', place], message: `month ${number} does not follow month ${before}` }];
    }),
  );
}
