import { sayDayDateNear, sayTime } from '../../core/dates/index.ts';
import { voiceOf } from '../../core/documents.ts';
import { type Block, heading, hints, items, spaced, text } from '../../formats/terminal/blocks.ts';
import type { LeaveView } from './view.ts';

/** So many dates say enough here: all of them stand in the handover. */
const MOST_DATES = 6;

/** What to settle, hand over, give back and keep before somebody goes. */
export function leaveText({ plan, questions, promises, dates }: LeaveView): readonly Block[] {
  const voice = voiceOf(plan);
  const day = (date: string) => sayDayDateNear(date, plan.today);
  const more =
    dates.length > MOST_DATES ? [text(`and ${dates.length - MOST_DATES} more, in the handover`, { indent: 2 })] : [];
  return spaced(
    [text(`Before ${voice.you} ${voice.officer ? 'leaves' : 'leave'} the role. Nothing here is changed by looking.`)],
    promises.length === 0
      ? [text('No promise is open.')]
      : [
          heading(`PROMISED, NOT KEPT YET (${promises.length})`),
          items(
            promises.map(({ id, text: words, to, by }) => ({
              label: id,
              text: words,
              under: [`To ${to}`],
              ...(by === null ? {} : { right: `by ${day(by)}` }),
            })),
          ),
          text('Keep it, or tell them who will: induct kept p1'),
        ],
    questions.length === 0
      ? [text('No question is open.')]
      : [
          heading(`OPEN QUESTIONS (${questions.length})`),
          items(questions.map(({ id, text: words, to }) => ({ label: id, text: words, under: [`To ${to}`] }))),
        ],
    dates.length === 0
      ? []
      : [
          heading(`DATES AHEAD (${dates.length})`),
          items(
            dates.slice(0, MOST_DATES).map(({ date, time, title }) => ({
              label: time === null ? day(date) : `${day(date)}, ${sayTime(time)}`,
              text: title,
            })),
          ),
          ...more,
          text('Send apologies, or ask who goes instead.'),
        ],
    [
      heading('HAND OVER'),
      text('Facts of the council and open business, without notes:'),
      hints('induct handover --format html --output handover.html'),
      text('The same as a file that the next holder can start from:'),
      hints('induct handover --format json --output handover.json'),
    ],
    [
      heading('KEEP'),
      text(`${voice.Your} own learning record, which holds nothing of the council:`),
      hints('induct leave learning --output learning.md'),
    ],
    [
      heading('GIVE BACK'),
      text('Papers marked restricted or exempt, on paper and as files. The laptop, the phone, the badge and any key.'),
      text('Access to restricted papers and shared folders: ask for it to be ended on the day.'),
    ],
    [
      heading('DO NOT ERASE YET'),
      text(
        'Has anyone asked the council for what is in here? Is there a review or an inquiry? Then ask information governance first.',
      ),
      text("Otherwise your council's retention rules decide, and not this program."),
    ],
    [text("Our own list, not the LGA's.")],
  );
}
