import { actionId, id, source, text, withUrl, words, z } from './schema.ts';
import { repeated, section } from './section.ts';

const schema = z.strictObject({
  indicators: z.array(
    z.strictObject({
      id,
      title: text,
      page_wording: text,
      unit: text,
      better: z.enum(['higher', 'lower', 'neither']),
      means: text,
      ask: words.min(1),
      action: actionId,
      source,
    }),
  ),
});

/** The figures to follow, each with what it means and what to ask. */
export const indicators = section({
  schema,
  check: (raw) => repeated(raw.indicators, 'indicators'),
  build: (raw) => raw.indicators.map((entry) => ({ ...entry, source: withUrl(entry.source) })),
});
