import type { CivilDate } from '../../core/dates/index.ts';
import type { CouncilAnswer } from '../../core/events.ts';

/** One holder, as far as the list needs it. `started` is false while the first questions are not all answered. */
export type Holder = {
  readonly id: string;
  /** Its number, from 1. */
  readonly position: number;
  readonly started: boolean;
  readonly name: string | null;
  readonly council: CouncilAnswer | null;
  readonly appointed: string | null;
};

/** The holders kept here, in the order they were added, and which of them commands are about. */
export type HoldersView = {
  readonly today: CivilDate;
  readonly holders: readonly Holder[];
  readonly current: string | null;
};

export function holdersDocument({ today, holders, current }: HoldersView) {
  return {
    schema: 'induct.holders/1',
    today,
    holders: holders.map(({ id, position, name, council, appointed, started }) => ({
      id,
      number: position,
      name,
      council: council === null ? null : { name: council.name, gss: council.gss, region: council.region },
      appointed,
      started,
      current: id === current,
    })),
  };
}
