import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { areaKeys } from '../src/core/figures/areas.ts';
import { dfeReader, type FoundFigure } from '../src/core/figures/dfe-file.ts';
import { type Place, type PublishedYear, publishedYears } from '../src/core/figures/published.ts';
import { streamCsv } from '../src/formats/csv/stream.ts';
import { readChunks } from '../src/host/files/read-file.ts';
import { PROGRAM, runInduct, startHome } from './helpers/run.ts';
import { shippedLoader } from './helpers/shipped.ts';

/**
 * The files of the Department for Education are not part of the project. Where they lie beside the checkout, in
 * ../shared/published-figures, what is read from them is compared with what was read from them by eye.
 */
const FOLDER = process.env.PUBLISHED_FIGURES ?? join(PROGRAM, '..', 'shared', 'published-figures');
const here = existsSync(FOLDER);
const path = (name: string) => join(FOLDER, name);
const FILES = [
  'b1_children_in_need_2013_to_2025.csv',
  'c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv',
  'cla_number_and_rate_per_10k_children.csv',
  'd3_cpps_subsequent_plan_2013_to_2025.csv',
  'd5_cpps_at31march_by_duration_2013_to_2025.csv',
  'la_care_leavers_activity.csv',
  'la_cla_placement_stability.csv',
];
const NEIGHBOURS = 'sn_model_2025_wide.csv';

test(
  here
    ? 'the published files lie beside the checkout'
    : `no published files in ${FOLDER}: their values are not compared`,
  () => {
    expect(typeof here).toBe('boolean');
  },
);

/** A council's value as the file has it: a number, one of its signs, or null for no row. */
type Read = readonly [figure: string, year: string, place: string, value: number | 'c' | 'z' | 'x' | 'u' | null];

const BY_EYE: readonly Read[] = [
  ['referrals', '2025', 'Leeds', 10304],
  ['repeat-referrals', '2025', 'Leeds', 24.2],
  ['repeat-referrals', '2020', 'Leeds', 27.1],
  ['repeat-referrals', '2013', 'Leeds', 30.3],
  ['children-in-need', '2025', 'Leeds', 5775],
  ['awaiting-assessment', '2025', 'Leeds', 209],
  ['repeat-plans', '2025', 'Leeds', 23],
  ['repeat-plans', '2013', 'Leeds', 17.5],
  ['child-protection-plans', '2025', 'Leeds', 634],
  ['children-in-care', '2025', 'Leeds', 1498],
  ['children-in-care-rate', '2025', 'Leeds', 85],
  ['children-in-care-rate', '2021', 'Leeds', 75],
  ['coming-into-care', '2025', 'Leeds', 458],
  ['coming-into-care-rate', '2025', 'Leeds', 26],
  ['stability', '2025', 'Leeds', 73],
  ['placement-moves', '2025', 'Leeds', 13],
  ['care-leavers-active', '2025', 'Leeds', 46],
  ['care-leavers-active', '2023', 'Leeds', 54],
  // Under its old code throughout.
  ['repeat-referrals', '2025', 'Barnsley', 25.5],
  ['repeat-referrals', '2013', 'Barnsley', 27.6],
  ['children-in-care-rate', '2021', 'Barnsley', 66],
  ['stability', '2025', 'Barnsley', 57],
  ['child-protection-plans', '2020', 'Barnsley', 285],
  ['referrals', '2025', 'Isles of Scilly', 32],
  ['repeat-referrals', '2025', 'Isles of Scilly', 0],
  ['repeat-referrals', '2013', 'Isles of Scilly', 'c'],
  ['awaiting-assessment', '2025', 'Isles of Scilly', 'c'],
  ['children-in-care', '2025', 'Isles of Scilly', 'z'],
  ['care-leavers-active', '2025', 'Isles of Scilly', 'z'],
  ['child-protection-plans', '2020', 'Isles of Scilly', 0],
  ['referrals', '2020', 'City of London', 100],
  ['repeat-referrals', '2025', 'City of London', 15.8],
  ['children-in-care-rate', '2025', 'City of London', 'c'],
  ['children-in-care-rate', '2021', 'City of London', 306],
  ['coming-into-care-rate', '2025', 'City of London', 177],
  ['stability', '2025', 'City of London', 'z'],
  ['placement-moves', '2021', 'City of London', 'c'],
  ['care-leavers-active', '2025', 'City of London', 72],
  // A new council: no row before 2024 in one file, and `z` in another.
  ['repeat-referrals', '2025', 'Cumberland', 22.7],
  ['repeat-referrals', '2023', 'Cumberland', null],
  ['children-in-care-rate', '2025', 'Cumberland', 87],
  ['children-in-care-rate', '2021', 'Cumberland', 'z'],
  ['referrals', '2025', 'Kingston upon Thames', 1640],
  ['repeat-referrals', '2020', 'Kingston upon Thames', 15],
  ['repeat-plans', '2025', 'Kingston upon Thames', 17.3],
  ['children-in-care-rate', '2025', 'Kingston upon Thames', 30],
  ['children-in-need', '2021', 'Hackney', 'x'],
  ['repeat-referrals', '2025', 'England', 22.6],
  ['repeat-referrals', '2013', 'England', 24.7],
  ['awaiting-assessment', '2025', 'England', 16290],
  ['child-protection-plans', '2025', 'England', 49420],
  ['repeat-plans', '2025', 'England', 24.5],
  ['children-in-care', '2025', 'England', 81770],
  ['coming-into-care-rate', '2025', 'England', 26],
  ['stability', '2025', 'England', 69],
  ['placement-moves', '2025', 'England', 10],
  ['care-leavers-active', '2025', 'England', 54],
  ['repeat-referrals', '2025', 'North East', 20.7],
  ['repeat-referrals', '2025', 'North West', 21.7],
  ['repeat-referrals', '2025', 'Yorkshire and The Humber', 21.7],
  ['repeat-referrals', '2025', 'East Midlands', 24.7],
  ['repeat-referrals', '2025', 'West Midlands', 19.5],
  ['repeat-referrals', '2025', 'East of England', 19.4],
  ['repeat-referrals', '2025', 'London', 19.4],
  ['repeat-referrals', '2025', 'South East', 28.4],
  ['repeat-referrals', '2025', 'South West', 22.1],
  ['children-in-care-rate', '2025', 'South West', 62],
  ['care-leavers-active', '2025', 'London', 57],
];

