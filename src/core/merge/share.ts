import type { JournalEvent } from '../events.ts';
import type { TransferEvent } from '../transfer/document.ts';

/** Whether an entry stays on this computer, where private notes do. */
export function isPrivateNote(event: JournalEvent | TransferEvent): boolean {
  return event.type === 'noted' && event.body.private;
}
