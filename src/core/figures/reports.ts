import type { Companion, ReportProgress } from '../companion.ts';
import { addDays, addMonths, type CivilDate } from '../dates/index.ts';
import { decideQuestion, openQuestions } from '../decide-companion.ts';
import { type Draft, draft, type Rhythm } from '../events.ts';
import { nearestOf } from '../nearest.ts';
import { plainText, wordsOf } from '../plain-words.ts';
import { usage } from '../problem.ts';
import { shown } from '../shown.ts';

/** One report with its id. */
export type Report = { readonly id: string; readonly one: ReportProgress };

/** Every report, in the order of their names. */
export function reportsOf(companion: Companion): readonly Report[] {
  return [...companion.report]
    .map(([id, one]) => ({ id, one }))
    .sort((a, b) => (a.one.name.toLowerCase() < b.one.name.toLowerCase() ? -1 : 1));
}

/** An id made of a report's name. */
export function reportId(name: string): string {
  return wordsOf(plainText(name)).replace(/'/g, '').replace(/ +/g, '-') || 'report';
}

/** The report that words mean: its name or the beginning of it. @throws Problem (2) with those there are */
export function findReport(companion: Companion, typed: string): Report {
  const word = plainText(typed);
  const all = reportsOf(companion);
  for (const test of [
    (name: string) => name === word,
    (name: string) => name.startsWith(word),
    (name: string) => name.includes(word),
  ]) {
    const found = all.filter(({ id, one }) => test(id) || test(plainText(one.name)));
    const [only] = found;
    if (found.length === 1 && only !== undefined) return only;
    if (found.length > 1) {
      throw usage(`"${shown(typed)}" could be any of these: ${found.map(({ one }) => one.name).join('; ')}.`);
    }
  }
  const near = nearestOf(
    word,
    all.map(({ one }) => one.name),
  );
  throw usage(
    `There is no report "${shown(typed)}".${near === null ? '' : ` The nearest: ${near}.`}`,
    `Add it first: induct data reports add "${shown(typed)}" --every month`,
  );
}

export type ReportInput = { readonly name: string; readonly from: string | null; readonly every: Rhythm | null };

/** Records who sends a report and how often; what is not said stays as it was. Nothing where it is so already. */
export function decideReport(companion: Companion, { name, from, every }: ReportInput, today: CivilDate): Draft[] {
  const id = reportId(name);
  const before = companion.report.get(id);
  const body = {
    name: before?.name ?? name,
    from: from ?? before?.from ?? null,
    every: every ?? before?.every ?? null,
  };
  const same =
    before !== undefined &&
    JSON.stringify(body) === JSON.stringify({ name: before.name, from: before.from, every: before.every });
  return same ? [] : [draft('report-set', id, body.name, today, body)];
}

export type CameInput = { readonly asAt: CivilDate; readonly on: CivilDate; readonly question: string | null };

/** Records that a report came, and the one question it raised, for the director. Nothing where it is so already. */
export function decideCame(
  companion: Companion,
  { id, one }: Report,
  { asAt, on, question }: CameInput,
  number: number,
): Draft[] {
  const before = one.came.find((came) => came.asAt === asAt);
  const open = openQuestions(companion, 'dcs').find((asked) => asked.one.text === question);
  const asks = question !== null && open === undefined;
  const raised = question === null ? (before?.question ?? null) : (open?.id ?? `q${number}`);
  const asked = asks ? [decideQuestion({ text: question, to: 'dcs', visit: null, on }, number)] : [];
  if (before?.on === on && before.question === raised) return asked;
  return [draft('report-came', id, one.name, on, { asAt, question: raised }), ...asked];
}

/** The day the next one is due: as long after the last came as they come; null where none came or nothing was said. */
export function nextReport({ came, every }: ReportProgress): CivilDate | null {
  const last = came.at(-1);
  if (last === undefined || every === null) return null;
  switch (every.unit) {
    case 'day':
      return addDays(last.on, every.count);
    case 'week':
      return addDays(last.on, 7 * every.count);
    case 'month':
      return addMonths(last.on, every.count);
  }
}