const FLAG = { c: 'suppressed', z: 'not-applicable', x: 'unavailable', u: 'unreliable' } as const;

describe.runIf(here)('what is read from the published files', () => {
  const figures = new Map<string, FoundFigure>();
  let places: ReadonlyMap<string, Place>;

  beforeAll(async () => {
    const { indicators, councils } = await shippedLoader.load('indicators', 'councils');
    places = new Map(councils.map(({ short, gss, region }) => [short, { gss, region }]));
    for (const name of FILES) {
      let reader: ReturnType<typeof dfeReader> | null = null;
      for await (const { cells, line } of streamCsv(readChunks(path(name)), name)) {
        if (reader === null) {
          const columns = cells.map((cell) => cell.trim().toLowerCase());
          reader = dfeReader(name, columns, { indicators, keys: areaKeys(councils, null), own: 'none' });
        } else reader.row(cells, line);
      }
      for (const figure of reader?.finish().figures ?? []) figures.set(figure.indicator.id, figure);
    }
  }, 60_000);

  test.each(BY_EYE)('%s %s, %s: %s', (figure, year, where, value) => {
    const found = figures.get(figure);
    const progress = found === undefined ? undefined : { values: found.values, base: {}, before: null };
    const place = places.get(where) ?? { gss: 'none', region: where };
    const years = publishedYears(progress, place, null);
    const row = years.find(({ period }) => period === year) as PublishedYear;
    if (where === 'England') expect(row.england).toBe(value);
    else if (place.gss === 'none') expect(row.region).toBe(value);
    else if (typeof value === 'string') expect(row).toMatchObject({ council: null, flag: FLAG[value] });
    else expect(row).toMatchObject({ council: value, flag: null });
  });

  test('at least forty values were read by eye', () => {
    expect(BY_EYE.length).toBeGreaterThanOrEqual(40);
  });

  test('every year that has England is there, newest first', () => {
    const progress = (id: string) => ({ values: figures.get(id)?.values ?? {}, base: {}, before: null });
    const periods = (id: string) =>
      publishedYears(progress(id), { gss: 'E08000035', region: '' }, null).map(({ period }) => period);
    expect(periods('referrals')).toEqual(Array.from({ length: 13 }, (_, index) => String(2025 - index)));
    expect(periods('stability')).toEqual(['2025', '2024', '2023', '2022', '2021']);
    expect(periods('care-leavers-active')).toEqual(['2025', '2024', '2023']);
  });
});

