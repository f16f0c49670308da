import type { Council } from '../../core/councils.ts';
import { civilDate, text, words, z } from './schema.ts';
import { type RawOf, section } from './section.ts';

const gss = z.string().regex(/^E\d{8}$/, 'must be an ONS code such as E08000035');
const schema = () =>
  z.strictObject({
    as_at: civilDate,
    count: z.number(),
    changes: z.array(z.strictObject({ council: gss, from: civilDate, what: text })).optional(),
    councils: z.array(
      z.strictObject({
        name: text,
        short: text,
        gss,
        former_gss: z.array(gss).optional(),
        formed_from: z.array(z.strictObject({ name: text, gss, dfe_code: text, until: civilDate })).optional(),
        type: z.enum(['county', 'unitary', 'metropolitan', 'london-borough', 'city-corporation', 'sui-generis']),
        region: text,
        dfe_code: text,
        ons_name: text,
        aliases: words.optional(),
      }),
    ),
  });

/** The councils responsible for children's services. */
export const councils = section<RawOf<typeof schema>, Council[]>({
  schema,
  check: (raw) =>
    raw.councils.length === raw.count
      ? []
      : [{ path: ['count'], message: `count says ${raw.count}, and there are ${raw.councils.length} councils` }],
  build: (raw) =>
    raw.councils.map((entry) => ({
      name: entry.name,
      short: entry.short,
      gss: entry.gss,
      formerGss: entry.former_gss ?? [],
      type: entry.type,
      region: entry.region,
      dfeCode: entry.dfe_code,
      onsName: entry.ons_name,
      aliases: entry.aliases ?? [],
      ...(entry.formed_from === undefined
        ? {}
        : { formedFrom: entry.formed_from.map(({ dfe_code: dfeCode, ...one }) => ({ ...one, dfeCode })) }),
    })),
});
