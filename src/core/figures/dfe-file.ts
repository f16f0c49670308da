import { usage } from '../problem.ts';
import { shown } from '../shown.ts';
import type { AreaKeys } from './areas.ts';
import { readCell, readYear } from './cells.ts';
import type { Indicator } from './indicator.ts';
import type { Cell, Values } from './published.ts';

/** The columns that every file of the DfE has. Of the two codes one is enough. */
const COMMON = ['time_period', 'time_identifier', 'geographic_level', 'la_name'] as const;
const CODES = ['new_la_code', 'old_la_code'] as const;
const ALSO = ['country_code', 'country_name', 'region_code', 'region_name'] as const;

/** Whether a header is that of a DfE file, perhaps of a damaged one: it has most of what they all have. */
export function isDfeHeader(columns: readonly string[]): boolean {
  const known = [...COMMON, ...CODES, ...ALSO].filter((name) => columns.includes(name));
  return known.length >= 3;
}

/** What a file holds of one figure. `base`: by year, of how many the user's council's share was taken. */
export type FoundFigure = {
  readonly indicator: Indicator;
  readonly values: Values;
  readonly base: Readonly<Record<string, number>>;
};

/** What was found in a DfE file; `absent` are the figures of the same file whose columns it lacks. */
export type DfeFile = {
  readonly figures: readonly FoundFigure[];
  readonly absent: readonly Indicator[];
  /** How many rows there are, and of how many a value was taken. */
  readonly rows: number;
  readonly taken: number;
  /** The names of the councils that are gone or not on the list, by the code they are kept under. */
  readonly names: ReadonlyMap<string, string>;
};

/** Takes a DfE file row by row. */
export type DfeReader = {
  readonly row: (cells: readonly string[], line: number) => void;
  readonly finish: () => DfeFile;
};

type Wanted = {
  readonly indicator: Indicator;
  readonly value: number;
  readonly base: number | null;
  readonly where: readonly (readonly [column: number, value: string])[];
  readonly values: Map<string, Map<string, { cell: Cell; totals: number }>>;
  readonly bases: Record<string, number>;
};

/**
 * Reads a DfE file by its columns, in whatever order they stand.
 * @param file how an error names it
 * @param own the key of the user's council
 * @throws Problem (2) for a header that lacks what every such file has, or holds no figure that is followed; `row` for a cell
 * that is none of the expected, and for a second value of one area and year
 */
export function dfeReader(
  file: string,
  columns: readonly string[],
  {
    indicators,
    keys,
    own,
  }: { readonly indicators: readonly Indicator[]; readonly keys: AreaKeys; readonly own: string },
): DfeReader {
  refuseHeader(file, columns);
  const at = new Map(columns.map((name, index) => [name, index]));
  const { wanted, absent } = wantedOf(indicators, at);
  if (wanted.length === 0) {
    throw usage(
      `${file} is a file of the DfE, but holds none of the figures followed here.`,
      'Which files do: induct data files',
    );
  }
  const declared = new Set(
    wanted.flatMap(({ where, value, base }) => [value, base, ...where.map(([column]) => column)]),
  );
  const common = new Set<string>([...COMMON, ...CODES, ...ALSO]);
  const others = columns.flatMap((name, index) => (common.has(name) || declared.has(index) ? [] : [index]));
  const cell = (cells: readonly string[], name: string) => cells[at.get(name) ?? -1]?.trim() ?? '';
  const names = new Map<string, string>();
  let rows = 0;
  let taken = 0;

  return {
    row: (cells, line) => {
      rows += 1;
      const area = {
        level: cell(cells, 'geographic_level'),
        region: cell(cells, 'region_name'),
        regionCode: cell(cells, 'region_code'),
        newCode: cell(cells, 'new_la_code'),
        oldCode: cell(cells, 'old_la_code'),
        name: cell(cells, 'la_name'),
      };
      // A quarter or a week is no year, whatever its number looks like.
      if (!/year|^$/i.test(cell(cells, 'time_identifier'))) return;
      const key = keys(area);
      if (key === null) return;
      if (area.name !== '') names.set(key, area.name);
      const year = readYear(cell(cells, 'time_period'), { file, line, column: 'time_period' });
      const totals = others.filter((index) => /^(total|all)\b/i.test(cells[index] ?? '')).length;
      let used = false;
      for (const one of wanted) {
        if (one.where.some(([column, value]) => (cells[column] ?? '').trim().toLowerCase() !== value)) continue;
        used = true;
        const place = { file, line, column: columns[one.value] ?? '' };
        const read = readCell((cells[one.value] ?? '').trim(), place);
        keep(one, year, key, { cell: read, totals }, () => {
          const who = area.name || area.region || 'England';
          throw usage(
            `${file}, line ${line}, column ${place.column}: ${who} has a second value for ${year}.`,
            'The file has more in it than is known here: nothing was imported.',
          );
        });
        const base =
          one.base === null || key !== own
            ? null
            : readCell((cells[one.base] ?? '').trim(), { ...place, column: columns[one.base] ?? '' });
        if (typeof base === 'number') one.bases[year] = base;
      }
      if (used) taken += 1;
    },
    finish: () => ({ figures: wanted.filter(({ values }) => values.size > 0).map(found), absent, rows, taken, names }),
  };
}

