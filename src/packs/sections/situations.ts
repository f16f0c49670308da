import type { Situation } from '../../core/pack-advice.ts';
import { plainText } from '../../core/plain-words.ts';
import { id, source, text, withUrl, words, z } from './schema.ts';
import { type Mistake, type RawOf, repeated, section } from './section.ts';

const lines = words.min(1, 'must not be empty');

const schema = () =>
  z.strictObject({
    situations: z.array(
      z.strictObject({
        id,
        title: text,
        for_whom: text,
        ask: lines,
        do_not: lines,
        next: lines,
        later: text.regex(/^[^{}]*$/, 'must hold no braces, since it is kept as it stands'),
        check_locally: text,
        aliases: words,
        source,
      }),
    ),
  });

type Raw = RawOf<typeof schema>;

/** The calm pages for hard days. */
export const situations = section<Raw, Situation[]>({
  schema,
  check: (raw) => [...repeated(raw.situations, 'situations'), ...sharedWords(raw)],
  build: (raw) =>
    raw.situations.map((entry) => ({
      id: entry.id,
      title: entry.title,
      forWhom: entry.for_whom,
      ask: entry.ask,
      doNot: entry.do_not,
      next: entry.next,
      later: entry.later,
      checkLocally: entry.check_locally,
      aliases: entry.aliases,
      source: withUrl(entry.source),
    })),
});

/** A word that finds two pages finds neither. */
function sharedWords(raw: Raw): Mistake[] {
  const seen = new Map(raw.situations.map((entry) => [plainText(entry.id), entry.id]));
  return raw.situations.flatMap((entry, index) =>
    entry.aliases.flatMap((alias, place) => {
      const word = plainText(alias);
      const other = seen.get(word);
      if (other === undefined) seen.set(word, entry.id);
      if (other === undefined) return [];
      return [{ path: ['situations', index, 'aliases', place], message: `"${alias}" finds ${other} already` }];
    }),
  );
}
