import type { Letters } from '../../core/pack-advice.ts';
import { id, text, words, z } from './schema.ts';
import { type Mistake, type RawOf, repeated, section } from './section.ts';

const letter = () =>
  z.strictObject({
    id,
    title: text,
    ready: z.boolean().optional(),
    person: id.optional(),
    to: text.optional(),
    covers: words.optional(),
    item: text.optional(),
    first: text.optional(),
    first_soon: text.optional(),
    rest: text.optional(),
    rest_soon: text.optional(),
    subject: text,
    body: words.min(1),
  });

const schema = () =>
  z.strictObject({
    introduction: z.strictObject({ holder: text, officer: text, holder_ahead: text, officer_ahead: text }),
    signature: z.strictObject({ holder: words.min(1), officer: words.min(1) }),
    letters: z.array(letter()),
  });

type Raw = RawOf<typeof schema>;

/** Those that commands and screens name. */
const NEEDED = ['documents', 'dates', 'login', 'adviser', 'last-holder', 'chase', 'thanks'];
/** Those that say nothing without their list. */
const WITH_LIST = ['documents', 'dates', 'chase', 'thanks'];

const FACTS = ['name', 'role', 'title', 'council', 'I', 'me', 'my', 'officer', 'dear', 'appointed', 'count', 'asked'];
/** These take lines of their own, so that they stand last in a paragraph. */
const LISTS = ['list', 'came', 'signature'];

/** The emails to paste. What stands in braces must be something that is filled in. */
export const letters = section<Raw, Letters>({
  schema,
  check: (raw) => [
    ...repeated(raw.letters, 'letters'),
    ...NEEDED.filter((name) => !raw.letters.some((one) => one.id === name)).map((name) => ({
      path: ['letters'],
      message: `the letter ${name} is missing`,
    })),
    ...Object.entries(raw.introduction).flatMap(([key, words]) => unknown(words, FACTS, ['introduction', key])),
    ...Object.entries(raw.signature).flatMap(([key, lines]) =>
      lines.flatMap((line, index) => unknown(line, FACTS, ['signature', key, index])),
    ),
    ...raw.letters.flatMap((one, index) => checkLetter(one, ['letters', index])),
  ],
  build: (raw) => ({
    introduction: {
      holder: raw.introduction.holder,
      officer: raw.introduction.officer,
      holderAhead: raw.introduction.holder_ahead,
      officerAhead: raw.introduction.officer_ahead,
    },
    signature: raw.signature,
    letters: raw.letters.map((one) => ({
      id: one.id,
      title: one.title,
      ready: one.ready ?? false,
      person: one.person ?? null,
      to: one.to ?? null,
      covers: one.covers ?? [],
      item: one.item ?? null,
      first: one.first ?? null,
      firstSoon: one.first_soon ?? null,
      rest: one.rest ?? null,
      restSoon: one.rest_soon ?? null,
      subject: one.subject,
      body: one.body,
    })),
  }),
});

function checkLetter(one: Raw['letters'][number], at: readonly (string | number)[]): Mistake[] {
  const headings = (['first', 'first_soon', 'rest', 'rest_soon'] as const).flatMap((key) =>
    unknown(one[key] ?? '', [...FACTS, 'by'], [...at, key]),
  );
  const body = one.body.flatMap((words, index) => [
    ...unknown(words, [...FACTS, ...LISTS, 'introduction'], [...at, 'body', index]),
    ...LISTS.filter((name) => (words.trim().split(`{${name}}`)[1] ?? '') !== '').map((name) => ({
      path: [...at, 'body', index],
      message: `{${name}} must stand last in its paragraph`,
    })),
  ]);
  const without =
    WITH_LIST.includes(one.id) && !one.body.some((words) => words.includes('{list}'))
      ? [{ path: [...at, 'body'], message: `the letter ${one.id} needs {list}, which is what it is about` }]
      : [];
  return [
    ...unknown(one.item ?? '', ['item'], [...at, 'item']),
    ...unknown(one.subject, FACTS, [...at, 'subject']),
    ...headings,
    ...body,
    ...without,
  ];
}

/** What stands in braces and is nothing that is filled in there. */
function unknown(words: string, known: readonly string[], path: readonly (string | number)[]): Mistake[] {
  return [...words.matchAll(/\{([^{}]*)\}/g)]
    .map((match) => match[1] ?? '')
    .filter((name) => !known.includes(name))
    .map((name) => ({
      path,
      message: `{${name}} is not filled in here; these are: ${known.map((one) => `{${one}}`).join(' ')}`,
    }));
}
