import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Council, type CouncilType, findCouncils, findRegion, regions } from '../../src/core/councils.ts';

type Entry = {
  readonly name: string;
  readonly short: string;
  readonly gss: string;
  readonly former_gss?: readonly string[];
  readonly type: CouncilType;
  readonly region: string;
  readonly dfe_code: string;
  readonly ons_name: string;
  readonly aliases?: readonly string[];
};
type List = {
  readonly as_at: string;
  readonly count: number;
  readonly changes: readonly { readonly council: string; readonly from: string; readonly what: string }[];
  readonly councils: readonly Entry[];
};

const list = parse(readFileSync(new URL('../../data/england/councils.yaml', import.meta.url), 'utf8')) as List;
const councils: readonly Council[] = list.councils.map((entry) => ({
  name: entry.name,
  short: entry.short,
  gss: entry.gss,
  formerGss: entry.former_gss ?? [],
  type: entry.type,
  region: entry.region,
  dfeCode: entry.dfe_code,
  onsName: entry.ons_name,
  aliases: entry.aliases ?? [],
}));

/** What was found, in a word or two: a council's everyday name, "many: …" or "none: …". */
function found(typed: string): string {
  const result = findCouncils(typed, councils);
  switch (result.match) {
    case 'one':
      return result.council.short;
    case 'many':
      return `many: ${result.councils.map((council) => council.short).join('; ')}`;
    case 'none':
      return `none: ${result.nearest.map((council) => council.short).join('; ')}`;
  }
}

describe('the list of councils', () => {
  it('has 153 councils with one code, number and name each', () => {
    expect(list.count).toBe(153);
    for (const field of ['name', 'short', 'gss', 'dfeCode', 'onsName'] as const) {
      expect(new Set(councils.map((council) => council[field])).size).toBe(153);
    }
    for (const council of councils) {
      for (const code of [council.gss, ...council.formerGss]) expect(code).toMatch(/^E(?:06|08|09|10)\d{6}$/);
      expect(council.dfeCode).toMatch(/^\d{3}$/);
      expect(regions).toContain(council.region);
    }
  });

  it.each([
    ['North East', 12],
    ['North West', 24],
    ['Yorkshire and The Humber', 15],
    ['East Midlands', 10],
    ['West Midlands', 14],
    ['East of England', 11],
    ['London', 33],
    ['South East', 19],
    ['South West', 15],
  ])('has in the region %s %i councils', (region, count) => {
    expect(councils.filter((council) => council.region === region)).toHaveLength(count);
  });

  it('has every type the right number of times', () => {
    const count = (type: CouncilType): number => councils.filter((council) => council.type === type).length;
    expect(['unitary', 'metropolitan', 'london-borough', 'county'].map((type) => count(type as CouncilType))).toEqual([
      62, 36, 32, 21,
    ]);
    expect(count('city-corporation') + count('sui-generis')).toBe(2);
  });

  it('knows both codes of Barnsley and Sheffield', () => {
    const codes = councils.filter((council) => council.formerGss.length > 0);
    expect(codes.map((council) => [council.short, council.gss, ...council.formerGss])).toEqual([
      ['Barnsley', 'E08000038', 'E08000016'],
      ['Sheffield', 'E08000039', 'E08000019'],
    ]);
  });

  it('names only its own councils in the changes ahead', () => {
    expect(list.changes.length).toBeGreaterThan(0);
    for (const change of list.changes) {
      expect(councils.map((council) => council.gss)).toContain(change.council);
      expect(change.from > list.as_at).toBe(true);
    }
  });
});

