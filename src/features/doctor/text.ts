import { daysBetween, sayDate } from '../../core/dates/index.ts';
import { sayAmount } from '../../core/say-amount.ts';
import { type Block, heading, type Item, items, spaced, text } from '../../formats/terminal/blocks.ts';
import { type DoctorAdvice, type DoctorCheck, type DoctorView, isWrong } from './view.ts';

/** Copies older than this, or on this disk only for longer, are worth a word. */
const OLD = 30;

export function doctorText(view: DoctorView): readonly Block[] {
  return spaced(
    [text(`The record: ${view.path}`), text(sayWhatItHolds(view))],
    [heading('CHECKED'), items(view.checks.flatMap(checkRows))],
    adviceOf(view),
    sayNext(view),
  );
}

function sayWhatItHolds({ there, holders, events }: DoctorView): string {
  if (!there) return 'There is none yet. Begin with: induct start';
  if (holders === 0) return 'What it holds could not be counted.';
  return `It holds ${sayAmount(events, 'entry', 'entries')} of ${sayAmount(holders, 'holder', 'holders')}.`;
}

const NAMES: Record<DoctorCheck['id'], string> = {
  database: 'the file',
  digest: 'every entry as recorded',
  projection: 'what is so now follows from the entries',
  pack: 'the list',
};

function checkRows({ id, wrong, mended }: DoctorCheck): Item[] {
  const state = wrong.length === 0 ? 'right' : mended ? 'mended' : 'wrong';
  return [{ label: state, text: NAMES[id], under: wrong.flatMap((one) => one.split('\n')) }];
}

function adviceOf(view: DoctorView): Block[] {
  const rows = [...view.advice.map(adviceRow), ...sayCopies(view)];
  return rows.length === 0 ? [] : [heading('WORTH DOING'), items(rows)];
}

const ADVICE: Record<string, readonly [found: string, mended: string]> = {
  permissions: ['Others on this computer may read these. To close them: induct doctor --fix', 'Closed to others:'],
  sync: ['The record lies in a folder that is copied while it is in use, which can damage it. Keep it elsewhere.', ''],
  network: ['The record lies on another computer, where locks may not hold. Keep it on this one.', ''],
  leftover: [
    'A run that was stopped left these. To remove them: induct doctor --fix',
    'Removed, left by a stopped run:',
  ],
  conflict: ['These may be other versions of the record, made by a cloud folder. Look, then delete them.', ''],
  clock: ['The newest entry was recorded later than it is now. Look at the clock of this computer.', ''],
  link: ['The record has two names, so two programs may write at once. Keep one of them.', ''],
};

function adviceRow({ id, paths, mended }: DoctorAdvice): Item {
  const [found, done] = ADVICE[id] ?? [id, id];
  return { label: '-', text: mended ? done : found, under: paths };
}

function sayCopies({ there, today, lastCopy, copiedAway }: DoctorView): Item[] {
  if (!there) return [];
  const old = (day: string | null) => day === null || daysBetween(day, today) > OLD;
  return [
    ...(old(lastCopy)
      ? [
          {
            label: '-',
            text: `${lastCopy === null ? 'There is no copy of it yet' : `The last copy is of ${sayDate(lastCopy)}`}: induct backup`,
          },
        ]
      : []),
    ...(old(copiedAway)
      ? [
          {
            label: '-',
            text:
              copiedAway === null
                ? 'No copy was put elsewhere yet.'
                : `The last copy put elsewhere is of ${sayDate(copiedAway)}.`,
            under: ['For example: induct backup "H:\\induct.db"'],
          },
        ]
      : []),
  ];
}

function sayNext(view: DoctorView): Block[] {
  if (!isWrong(view)) return [text(view.there ? 'Nothing is wrong with the record.' : 'Nothing is wrong.')];
  const wrong = new Set(view.checks.filter((check) => check.wrong.length > 0 && !check.mended).map(({ id }) => id));
  return [
    ...(wrong.has('database') || wrong.has('digest')
      ? [text('Copy the whole folder somewhere safe first. Then put a backup in its place: induct restore')]
      : []),
    ...(wrong.has('projection') ? [text('It can be worked out anew from the entries: induct doctor --fix')] : []),
    ...(wrong.has('pack') ? [text('Mend the list: each line above says where.')] : []),
  ];
}
