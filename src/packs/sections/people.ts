import type { Contact } from '../../core/events.ts';
import type { PackPerson } from '../../core/pack.ts';
import { actionId, id, text, words, z } from './schema.ts';
import { type RawOf, repeated, section } from './section.ts';

const schema = () =>
  z.strictObject({
    people: z.array(
      z.strictObject({
        id,
        title: text,
        action: actionId.optional(),
        covers: z.array(actionId).optional(),
        later: z.array(actionId).optional(),
        points: z.record(actionId, text).optional(),
        aliases: words.optional(),
        office: text.optional(),
        lastly: text.optional(),
        contact: z
          .strictObject({
            name: text.optional(),
            post: text.optional(),
            email: text.optional(),
            phone: text.optional(),
            pa: text.optional(),
          })
          .optional(),
      }),
    ),
  });

/** The people and groups to meet: what to talk through with each, and who keeps their diary. */
export const people = section<RawOf<typeof schema>, PackPerson[]>({
  schema,
  check: (raw) => repeated(raw.people, 'people'),
  build: (raw) =>
    raw.people.map((entry) => ({
      id: entry.id,
      title: entry.title,
      action: entry.action ?? null,
      covers: entry.covers ?? (entry.action === undefined ? [] : [entry.action]),
      later: entry.later ?? [],
      points: entry.points ?? {},
      aliases: entry.aliases ?? [],
      office: entry.office ?? null,
      lastly: entry.lastly ?? null,
      contact: contactOf(entry.contact),
    })),
});

type Raw = RawOf<typeof schema>['people'][number];

/** Only what is given. */
function contactOf(contact: Raw['contact']): Contact {
  return Object.fromEntries(Object.entries(contact ?? {}).filter(([, words]) => words !== undefined));
}
