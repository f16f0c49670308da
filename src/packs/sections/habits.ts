import { id, source, text, withUrl, z } from './schema.ts';
import { repeated, section } from './section.ts';

const schema = z.strictObject({
  habits: z.array(z.strictObject({ id, title: text, every: text, until_agreed_with: text.nullable(), text, source })),
});

/** What to keep doing: off until agreed with the person named. */
export const habits = section({
  schema,
  check: (raw) => repeated(raw.habits, 'habits'),
  build: (raw) => raw.habits.map((entry) => ({ ...entry, source: withUrl(entry.source) })),
});
