import type { PackOccasion } from '../../core/pack.ts';
import { actionId, id, text, workingDays, z } from './schema.ts';
import { type RawOf, repeated, section } from './section.ts';
import { HOWS } from './steps.ts';

const schema = () =>
  z.strictObject({
    occasions: z.array(
      z.strictObject({
        id,
        title: text,
        one: text.optional(),
        chase: text.optional(),
        short: text.optional(),
        how: z.enum(HOWS),
        verb: z.enum(['do', 'ask']),
        doer: z.enum(['holder', 'officer']).optional(),
        covers: z.array(z.union([actionId, id])).min(1),
        within: workingDays.optional(),
        hint: text.optional(),
      }),
    ),
  });

/** The occasions as written: a step's id in `covers` is opened up when the sections are loaded together. */
export const occasions = section<RawOf<typeof schema>, PackOccasion[]>({
  schema,
  check: (raw) => [
    ...repeated(raw.occasions, 'occasions'),
    ...raw.occasions.flatMap((entry, index) =>
      entry.verb === 'ask' && entry.within === undefined
        ? [
            {
              path: ['occasions', index],
              message: `${entry.id} asks for something and needs "within": when to send it`,
            },
          ]
        : [],
    ),
  ],
  build: (raw) =>
    raw.occasions.map((entry) => ({
      id: entry.id,
      title: entry.title,
      one: entry.one ?? null,
      chase: entry.chase ?? null,
      short: entry.short ?? null,
      how: entry.how,
      verb: entry.verb,
      doer: entry.doer ?? 'holder',
      covers: entry.covers,
      within: entry.within ?? null,
      hint: entry.hint ?? null,
    })),
});
