import type { Companion } from '../companion.ts';
import type { Plan } from '../plan/types.ts';
import type { Indicator } from './indicator.ts';
import {
  neighbourValues,
  type Published,
  type PublishedProgress,
  type PublishedYear,
  publishedYears,
} from './published.ts';
import { changeOf, ownValues, type Point } from './series.ts';
import { type Standing, standingOf } from './standing.ts';

/** One figure with all that is known of it. */
export type Figure = {
  readonly indicator: Indicator;
  /** Its place in the list, from 1: what can be typed instead of its name. */
  readonly place: number;
  /** From the council's own reports, oldest first. */
  readonly values: readonly (Point & { readonly note: string | null })[];
  /** The last of them less the one before it, of a period as long. */
  readonly change: number | null;
  /** As published, newest first. */
  readonly years: readonly PublishedYear[];
  /** Where the last published year stands; null where nothing is imported. */
  readonly standing: Standing | null;
  /** Whose figures the years before the council was formed are; null where they are its own. */
  readonly before: string | null;
};

/** Numbers of a council that was formed from a larger one can't be followed back; shares and rates can. */
function followed(progress: PublishedProgress | undefined, { measure }: Indicator): PublishedProgress | undefined {
  return progress === undefined || measure !== 'number' ? progress : { ...progress, before: null };
}

/** Every figure of the list with what was recorded and what was imported. */
export function buildFigures(
  plan: Plan,
  companion: Companion,
  published: Published,
  indicators: readonly Indicator[],
): readonly Figure[] {
  const { gss, region } = plan.induction.council;
  return indicators.map((indicator, index) => {
    const progress = followed(published.published.get(indicator.id), indicator);
    const years = publishedYears(progress, { gss, region }, published.neighbours);
    const [last] = years;
    const areas = last === undefined ? {} : (progress?.values[last.period] ?? {});
    const others = published.neighbours === null ? null : neighbourValues(areas, published.neighbours);
    const base = last === undefined ? undefined : progress?.base[last.period];
    const values = ownValues(companion, indicator.id);
    return {
      indicator,
      place: index + 1,
      values,
      change: changeOf(values),
      years,
      standing: standingOf(indicator, years, others, base),
      before: progress?.before?.name ?? null,
    };
  });
}
