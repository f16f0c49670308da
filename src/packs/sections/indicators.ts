import { BETTER, type Indicator, MEASURES } from '../../core/figures/indicator.ts';
import { actionId, id, source, text, withUrl, words, z } from './schema.ts';
import { type RawOf, repeated, section } from './section.ts';

const schema = () =>
  z.strictObject({
    indicators: z.array(
      z.strictObject({
        id,
        title: text,
        page_wording: text,
        unit: text,
        measure: z.enum(MEASURES),
        better: z.enum(BETTER),
        means: text,
        ask: words.min(1),
        action: actionId,
        published: z
          .strictObject({ file: id, value: text, base: text.optional(), where: z.record(text, text) })
          .optional(),
        source,
      }),
    ),
  });

/** The figures to follow, each with what it means and what to ask. */
export const indicators = section<RawOf<typeof schema>, Indicator[]>({
  schema,
  check: (raw) => repeated(raw.indicators, 'indicators'),
  build: (raw) =>
    raw.indicators.map(({ page_wording: pageWording, published, ...entry }) => ({
      ...entry,
      published: published === undefined ? null : { ...published, base: published.base ?? null },
      pageWording,
      source: withUrl(entry.source),
    })),
});
