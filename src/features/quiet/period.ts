import { type CivilDate, daysBetween, readDate } from '../../core/dates/index.ts';
import { usage } from '../../core/problem.ts';
import { shown } from '../../core/shown.ts';

/** A period as it is kept: `to` is the first day back. */
export type Period = { readonly from: CivilDate; readonly to: CivilDate };

/** The two dates as typed; null for one that is missing. */
export type TypedPeriod = { readonly from: string | null; readonly to: string | null };

/** A period that has begun is looked for behind today if it is no longer than this: a summer, an illness. */
const LONGEST_BEGUN = 120;
const AN_EXAMPLE = 'For example: induct quiet add "27 July" "1 September" --why "Summer recess"';

/**
 * The words typed, as two dates: `"27 July" "1 September"`, and without quotation marks where only one reading makes
 * two dates of them, or `to` stands between them.
 * @throws Problem (2) for words that could be read in several ways, or in none
 */
export function splitPeriod(words: readonly string[], today: CivilDate): TypedPeriod {
  const typed = words.map((word) => word.trim()).filter((word) => word !== '');
  const between = typed.findIndex((word) => /^(to|until|till)$/i.test(word));
  if (between > 0) return { from: typed.slice(0, between).join(' '), to: typed.slice(between + 1).join(' ') || null };
  const [first = null, second = null] = typed;
  const together = typed.join(' ');
  if (typed.length === 2 && first !== null && reads(first, today)) return { from: first, to: second };
  if (reads(together, today)) return { from: together, to: null };
  if (typed.length <= 2) return { from: first, to: second };
  const splits = typed.slice(1).map((_, index) => ({
    from: typed.slice(0, index + 1).join(' '),
    to: typed.slice(index + 1).join(' '),
  }));
  const fitting = splits.filter((split) => reads(split.from, today) && reads(split.to, today));
  const [only] = fitting;
  if (fitting.length === 1 && only !== undefined) return only;
  throw usage(`"${shown(typed.join(' '))}" is not two dates. Put each in quotation marks.`, AN_EXAMPLE);
}

/**
 * Two typed dates as a period. Dates without a year lie ahead; where that leaves the first behind the second, a
 * period that has already begun is meant.
 * @throws Problem (2) for what is no date, ends before it begins, or is over
 */
export function readPeriod(typedFrom: string, typedTo: string, today: CivilDate): Period {
  const begun = readDate(typedFrom, { today, direction: 'past' });
  const ahead = readDate(typedFrom, { today, direction: 'ahead' });
  // With its day of the week a date may fit one year only.
  const from = ahead.ok || !begun.ok ? ahead : begun;
  const to = readDate(typedTo, { today, direction: 'ahead' });
  const wrong = [from, to].flatMap((read) => (read.ok ? [] : [read.why]));
  if (!from.ok || !to.ok) throw usage(wrong.join('\n'), AN_EXAMPLE);
  if (to.date < today)
    throw usage(`"${shown(typedTo)}" has passed. The second date is the first day back: today or later.`);
  if (from.date < to.date) return { from: from.date, to: to.date };
  if (begun.ok && begun.date < to.date && daysBetween(begun.date, to.date) <= LONGEST_BEGUN) {
    return { from: begun.date, to: to.date };
  }
  throw usage(
    `"${shown(typedTo)}" does not come after "${shown(typedFrom)}". The second date is the first day back.`,
    'Add the years if the dates lie in different ones.',
  );
}

function reads(typed: string, today: CivilDate): boolean {
  return readDate(typed, { today, direction: 'ahead' }).ok;
}
