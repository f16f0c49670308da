import type { CivilDate } from './dates/index.ts';
import type { Rhythm, SubjectKind } from './events.ts';
import { groupByKind, type ProgressRow } from './progress.ts';

/** A visit to a service. `questions` follow from it and name it; they are not kept here. */
export type VisitProgress = {
  readonly on: CivilDate;
  readonly to: string;
  readonly with: string | null;
  readonly note: string | null;
};

/** Something asked of somebody. `to` is a person's or meeting's id, or words; `visit` is what raised it. */
export type QuestionProgress = {
  readonly text: string;
  readonly to: string;
  readonly askedOn: CivilDate;
  readonly visit: string | null;
  readonly answer: string | null;
  readonly answeredOn: CivilDate | null;
};

/** Something promised to somebody, by a day. */
export type PromiseProgress = {
  readonly text: string;
  readonly to: string;
  readonly by: CivilDate | null;
  readonly madeOn: CivilDate;
  readonly keptOn: CivilDate | null;
  readonly note: string | null;
};

/** One value of a figure, for a month, quarter or year: `2026-05`, `2026-Q1`, `2025-26`, `2025`. */
export type FigureValue = {
  readonly period: string;
  readonly value: number;
  readonly recordedOn: CivilDate;
  readonly note: string | null;
};
/** The holder's own values of one figure, by period, oldest first. */
export type FigureProgress = { readonly values: readonly FigureValue[] };

/** A habit: whether it is kept, since when, how often, and the days it was. */
export type HabitProgress = {
  readonly on: boolean;
  readonly since: CivilDate | null;
  readonly every: Rhythm | null;
  readonly kept: readonly CivilDate[];
};

/** A report that came: the day, the date its figures are of, and the question it raised, by id. */
export type ReportCame = { readonly on: CivilDate; readonly asAt: CivilDate; readonly question: string | null };
/** A report: what it is called, who sends it, how often, and when it came, oldest first. */
export type ReportProgress = {
  readonly name: string;
  readonly from: string | null;
  readonly every: Rhythm | null;
  readonly came: readonly ReportCame[];
};

/** What goes with a plan and no plan is built from: what was seen, asked, promised and counted, by id. */
export type Companion = {
  readonly visit: ReadonlyMap<string, VisitProgress>;
  readonly question: ReadonlyMap<string, QuestionProgress>;
  readonly promise: ReadonlyMap<string, PromiseProgress>;
  readonly figure: ReadonlyMap<string, FigureProgress>;
  readonly habit: ReadonlyMap<string, HabitProgress>;
  readonly report: ReadonlyMap<string, ReportProgress>;
};

/** The kinds of subject that are read where a command needs them, and not for every plan. */
export const COMPANION_KINDS = [
  'visit',
  'question',
  'promise',
  'figure',
  'habit',
  'report',
] as const satisfies readonly SubjectKind[];

export type CompanionKind = (typeof COMPANION_KINDS)[number];

/** Builds a Companion from rows of kind, subject and what `fold` gave. Other kinds are left out. */
export function buildCompanion(rows: Iterable<ProgressRow>): Companion {
  return groupByKind(COMPANION_KINDS, rows) as unknown as Companion;
}