/** Of two rows for one area and year, that of more totals counts; otherwise they must agree. */
function keep(one: Wanted, year: string, key: string, read: { cell: Cell; totals: number }, clash: () => never): void {
  const areas = one.values.get(year) ?? new Map();
  const before = areas.get(key);
  if (before !== undefined && before.totals === read.totals && before.cell !== read.cell) clash();
  if (before === undefined || read.totals > before.totals) areas.set(key, read);
  one.values.set(year, areas);
}

function found({ indicator, values, bases }: Wanted): FoundFigure {
  const plain = [...values].map(([year, areas]) => [
    year,
    Object.fromEntries([...areas].map(([key, { cell }]) => [key, cell])),
  ]);
  return { indicator, values: Object.fromEntries(plain) as Values, base: bases };
}

function wantedOf(indicators: readonly Indicator[], at: ReadonlyMap<string, number>) {
  const wanted: Wanted[] = [];
  for (const indicator of indicators) {
    const { published } = indicator;
    const value = published === null ? undefined : at.get(published.value.toLowerCase());
    const where = Object.entries(published?.where ?? {}).map(
      ([column, text]) => [at.get(column.toLowerCase()) ?? -1, text.toLowerCase()] as const,
    );
    if (value === undefined || where.some(([column]) => column < 0)) continue;
    const base = published?.base === null || published === null ? null : (at.get(published.base.toLowerCase()) ?? null);
    wanted.push({ indicator, value, base, where, values: new Map(), bases: {} });
  }
  const files = new Set(wanted.map(({ indicator }) => indicator.published?.file));
  const taken = new Set(wanted.map(({ indicator }) => indicator));
  const absent = indicators.filter((one) => one.published !== null && files.has(one.published.file) && !taken.has(one));
  return { wanted, absent };
}

function refuseHeader(file: string, columns: readonly string[]): void {
  const twice = columns.find((name, index) => name !== '' && columns.indexOf(name) !== index);
  if (twice !== undefined) throw usage(`${file}, line 1: the column ${shown(twice)} is there twice.`);
  const missing = COMMON.filter((name) => !columns.includes(name));
  const code = CODES.some((name) => columns.includes(name)) ? [] : [CODES.join(' or ')];
  const all = [...missing, ...code];
  if (all.length === 0) return;
  const what = all.length === 1 ? `the column ${all[0]} is` : `the columns ${all.join(', ')} are`;
  throw usage(`${file}, line 1: ${what} not there, which every such file of the DfE has.`, 'Download it again, whole.');
}
