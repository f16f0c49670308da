import { type Command, isSet, textOption } from '../../commands.ts';
import { type CivilDate, sayDayDateNear } from '../../core/dates/index.ts';
import { decidePromise, openPromises } from '../../core/decide-companion.ts';
import { exampleDay } from '../../core/meetings/example-day.ts';
import { nameOfWhom } from '../../core/people.ts';
import { isProblem, usage } from '../../core/problem.ts';
import { sayGaps } from '../../session/gaps.ts';
import { giveReceipt } from '../../session/receipt.ts';
import { askUntil, askWords, dateOf, pastDate, wordsToKeep } from '../../session/typed.ts';
import { whomToKeep } from '../../session/whom.ts';
import { sayBy } from './text.ts';

const EXAMPLE = 'induct promise "Come back on transport" --to scrutiny --by "10 July"';

/** `induct promise`: what was promised, to whom, by when. */
export const promise: Command = {
  name: 'promise',
  group: 'People and papers',
  about: 'Record what you promised, to whom and by when',
  args: '[text...]',
  options: [
    { flags: '--to <who>', about: 'to whom: a person, a meeting or any name' },
    { flags: '--by <date>', about: 'by when' },
    { flags: '--on <date>', about: 'the day it was promised (today)' },
    { flags: '--keep', about: 'keep a text that looks as if it identified a child, because it does not' },
  ],
  examples: [EXAMPLE, 'induct promise "Visit the hub again" --to "Seacroft hub" --by "in 6 weeks"'],
  run: async (session, input) => {
    const plan = await session.plan();
    const on = pastDate(textOption(input, 'on'), plan.today);
    const typed = { words: input.args.join(' ').trim(), to: textOption(input, 'to'), by: textOption(input, 'by') };
    const by = typed.by === undefined ? null : tryRead(() => promisedFor(typed.by ?? '', on, plan.today, '--by'));
    const missing = [
      ...(typed.words === '' ? ['the words of the promise'] : []),
      ...(typed.to === undefined ? ['--to, to whom'] : []),
      ...(by === null ? ['--by, by when'] : []),
    ];
    const wrong = by !== null && !by.ok ? [by.why] : [];
    const gaps = sayGaps({ missing, wrong }, EXAMPLE);
    if (gaps !== null && (!session.canAsk || wrong.length > 0)) throw gaps;
    const keep = isSet(input, 'keep');
    const words = typed.words === '' ? await askWords(session, 'What was promised?', '', '') : typed.words;
    const text = await wordsToKeep(session, words, keep);
    const whom = typed.to ?? (await askWords(session, 'To whom?', '', ''));
    const to = await whomToKeep(session, plan, whom, keep);
    const day = by?.ok
      ? by.date
      : await askUntil(session, { message: `By when? Such as ${exampleDay(plan.today)}` }, (said) =>
          promisedFor(said, on, plan.today, ''),
        );
    const recorded = await session.recordAll(({ companion, next }) =>
      openPromises(companion, to).some(({ one }) => one.text === text && one.by === day)
        ? []
        : [decidePromise({ text, to, by: day, on }, next('promise'))],
    );
    const [made] = recorded.drafts;
    const name = nameOfWhom(to, recorded.after);
    await giveReceipt(session, recorded, [
      made === undefined
        ? `That promise to ${name} is recorded already.`
        : `Promise ${made.subject} to ${name}, ${sayBy(day, plan)}: ${text}`,
      ...(made === undefined ? [] : [`Once it is kept: induct kept ${made.subject}`]),
    ]);
  },
};

type Read = { readonly ok: true; readonly date: CivilDate } | { readonly ok: false; readonly why: string };

function tryRead(read: () => CivilDate): Read {
  try {
    return { ok: true, date: read() };
  } catch (error) {
    if (!isProblem(error)) throw error;
    return { ok: false, why: error.message };
  }
}

/** A date that is told from today, such as `in 3 weeks`; every other counts from the day of the promise. */
const FROM_TODAY = /^\s*(today|tomorrow|yesterday|in|next|this|last)\b/i;

/** The day a promise is for: not before it was made. Without a year, the earliest such day from then on. */
function promisedFor(typed: string, on: CivilDate, today: CivilDate, flag: string): CivilDate {
  const date = dateOf(typed, 'ahead', FROM_TODAY.test(typed) ? today : on, flag);
  if (date >= on) return date;
  const lead = flag === '' ? '' : `${flag}: `;
  throw usage(`${lead}${typed.trim()} lies before the day of the promise, ${sayDayDateNear(on, today)}.`);
}
