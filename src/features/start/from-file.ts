import type { Answers } from '../../core/decide-answers.ts';
import { nameOf } from '../../core/file-name.ts';
import type { Handover, OpenBusiness } from '../../core/handover/handover.ts';
import { readHandover } from '../../core/handover/read-handover.ts';
import { decideTakeOver, sayTakenOver } from '../../core/local/decide-take-over.ts';
import { usage } from '../../core/problem.ts';
import { isStale } from '../../core/stale.ts';
import { decodeText } from '../../formats/csv/decode.ts';
import { heading, items, text } from '../../formats/terminal/blocks.ts';
import type { Session } from '../../session/session.ts';

/** The file's own words for what it should be. */
const WANTED = {
  what: 'a handover file',
  how: 'It is made with: induct handover --format json --output handover.json',
} as const;

/** The handover file named; null where none is. @throws Problem (2, 4) for one that can't be used */
export async function handoverFrom(session: Session, path: string | undefined): Promise<Handover | null> {
  if (path === undefined) return null;
  const bytes = await session.host.files.read(path);
  const pack = await session.host.packs().load('meetings', 'people', 'steps');
  return readHandover(decodeText(bytes, nameOf(path), WANTED), nameOf(path), pack);
}

/** What was answered, with the handover's council where none was named. */
export function withCouncil(given: Answers, handover: Handover | null): Answers {
  if (handover === null || given.has('council')) return given;
  return new Map([...given, ['council', handover.council]]);
}

/** A plan that there is already is not started from a file. */
export function refuseFrom(handover: Handover | null): void {
  if (handover === null) return;
  throw usage(
    'There is a plan already, so nothing was taken from the file.',
    'For another portfolio holder: induct start --new --from FILE',
  );
}

/** Takes up the facts of the council in the plan just made, as a change of its own, and says what was left open. */
export async function takeFromFile(session: Session, handover: Handover | null): Promise<void> {
  if (handover === null) return;
  const { plan, store, version } = await session.gather();
  const drafts = decideTakeOver(handover.facts, session.today);
  if (drafts.length > 0) {
    try {
      store.append(plan.induction.id, drafts, session.stamp(plan.induction.typing), version);
    } catch (error) {
      if (!isStale(error)) throw error;
      throw usage(
        'Something else was recorded meanwhile, so the file was left.',
        'Begin again with another: induct start --new --from FILE',
      );
    }
    session.tell([text(sayTakenOver(handover.facts)), text('To take just that back: induct undo')]);
  }
  session.tell([
    ...sayOpen('THE LAST HOLDER ASKED', handover.questions),
    ...sayOpen('THE LAST HOLDER PROMISED', handover.promises),
  ]);
}

function sayOpen(title: string, all: readonly OpenBusiness[]) {
  if (all.length === 0) return [];
  return [
    heading(`${title} (${all.length})`),
    items(all.map(({ text: words, to }) => ({ label: '', text: words, under: [`To ${to}`] }))),
  ];
}
