import { type Command, isSet, textOption } from '../../commands.ts';
import { findIndicator, type Indicator } from '../../core/figures/indicator.ts';
import { readPeriod, sayPeriod } from '../../core/figures/period.ts';
import { changeOf, ownValues } from '../../core/figures/series.ts';
import { readValue, sayChange, sayValue } from '../../core/figures/value.ts';
import { isProblem } from '../../core/problem.ts';
import { sayGaps } from '../../session/gaps.ts';
import { giveReceipt } from '../../session/receipt.ts';
import type { Session } from '../../session/session.ts';
import { askUntil, wordsToKeep } from '../../session/typed.ts';
import { decideFigure } from './decide.ts';

const EXAMPLE = 'induct data record repeat-referrals 24.2 --period 2026-05';

/** `induct data record`: one value, from a report. */
export const record: Command = {
  name: 'record',
  group: 'People and papers',
  about: 'Keep a figure from a report, for a month, a quarter or a year',
  args: '[figure] [value...]',
  options: [
    { flags: '--period <period>', about: '2026-05, 2026-Q1, 2025-26 or 2025' },
    { flags: '--note <text>', about: 'what to know about it. No names of children or families' },
    { flags: '--keep', about: 'keep a text that looks as if it identified a child, because it does not' },
  ],
  examples: [EXAMPLE, 'induct data record referrals 1,234 --period 2025-26 --note "Counted anew"'],
  run: async (session, input) => {
    const plan = await session.plan();
    const { indicators } = await session.host.packs().load('indicators');
    const [word, ...rest] = input.args;
    const given = { value: rest.join(' ').trim(), period: textOption(input, 'period') };
    const found = word === undefined ? null : findIndicator(indicators, word);
    const period = given.period === undefined ? null : tried(() => readPeriod(given.period ?? '', plan.today));
    const value = given.value === '' || found === null ? null : tried(() => readValue(given.value, found.measure));
    const missing = [
      ...(found === null ? ['which figure'] : []),
      ...(given.value === '' ? ['its value'] : []),
      ...(period === null ? ['--period, such as 2026-05'] : []),
    ];
    const wrong = [value, period].flatMap((one) => (one === null || one.ok ? [] : [one.why]));
    const gaps = sayGaps({ missing, wrong }, EXAMPLE);
    if (gaps !== null && (!session.canAsk || wrong.length > 0)) throw gaps;
    const indicator = found ?? (await choose(session, indicators));
    const known = value?.ok
      ? value.value
      : await askUntil(session, { message: `${indicator.title}: its value?`, why: indicator.unit }, (typed) =>
          readValue(typed, indicator.measure),
        );
    const time = period?.ok
      ? period.value
      : await askUntil(session, { message: 'For which period? Such as 2026-05, 2026-Q1 or 2025-26' }, (typed) =>
          readPeriod(typed, plan.today, 'The period'),
        );
    const words = textOption(input, 'note');
    const note = words === undefined ? null : await wordsToKeep(session, words, isSet(input, 'keep'));
    const kept = { period: time, value: known, note };
    const recorded = await session.recordAll(({ companion }) => decideFigure(companion, indicator, kept, plan.today));
    const change = changeOf(ownValues((await session.gatherAll()).companion, indicator.id));
    const said = `${indicator.title}, ${sayPeriod(time)}: ${sayValue(known, indicator.measure)}`;
    const moved = change === null ? '' : ` The last change: ${sayChange(change, indicator.measure)}.`;
    await giveReceipt(session, recorded, [
      recorded.drafts.length === 0 ? `${said} is kept already.` : `Kept: ${said}.${moved}`,
    ]);
  },
};

type Tried<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string };

function tried<T>(read: () => T): Tried<T> {
  try {
    return { ok: true, value: read() };
  } catch (error) {
    if (!isProblem(error)) throw error;
    return { ok: false, why: error.message };
  }
}

async function choose(session: Session, indicators: readonly Indicator[]): Promise<Indicator> {
  const prompter = await session.prompter();
  const choices = indicators.map(({ id, title }) => ({ id, label: title }));
  return findIndicator(indicators, await prompter.choose({ message: 'Which figure?' }, choices, choices[0]?.id));
}
