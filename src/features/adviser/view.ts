import { regions } from '../../core/councils.ts';
import type { CivilDate } from '../../core/dates/index.ts';
import { headOf } from '../../core/documents.ts';
import type { Source } from '../../core/pack.ts';
import type { Adviser, Advisers } from '../../core/pack-advice.ts';
import type { Plan } from '../../core/plan/types.ts';

export const SCHEMA = 'induct.adviser/1';

/** The adviser of the plan's region: the user's own, or the one listed. */
export type AdviserView = {
  readonly today: CivilDate;
  /** Null before `start`. */
  readonly plan: Plan | null;
  readonly region: string | null;
  readonly adviser: { readonly name: string; readonly regions: readonly string[] } | null;
  readonly source: Source | null;
  /** The day the list was read; null where the name is the user's own. */
  readonly asListed: CivilDate | null;
  /** The day the list was read, whoever's the name is. */
  readonly listedOn: CivilDate;
  readonly note: string | null;
  /** The one the list has for the region. */
  readonly listed: Adviser | null;
  /** Every region in the official order, with who is listed for it; null without --all. */
  readonly all: readonly { readonly region: string; readonly adviser: Adviser | null }[] | null;
};

/** What is known of the region's adviser. `all`: with those of the other regions. */
export function buildAdviser(list: Advisers, plan: Plan | null, today: CivilDate, all: boolean): AdviserView {
  const forRegion = (region: string) => list.advisers.find((entry) => entry.regions.includes(region)) ?? null;
  const region = plan?.induction.council.region ?? null;
  const listed = region === null ? null : forRegion(region);
  const own = plan?.progress.adviser.get('adviser');
  const theirs = own === undefined || region === null ? null : { name: own.name, regions: [region] };
  return {
    today,
    plan,
    region,
    adviser: theirs ?? (listed === null ? null : { name: listed.name, regions: listed.regions }),
    source: theirs === null ? (listed?.source ?? null) : null,
    asListed: theirs === null ? list.asListed : null,
    listedOn: list.asListed,
    note: list.note,
    listed,
    all: all ? regions.map((name) => ({ region: name, adviser: forRegion(name) })) : null,
  };
}

export function adviserDocument({ today, plan, region, adviser, asListed, all }: AdviserView) {
  const head = plan === null ? { schema: SCHEMA, today } : headOf(SCHEMA, plan);
  if (all === null) return { ...head, region, adviser, asListed };
  const found = new Set(all.flatMap((entry) => (entry.adviser === null ? [] : [entry.adviser])));
  const advisers = [...found].map((entry) => ({ name: entry.name, regions: entry.regions }));
  return { ...head, region, adviser, asListed, advisers };
}
