import { readEvery } from '../../core/meetings/every.ts';
import { id, source, text, withUrl, z } from './schema.ts';
import { repeated, section } from './section.ts';

const every = text.refine(isRhythm, 'must say how often, such as "2 weeks" or "month"');
const schema = () =>
  z.strictObject({
    habits: z.array(z.strictObject({ id, title: text, every, until_agreed_with: text.nullable(), text, source })),
  });

function isRhythm(typed: string): boolean {
  try {
    return readEvery(typed).count > 0;
  } catch {
    return false;
  }
}

/** What to keep doing: off until switched on. */
export const habits = section({
  schema,
  check: (raw) => repeated(raw.habits, 'habits'),
  build: (raw) => raw.habits.map((entry) => ({ ...entry, source: withUrl(entry.source) })),
});
