import type { Tip } from '../../core/pack-advice.ts';
import { id, source, text, withUrl, z } from './schema.ts';
import { type RawOf, repeated, section } from './section.ts';

const schema = () =>
  z.strictObject({
    tips: z.array(z.strictObject({ id, title: text, text, fits: z.array(id), source })),
  });

/** The portfolio holders' top tips and further advice. */
export const tips = section<RawOf<typeof schema>, Tip[]>({
  schema,
  check: (raw) => repeated(raw.tips, 'tips'),
  build: (raw) => raw.tips.map((entry) => ({ ...entry, source: withUrl(entry.source) })),
});
