import type { Companion } from '../companion.ts';
import { voiceOf } from '../documents.ts';
import type { Plan } from '../plan/types.ts';
import { buildFigures, type Figure } from './figure.ts';
import type { Indicator } from './indicator.ts';
import type { Published } from './published.ts';
import { sayStanding } from './standing.ts';
import { sayValue } from './value.ts';

const MOST = 3;

/**
 * Up to three lines on the figures that stand out most, for a page to take along: away from most like the council, moving,
 * and away from what is welcome. Empty where nothing is imported.
 */
export function figuresForBrief(
  plan: Plan,
  companion: Companion,
  published: Published,
  indicators: readonly Indicator[],
): readonly string[] {
  return buildFigures(plan, companion, published, indicators)
    .map((figure) => ({ figure, weight: weightOf(figure) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST)
    .map(({ figure }) => sayFigure(figure, plan));
}

/** How much a figure stands out; 0 for one that does not. Small numbers never do. */
function weightOf({ indicator: { better, measure }, standing }: Figure): number {
  if (standing === null || standing.last.council === null || standing.small !== null || measure === 'number') return 0;
  const { side, trend } = standing;
  const apart = side === 'higher' || side === 'lower' ? 2 : 0;
  const moves = trend === 'rising' || trend === 'falling' ? 1 : 0;
  if (apart + moves === 0) return 0;
  const unwelcome = better === 'higher' ? 'lower' : better === 'lower' ? 'higher' : null;
  const worse = better === 'higher' ? 'falling' : better === 'lower' ? 'rising' : null;
  return apart + moves + (side === unwelcome ? 2 : 0) + (trend === worse ? 1 : 0);
}

/** `Repeat referrals: Leeds 24.2%, England 22.6% (2025). Higher than most like you and rising: ask why.` */
function sayFigure({ indicator, standing }: Figure, plan: Plan): string {
  if (standing === null) return '';
  const { last } = standing;
  const short = plan.induction.council.short;
  const value = (name: string, number: number | null) =>
    number === null ? [] : [`${name} ${sayValue(number, indicator.measure, 1)}`];
  const numbers = [
    ...value(short, last.council),
    ...value('England', last.england),
    ...value('councils like it', last.neighbours),
  ];
  const like = voiceOf(plan).officer ? short : 'you';
  return `${indicator.title}: ${numbers.join(', ')} (${last.period}). ${sayStanding(indicator, standing, like)}`.trim();
}
