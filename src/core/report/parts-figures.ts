import type { Figure } from '../figures/figure.ts';
import { sayValue } from '../figures/value.ts';
import type { PaperPart, Picture } from './paper.ts';
import type { ReportSource } from './source.ts';

/** The published figures: where the council stands, and how each share or rate moved. */
export function publishedParts({ published, plan }: ReportSource): PaperPart[] {
  const known = published.filter(({ years }) => years.length > 0);
  if (known.length === 0) return [];
  const { short } = plan.induction.council;
  return [
    {
      heading: 'Published figures',
      intro: 'As published by the Department for Education (Open Government Licence v3.0), the latest year of each.',
      pictures: known.flatMap((figure) => trendOf(figure, short)),
      table: {
        caption: 'Published figures',
        columns: ['Figure', 'Year', short, 'Region', 'England', 'Councils like it'],
        rows: known.map(rowOf),
        listed: false,
      },
      entries: known.map((figure) => ({ lead: null, text: sayFigure(figure, short), under: [] })),
    },
  ];
}

/** `Repeat referrals: Leeds 24.2%, England 22.6%, councils like it 21.5% (2025).` Numbers are not compared. */
function sayFigure({ indicator, years: [last] }: Figure, short: string): string {
  const value = (who: string, number: number | null | undefined) =>
    number == null ? [] : [`${who} ${sayValue(number, indicator.measure, 1)}`];
  const own = last?.council == null ? [`${short} ${last?.flag ?? 'not known'}`] : value(short, last.council);
  const others =
    indicator.measure === 'number'
      ? []
      : [
          ...value('region', last?.region),
          ...value('England', last?.england),
          ...value('councils like it', last?.neighbours),
        ];
  return `${indicator.title}: ${[...own, ...others].join(', ')} (${last?.period}).`;
}

function rowOf({ indicator, years: [last] }: Figure): string[] {
  const say = (value: number | null | undefined) => (value == null ? '-' : sayValue(value, indicator.measure, 1));
  const own = last?.council == null && last?.flag != null ? last.flag : say(last?.council);
  return [indicator.title, last?.period ?? '', own, say(last?.region), say(last?.england), say(last?.neighbours)];
}

/** A line through the council's own years, where there are two or more; what is not known is left out. */
function trendOf({ indicator, years }: Figure, short: string): Picture[] {
  if (indicator.measure === 'number') return [];
  const own = [...years].reverse().flatMap(({ period, council }) => (council === null ? [] : [{ period, council }]));
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined || own.length < 2) return [];
  const say = (value: number) => sayValue(value, indicator.measure, 1);
  return [
    {
      id: `published-${indicator.id}`,
      title: `${indicator.title}, ${short}`,
      says: `${indicator.title}: from ${say(first.council)} in ${first.period} to ${say(last.council)} in ${last.period}.`,
      shape: 'line',
      points: own.map(({ council }, index) => ({ at: index / (own.length - 1), value: council })),
      marks: [
        { at: 0, words: first.period },
        { at: 1, words: last.period },
      ],
    },
  ];
}