describe('findCouncils', () => {
  it('finds every council by every name and code, however it is written', () => {
    const failures: string[] = [];
    for (const council of councils) {
      const names = [council.name, council.short, council.onsName, ...council.aliases];
      const codes = [council.gss, ...council.formerGss, council.dfeCode];
      const ways = [...names, ...codes].flatMap((name) => [
        `  ${name.toUpperCase().replaceAll(' ', '   ')} `,
        `${name.toLowerCase()} council`,
        name.replaceAll(' and ', ' & '),
        `the ${name.replaceAll('&', ' and ').replaceAll('-', ' ')}`,
      ]);
      failures.push(...ways.filter((way) => found(way) !== council.short).map((way) => `${way} → ${found(way)}`));
    }
    expect(failures).toEqual([]);
  }, 30_000);

  it.each([
    ['Leeds', 'Leeds'],
    ['leeds city council', 'Leeds'],
    ['durham', 'County Durham'],
    ['Durham', 'County Durham'],
    ['LB Camden', 'Camden'],
    ['London Borough of Camden', 'Camden'],
    ['camden council', 'Camden'],
    ['Camden LBC', 'Camden'],
    ['Westmorland & Furness', 'Westmorland and Furness'],
    ['Westmorland', 'Westmorland and Furness'],
    ['BCP', 'Bournemouth, Christchurch and Poole'],
    ['Poole', 'Bournemouth, Christchurch and Poole'],
    ['City of Bristol', 'Bristol'],
    ['Bristol City Council', 'Bristol'],
    ['Kingston upon Hull', 'Hull'],
    ['Kingston-upon-Hull, City of', 'Hull'],
    ['Kingston on Hull', 'Hull'],
    ['St Helens', 'St Helens'],
    ['St. Helens', 'St Helens'],
    ['st.helens mbc', 'St Helens'],
    ['Saint Helens', 'St Helens'],
    ['Telford', 'Telford and Wrekin'],
    ['E08000035', 'Leeds'],
    ['e08000035', 'Leeds'],
    ['E08000016', 'Barnsley'],
    ['E08000019', 'Sheffield'],
    ['383', 'Leeds'],
    ['stoke on trent', 'Stoke-on-Trent'],
    ['Stoke', 'Stoke-on-Trent'],
    ['Southend on sea', 'Southend-on-Sea'],
    ['RB Greenwich', 'Greenwich'],
    ['Royal Borough of Greenwich', 'Greenwich'],
    ['Royal Borough of Kingston', 'Kingston upon Thames'],
    ['RBWM', 'Windsor and Maidenhead'],
    ['Windsor & Maidenhead', 'Windsor and Maidenhead'],
    ['RBKC', 'Kensington and Chelsea'],
    ['LBBD', 'Barking and Dagenham'],
    ['CWaC', 'Cheshire West and Chester'],
    ['BANES', 'Bath and North East Somerset'],
    ['B&NES', 'Bath and North East Somerset'],
    ['Bath', 'Bath and North East Somerset'],
    ['Brighton Hove', 'Brighton and Hove'],
    ['Richmond', 'Richmond upon Thames'],
    ['East Riding', 'East Riding of Yorkshire'],
    ['N Yorks', 'North Yorkshire'],
    ['N. Yorkshire', 'North Yorkshire'],
    ['Newcastle', 'Newcastle upon Tyne'],
    ['Isles of Scilly', 'Isles of Scilly'],
    ['Scilly', 'Isles of Scilly'],
    ['City of London', 'City of London'],
    ['Medway', 'Medway'],
    ['Bradford MDC', 'Bradford'],
    ['Wirral MBC', 'Wirral'],
    ['Lancashire CC', 'Lancashire'],
    ['Herefordshire, County of', 'Herefordshire'],
    ['Surrey', 'Surrey'],
    ['Bedford', 'Bedford'],
    ['York', 'York'],
    ['Gloucestershire', 'Gloucestershire'],
    ['Lincolnshire', 'Lincolnshire'],
    ['Somerset', 'Somerset'],
    ['Derby', 'Derby'],
    ['Wolver', 'Wolverhampton'],
    ['Lééds', 'Leeds'],
    ['Leeds children’s services', 'Leeds'],
    ["Leeds Children's Services", 'Leeds'],
    ['Hull’', 'Hull'],
    ["King's Lynn", 'none: '],
    ['ＬＥＥＤＳ', 'Leeds'],
    ['Yorkshire', 'many: East Riding of Yorkshire; North Yorkshire'],
    ['Northamptonshire', 'many: North Northamptonshire; West Northamptonshire'],
    ['Northants', 'many: North Northamptonshire; West Northamptonshire'],
    ['Cheshire', 'many: Cheshire East; Cheshire West and Chester'],
    ['Kingston', 'many: Kingston upon Thames; Hull'],
    ['kingston council', 'many: Kingston upon Thames; Hull'],
    ['Tyneside', 'many: North Tyneside; South Tyneside'],
    ['Sussex', 'many: East Sussex; West Sussex'],
    ['Bed', 'many: Bedford; Central Bedfordshire'],
    ['Lecester', 'none: Leicester'],
    ['Lecester City Council', 'none: Leicester'],
    ['Manchster', 'none: Manchester'],
    ['Ledes', 'none: Leeds; Leicestershire'],
    ['East Surrey', 'none: '],
    ['Narnia', 'none: '],
    ['Rhondda Cynon Taf', 'none: '],
    ['L', 'none: '],
    ['38', 'none: '],
    ['999', 'none: '],
    ['', 'none: '],
    ['  ', 'none: '],
    ['&', 'none: '],
    ['Council', 'none: '],
    ['City Council', 'none: '],
    ['Royal Borough of', 'none: '],
  ])('%j gives %s', (typed, expected) => {
    expect(found(typed)).toBe(expected);
  });

  it('takes a region for all its councils', () => {
    expect(found('London').split(';')).toHaveLength(33);
    expect(found('West Midlands').split(';')).toHaveLength(14);
  });

  it('lists at most five near names, the nearest first', () => {
    for (const typed of ['Bxry', 'Hxll', 'Sxtton', 'Brxnt', 'Hxrrow', 'Hanpshire', 'Wiltshre']) {
      const near = findCouncils(typed, councils);
      expect(near.match).toBe('none');
      expect(near.match === 'none' ? near.nearest.length : 0).toBeGreaterThan(0);
      expect(near.match === 'none' ? near.nearest.length : 9).toBeLessThanOrEqual(5);
    }
  });

  it('stays quick and calm with very long input', () => {
    const start = performance.now();
    expect(found(`${'ab '.repeat(30_000)}`)).toBe('none: ');
    expect(found('x'.repeat(100_000))).toBe('none: ');
    expect(found(`${'city of '.repeat(10_000)}leeds${' council'.repeat(10_000)}`)).toMatch(/^(?:Leeds|none: )$/);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('regions', () => {
  it('are nine, in the official order', () => {
    expect(regions).toHaveLength(9);
    expect(regions[0]).toBe('North East');
    expect(regions[8]).toBe('South West');
  });

  it.each([
    ...regions.flatMap((region): [string, string][] => [
      [region, region],
      [region.toUpperCase(), region],
      [` the ${region.toLowerCase()} `, region],
      [`${region} region`, region],
    ]),
    ['Yorkshire', 'Yorkshire and The Humber'],
    ['Yorkshire & Humber', 'Yorkshire and The Humber'],
    ['Yorkshire and the Humber', 'Yorkshire and The Humber'],
    ['Yorkshire & Humble', 'Yorkshire and The Humber'],
    ['Yorkshire and Humberside', 'Yorkshire and The Humber'],
    ['East', 'East of England'],
    ['East of England', 'East of England'],
    ['Eastern', 'East of England'],
    ['the north west', 'North West'],
    ['North-West England', 'North West'],
    ['northwest', 'North West'],
    ['NW', 'North West'],
    ['Greater London', 'London'],
  ])('%j is %s', (typed, region) => {
    expect(findRegion(typed)).toBe(region);
  });

  it.each(['', 'North', 'Wales', 'the', 'England', 'Leeds'])('%j is none', (typed) => {
    expect(findRegion(typed)).toBeUndefined();
  });
});