describe.runIf(here)('the whole of it, for Leeds', () => {
  /** A comma outside quotation marks. */
  const COMMA = /,(?=(?:[^"]*"[^"]*")*[^"]*$)/;

  /** The rows of a file, as plainly as can be. */
  function plainRows(name: string): Record<string, string>[] {
    const [head = '', ...lines] = readFileSync(path(name), 'utf8').replace('\ufeff', '').trim().split('\n');
    const columns = head.split(',');
    return lines.map((line) =>
      Object.fromEntries(line.split(COMMA).map((cell, index) => [columns[index], cell.replace(/"/g, '')])),
    );
  }

  test('imports as one change, compares as counted by hand, and is taken back as one', async () => {
    const home = await startHome();
    const all = [...FILES, NEIGHBOURS].map(path);
    const told = await runInduct(['data', 'import', ...all, '--json'], { home });
    expect(told.exit, told.stderr).toBe(0);
    const history = (await runInduct(['history', '--all', '--json'], { home })).json.events;
    const imported = history.filter((event: { what: string }) =>
      /figures-published|neighbours-listed/.test(event.what),
    );
    expect(imported).toHaveLength(14);
    expect(new Set(imported.map((event: { change: string }) => event.change)).size).toBe(1);

    const { json } = await runInduct(['data', '--json'], { home });
    const shown = json.indicators.find((one: { id: string }) => one.id === 'repeat-referrals');
    const neighbours = plainRows(NEIGHBOURS).find((row) => row.old_la_code === '383') ?? {};
    const codes = Array.from({ length: 10 }, (_, index) => neighbours[`SN_${index + 1}`]);
    const rows = plainRows(FILES[1] ?? '');
    for (const year of shown.published) {
      const values = rows
        .filter((row) => row.time_period === year.period && codes.includes(row.old_la_code ?? ''))
        .map((row) => Number(row.rereferral_percent))
        .filter((value) => !Number.isNaN(value))
        .sort((a, b) => a - b);
      const half = values.length / 2;
      const middle =
        values.length % 2 === 1 ? values[Math.floor(half)] : ((values[half - 1] ?? 0) + (values[half] ?? 0)) / 2;
      expect(year.neighbours, year.period).toBeCloseTo(middle ?? Number.NaN, 6);
    }
    const leeds = (year: string) =>
      Number(rows.find((row) => row.time_period === year && row.la_name === 'Leeds')?.rereferral_percent);
    expect(shown.overOneYear).toBeCloseTo(leeds('2025') - leeds('2024'), 6);
    expect(shown.overFiveYears).toBeCloseTo(leeds('2025') - leeds('2020'), 6);
    const beaten = rows.filter(
      (row) =>
        row.time_period === '2025' &&
        codes.includes(row.old_la_code ?? '') &&
        Number(row.rereferral_percent) < leeds('2025'),
    );
    expect(beaten.length).toBeGreaterThanOrEqual(7);
    expect(shown.says).toMatch(/^Higher than most like you/);

    const again = await runInduct(['data', 'import', ...all], { home });
    expect(again.stderr).toContain('nothing was recorded');
    await runInduct(['undo'], { home });
    const after = (await runInduct(['data', '--json'], { home })).json.indicators;
    expect(after.flatMap((one: { published: unknown[] }) => one.published)).toEqual([]);
  }, 60_000);

  test('each file is one of those to download', async () => {
    const { json } = await runInduct(['data', 'files', '--json']);
    for (const name of [...FILES, NEIGHBOURS]) {
      expect(json.files.filter((file: { name: string }) => basename(name).startsWith(file.name))).toHaveLength(1);
    }
  });
});
