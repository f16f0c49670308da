import { sayDate } from '../dates/index.ts';
import { holderName } from '../voice.ts';
import type { Audience } from './audience.ts';
import type { Paper, PaperPart } from './paper.ts';
import { figureParts, promiseParts, questionParts, visitParts } from './parts-business.ts';
import { comingParts, doneParts, meetingParts, ownParts, peopleParts } from './parts-done.ts';
import { publishedParts } from './parts-figures.ts';
import { timelineParts } from './pictures.ts';
import { LATE_DAYS, type ReportInput, type ReportSource, sourceFor } from './source.ts';

/** Ends every report and brief. */
export const NO_DECISIONS = 'Not a record of decisions.';

/** The report for one audience: what was done, seen, asked and promised, and when. */
export function buildReport(input: ReportInput, audience: Audience): Paper {
  const source = sourceFor(input, audience);
  const { plan, sight } = source;
  const { name, council, appointed, title } = plan.induction;
  const role = title ?? "portfolio holder for children's services";
  const parts: PaperPart[] = [
    ...doneParts(source),
    ...peopleParts(source),
    ...meetingParts(source),
    ...visitParts(source),
    ...questionParts(source),
    ...promiseParts(source),
    ...publishedParts(source),
    ...figureParts(source),
    ...comingParts(source),
    ...ownParts(source),
    ...timelineParts(source),
  ];
  return {
    title: `Induction report${sight.called === null ? '' : ` ${sight.called}`}: ${name === null ? council.name : holderName(name)}, ${sayDate(plan.today)}`,
    about: [
      `${name === null ? `The ${role}` : `${holderName(name)}, ${role}`}, ${council.name}.`,
      `In the role since ${sayDate(appointed)}. As at ${sayDate(plan.today)}.`,
      ...(parts.length === 0 ? ['Nothing is recorded yet.'] : []),
    ],
    parts,
    footer: [...sayRules(source), NO_DECISIONS],
  };
}

function sayRules({ sight }: ReportSource): string[] {
  return [
    `Each entry has the day it took place; recorded more than ${LATE_DAYS} days later, it has both days.`,
    ...(sight.notes ? [] : ['Notes are left out.']),
    ...(sight.names ? [] : ['Names of officers are left out.']),
  ];
}
