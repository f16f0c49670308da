import type { Council } from '../../core/councils.ts';
import { areaKeys } from '../../core/figures/areas.ts';
import { refuseFormulas } from '../../core/figures/cells.ts';
import { type DfeFile, dfeReader, isDfeHeader } from '../../core/figures/dfe-file.ts';
import type { Indicator } from '../../core/figures/indicator.ts';
import { isNeighboursHeader, neighboursReader } from '../../core/figures/neighbours-file.ts';
import { type ColumnMap, plainReader } from '../../core/figures/plain-file.ts';
import { OWN } from '../../core/figures/published.ts';
import type { Point } from '../../core/figures/series.ts';
import type { Plan } from '../../core/plan/types.ts';
import { usage } from '../../core/problem.ts';
import type { Session } from '../../session/session.ts';

/** What one file gave, whichever kind it is. `path` is as it was typed. */
export type ReadFile =
  | { readonly kind: 'dfe'; readonly path: string; readonly file: DfeFile }
  | { readonly kind: 'neighbours'; readonly path: string; readonly neighbours: readonly string[] }
  | { readonly kind: 'plain'; readonly path: string; readonly indicator: Indicator; readonly points: readonly Point[] };

/** What reading needs to know. `asFigure`: a file of the council's own, and which figure it holds. */
export type ReadContext = {
  readonly session: Session;
  readonly plan: Plan;
  readonly indicators: readonly Indicator[];
  readonly councils: readonly Council[];
  readonly council: Council | null;
  /** Gives the figure and the columns of a file that is none of the DfE's, or throws what is missing. */
  readonly plain: (
    path: string,
    columns: readonly string[],
  ) => Promise<{ readonly indicator: Indicator; readonly map: ColumnMap }>;
  readonly forced: boolean;
};

type Reader = { readonly row: (cells: readonly string[], line: number) => void; readonly finish: () => ReadFile };

/** Reads one file to its end, or throws what is wrong with it. */
export async function readFigures(path: string, context: ReadContext): Promise<ReadFile> {
  const { streamCsv } = await import('../../formats/csv/stream.ts');
  let reader: Reader | null = null;
  let columns: readonly string[] = [];
  for await (const { cells, line } of streamCsv(context.session.host.files.chunks(path), path)) {
    if (reader === null) {
      columns = cells.map((cell) => cell.trim());
      reader = await readerFor(path, columns, context);
      continue;
    }
    refuseFormulas(cells, path, line, columns);
    reader.row(cells, line);
  }
  if (reader === null) throw usage(`${path} is empty.`);
  return reader.finish();
}

async function readerFor(path: string, names: readonly string[], context: ReadContext): Promise<Reader> {
  const { plan, indicators, councils, council } = context;
  const columns = names.map((name) => name.toLowerCase());
  if (!context.forced && isNeighboursHeader(columns)) {
    const reader = neighboursReader(path, columns, council, councils);
    return { row: reader.row, finish: () => ({ kind: 'neighbours', path, neighbours: reader.finish() }) };
  }
  if (!context.forced && isDfeHeader(columns)) {
    const { name, gss } = plan.induction.council;
    const keys = areaKeys(councils, gss === null ? name : null);
    const reader = dfeReader(path, columns, { indicators, keys, own: gss ?? OWN });
    return { row: reader.row, finish: () => ({ kind: 'dfe', path, file: reader.finish() }) };
  }
  const { indicator, map } = await context.plain(path, names);
  const reader = plainReader(path, names, { indicator, map, today: plan.today });
  return { row: reader.row, finish: () => ({ kind: 'plain', path, indicator, points: reader.finish() }) };
}
