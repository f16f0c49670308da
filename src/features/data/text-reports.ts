import type { Companion } from '../../core/companion.ts';
import { sayDayDateNear } from '../../core/dates/index.ts';
import { nextReport, type Report, reportsOf } from '../../core/figures/reports.ts';
import { sayRhythm } from '../../core/plan/meetings.ts';
import type { Plan } from '../../core/plan/types.ts';
import { sayHead } from '../../core/say-head.ts';
import { type Block, items, spaced, text } from '../../formats/terminal/blocks.ts';

/** `induct data reports` as words. */
export function reportsText(plan: Plan, companion: Companion): readonly Block[] {
  const reports = reportsOf(companion);
  const head = text(`${sayHead(plan)}: the reports that come`);
  const add = [text('Add one: induct data reports add "Audit report" --every "3 months"')];
  if (reports.length === 0) {
    return spaced(
      [head, text('No report is kept yet.')],
      [
        text('Agree with the data lead which reports come, how often, and as at which day.'),
        text('Ask for trends and a page of words, and for less rather than more.'),
      ],
      add,
    );
  }
  return spaced(
    [head],
    [items(reports.map((report) => row(report, companion, plan)))],
    [text('One came? induct data reports came "Monthly report" --as-at "30 April"'), ...add],
  );
}

function row({ one }: Report, companion: Companion, plan: Plan) {
  const day = (date: string) => sayDayDateNear(date, plan.today);
  const last = one.came.at(-1);
  const next = nextReport(one);
  const about = [one.from === null ? '' : `from ${one.from}`, sayRhythm(one.every) ?? ''].filter(Boolean).join(', ');
  const question = last?.question ?? null;
  const asked = question === null ? undefined : companion.question.get(question);
  return {
    label: '',
    text: about === '' ? one.name : `${one.name}, ${about}`,
    right: last === undefined ? 'none yet' : `came ${day(last.on)}`,
    under: [
      ...(last === undefined ? [] : [`As at ${day(last.asAt)}.${next === null ? '' : ` Next about ${day(next)}.`}`]),
      ...(asked === undefined ? [] : [`${question}, ${asked.answer === null ? 'open' : 'answered'}: ${asked.text}`]),
    ],
  };
}
