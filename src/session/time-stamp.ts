import type { Session } from './session.ts';

/** Today and the real time of day, for the name of a file: `2026-06-03-093000`. */
export function timeStamp(session: Session): string {
  return `${session.today}-${session.host.now().slice(11, 19).replaceAll(':', '')}`;
}
