import { BLANK, type Block, text } from '../formats/terminal/blocks.ts';
import type { Store } from '../store/store.ts';
import type { Session } from './session.ts';

/** Shown once, before anything is kept. */
const NOTICE: readonly Block[] = [
  text('Before you begin: everything stays on this computer, and nothing is sent.'),
  text(
    'Write nothing that could identify a child or a family. What you write about council business may have to be ' +
      'released if someone asks for it, and people you name may ask to see it. Party matters do not belong here.',
  ),
  BLANK,
];

/** Shows the notice, once a folder. It never waits for an answer. */
export function showNotice(session: Session, store: Store): void {
  tellNotice(session, store);
  keepNotice(session, store);
}

/** Shows the notice where it was not shown yet; null where there is no record. */
export function tellNotice(session: Session, store: Store | null): void {
  if (store === null || store.setting('notice') === null) session.tell(NOTICE);
}

/** Keeps that the notice was shown. */
export function keepNotice(session: Session, store: Store): void {
  if (store.setting('notice') === null) store.keepSetting('notice', session.today);
}
