import { type CivilDate, daysBetween, isCivilDate } from '../core/dates/index.ts';
import { text } from '../formats/terminal/blocks.ts';
import type { Store } from '../store/store.ts';
import type { Session } from './session.ts';

/** What the record remembers of the last copy that was put elsewhere, or of the last word about it. */
export const COPIED_AWAY = 'copied-away';
const REMINDED = 'copy-reminded';
const MONTH = 30;

/**
 * Once a day, before the first record, the whole is copied into the backups; once a month it is said that these lie on
 * the same disk. Where the copy can't be made, that is said, and recording goes on.
 */
export async function keepDailyCopy(session: Session, store: Store): Promise<void> {
  try {
    if (!(await store.keepDaily(session.today))) return;
  } catch {
    session.tell([text("Today's copy of the record could not be made. What you record now does not depend on it.")]);
    session.tell([text('What is wrong: induct doctor')]);
    return;
  }
  if (!isReminderDue(store, session.today)) return;
  store.keepSetting(REMINDED, session.today);
  session.tell([
    text("Once a month: copy the record to the council's own drive, since the daily copies lie on this disk."),
    text('For example: induct backup "H:\\induct.db"'),
  ]);
}

function isReminderDue(store: Store, today: CivilDate): boolean {
  const first = store.firstAt()?.slice(0, 10) ?? today;
  const said = [COPIED_AWAY, REMINDED].flatMap((key) => store.setting(key) ?? []).filter(isCivilDate);
  return [first, ...said].every((day) => daysBetween(day, today) >= MONTH);
}
