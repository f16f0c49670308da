import type { BankHoliday, CalendarInput } from '../../core/dates/index.ts';
import { civilDate, text, url, z } from './schema.ts';
import { type RawOf, section } from './section.ts';

const day = () => z.strictObject({ date: civilDate, name: text, note: text.optional() });

const schema = () =>
  z.strictObject({
    as_at: civilDate,
    source: z.strictObject({ name: text, url }),
    years: z.array(z.number().int()),
    holidays: z.array(day()),
    closing_days: z.array(day()).optional(),
  });

/** The bank holidays of England and Wales; years that are not listed follow the rule. Closing days are a council's own. */
export const bankHolidays = section<RawOf<typeof schema>, CalendarInput>({
  schema,
  build: (raw) => ({
    years: raw.years,
    holidays: raw.holidays.map(withoutGap),
    ...(raw.closing_days === undefined ? {} : { extra: raw.closing_days.map(withoutGap) }),
  }),
});

function withoutGap({ note, ...entry }: RawOf<typeof day>): BankHoliday {
  return note === undefined ? entry : { ...entry, note };
}
