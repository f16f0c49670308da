import type { CalendarInput } from '../../core/dates/index.ts';
import { civilDate, text, url, z } from './schema.ts';
import { section } from './section.ts';

const schema = z.strictObject({
  as_at: civilDate,
  source: z.strictObject({ name: text, url }),
  years: z.array(z.number().int()),
  holidays: z.array(z.strictObject({ date: civilDate, name: text, note: text.optional() })),
});

/** The bank holidays of England and Wales; years that are not listed follow the rule. */
export const bankHolidays = section<z.infer<typeof schema>, CalendarInput>({
  schema,
  build: (raw) => ({
    years: raw.years,
    holidays: raw.holidays.map(({ note, ...entry }) => (note === undefined ? entry : { ...entry, note })),
  }),
});
