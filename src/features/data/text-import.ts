import type { Council } from '../../core/councils.ts';
import type { Draft } from '../../core/events.ts';
import type { ImportOutcome, Revision } from '../../core/figures/decide-import.ts';
import { predecessorsIn } from '../../core/figures/predecessor.ts';
import { type Cell, OWN } from '../../core/figures/published.ts';
import { sayFlag, sayValue } from '../../core/figures/value.ts';
import type { Plan } from '../../core/plan/types.ts';
import type { ReadFile } from './import-file.ts';

type Read = { readonly file: ReadFile; readonly outcomes: readonly ImportOutcome[] };
type Context = { readonly plan: Plan; readonly council: Council | null; readonly recorded: readonly Draft[] };

const MOST_REVISED = 8;

/** The receipt of an import: file by file what was taken, what was revised, what was left. */
export function sayImported(read: readonly Read[], context: Context): string[] {
  return [
    ...read.flatMap((one) => sayFile(one, context)),
    ...sayBefore(read, context),
    ...(read.some(({ file }) => file.kind === 'dfe') ? [sayWhose(context)] : []),
    context.recorded.length === 0
      ? 'All of it is here already, so nothing was recorded.'
      : 'See where this stands: induct data',
  ];
}

function sayFile({ file, outcomes }: Read, context: Context): string[] {
  const name = baseName(file.path);
  switch (file.kind) {
    case 'plain':
      return [`${name}: ${file.points.length} values of ${file.indicator.title}.`];
    case 'neighbours':
      return [
        `${name}: the ${file.neighbours.length} statistical neighbours of ${context.plan.induction.council.short}.`,
      ];
    case 'dfe': {
      const { absent, rows, taken } = file.file;
      return [
        `${name}: ${sayTaken(outcomes)}. ${counted(taken)} of ${counted(rows)} rows taken.`,
        ...sayRevised(outcomes, context.plan),
        ...(absent.length === 0 ? [] : [`Not in this file: ${absent.map(({ title }) => title).join('; ')}.`]),
      ];
    }
  }
}

/** The figures, with the years that are new for them. */
function sayTaken(outcomes: readonly ImportOutcome[]): string {
  const years = new Map<string, string[]>();
  for (const { figure, added } of outcomes) {
    const said = sayYears(added, figure.values);
    years.set(said, [...(years.get(said) ?? []), figure.indicator.title]);
  }
  return [...years].map(([said, titles]) => `${titles.join('; ')}, ${said}`).join('; ');
}

function sayYears(added: readonly string[], values: object): string {
  const all = Object.keys(values).sort();
  const span = (list: readonly string[]) => (list.length === 1 ? `${list[0]}` : `${list[0]} to ${list.at(-1)}`);
  return added.length === 0 ? `${span(all)}, no new year` : span(added);
}

function counted(number: number): string {
  return sayValue(number, 'number');
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

/** Whom the rows that were taken are about. */
function sayWhose({ plan }: Context): string {
  const { short, region } = plan.induction.council;
  return `Taken: ${short}, ${region} and England, and the other councils to compare with. Left: rows of other ages and groups.`;
}

function sayRevised(outcomes: readonly ImportOutcome[], plan: Plan): string[] {
  const revised = outcomes.flatMap(({ figure, revised: list }) =>
    list.map((one) => ({ one, indicator: figure.indicator })),
  );
  const others = outcomes.reduce((sum, { othersRevised }) => sum + othersRevised, 0);
  const left = outcomes.reduce((sum, outcome) => sum + outcome.left, 0);
  const lines = revised.slice(0, MOST_REVISED).map(({ one, indicator }) => {
    const value = (cell: Cell) => (typeof cell === 'number' ? sayValue(cell, indicator.measure) : sayFlag(cell));
    return `Revised: ${indicator.title} ${one.period}, ${sayArea(one, plan)}: ${value(one.was)} before, ${value(one.now)} now.`;
  });
  return [
    ...lines,
    ...(revised.length > MOST_REVISED ? [`and ${revised.length - MOST_REVISED} more revised.`] : []),
    ...(others === 0 ? [] : [`Revised for other councils: ${others} values.`]),
    ...(left === 0 ? [] : [`An older file: ${left} values differ from later ones, which stay.`]),
  ];
}

function sayArea({ area }: Revision, { induction: { council } }: Plan): string {
  return area === (council.gss ?? OWN) ? council.short : area;
}

/** The years before a council was formed: whose they are, or whose they could be. */
function sayBefore(read: readonly Read[], { council }: Context): string[] {
  const drafts = read.flatMap(({ outcomes }) => outcomes.flatMap(({ draft }) => draft ?? []));
  const named = drafts.flatMap((one) => (one.type === 'figures-published' ? (one.body.before ?? []) : []))[0];
  if (named !== undefined) return [`The years before are those of ${named.name}.`];
  const there = read.flatMap(({ file }) => (file.kind === 'dfe' ? predecessorsIn(file.file, council) : []));
  const names = [...new Set(there.map(({ former }) => former.name))];
  if (names.length === 0) return [];
  const one = names.length === 1 ? 'those' : 'those of one';
  return [`Earlier years are under ${names.join(' and ')}. To see ${one} too, import again with --predecessor.`];
}
