import type { Plan } from '../core/plan/types.ts';
import { exportEvent, exportHead, type TransferEvent, type TransferRecord } from '../core/transfer/document.ts';
import { jsonInPieces } from '../formats/json-in-pieces.ts';

/** The document of everything, as `import` and `merge` read it, made of its entries while it is written. */
export function exportInPieces(
  plan: Plan,
  record: Omit<TransferRecord, 'events'>,
  events: Iterable<TransferEvent>,
): Iterable<string> {
  return jsonInPieces(exportHead(plan, record), 'events', each(events));
}

function* each(events: Iterable<TransferEvent>) {
  for (const event of events) yield exportEvent(event);
}
