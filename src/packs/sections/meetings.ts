import type { PackMeeting } from '../../core/pack.ts';
import { actionId, capacity, id, source, text, url, withUrl, words, workingDays, z } from './schema.ts';
import { type RawOf, repeated, section } from './section.ts';

const schema = () =>
  z.strictObject({
    meetings: z.array(
      z.strictObject({
        id,
        name: text,
        page_wording: text.optional(),
        short: text.max(33, 'must be 33 characters or less'),
        aliases: words.optional(),
        capacity,
        capacity_words: text.max(21, 'must be 21 characters or less'),
        settled_by_law: z.boolean(),
        capacity_note: text.optional(),
        per_year: z.number().optional(),
        frequency: text.max(15, 'must be 15 characters or less'),
        basis: text,
        basis_url: url.optional(),
        chair: text,
        bring: words,
        bring_first_time: words.optional(),
        listen_for: words,
        papers_public: z.boolean(),
        papers_days: workingDays.optional(),
        action: actionId,
        source,
      }),
    ),
  });

/** The key meetings: in what role one goes, the law, how often, what to bring and listen for. */
export const meetings = section<RawOf<typeof schema>, PackMeeting[]>({
  schema,
  check: (raw) => repeated(raw.meetings, 'meetings'),
  build: (raw) =>
    raw.meetings.map((entry) => ({
      id: entry.id,
      name: entry.name,
      short: entry.short,
      pageWording: entry.page_wording ?? null,
      aliases: entry.aliases ?? [],
      capacity: entry.capacity,
      capacityWords: entry.capacity_words,
      settledByLaw: entry.settled_by_law,
      capacityNote: entry.capacity_note ?? null,
      frequency: entry.frequency,
      basis: entry.basis,
      chair: entry.chair,
      bring: entry.bring,
      bringFirstTime: entry.bring_first_time ?? entry.bring,
      listenFor: entry.listen_for,
      papersPublic: entry.papers_public,
      papersDays: entry.papers_days ?? null,
      action: entry.action,
      source: withUrl(entry.source),
    })),
});
