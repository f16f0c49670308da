import type { Term } from '../../core/pack-advice.ts';
import { id, source, text, withUrl, words, z } from './schema.ts';
import { type RawOf, repeated, section } from './section.ts';

const schema = () =>
  z.strictObject({
    terms: z.array(z.strictObject({ id, term: text, short: text.nullable(), meaning: text, also: words, source })),
  });

/** The terms a new lead member meets. */
export const glossary = section<RawOf<typeof schema>, Term[]>({
  schema,
  check: (raw) => repeated(raw.terms, 'terms'),
  build: (raw) => raw.terms.map((entry) => ({ ...entry, source: withUrl(entry.source) })),
});
