import { writeFileSync } from 'node:fs';

/**
 * Writes a file of made-up figures in the shape of the DfE's, with many filters of which one row in twelve counts.
 * @returns {string} its path
 */
export function figures(path, rows) {
  const filters = Array.from({ length: 12 }, (_, index) =>
    index === 0 ? 'Total in education, employment or training' : `Other ${index}`,
  );
  const lines = [
    'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,la_name,new_la_code,care_leaver_age,breakdown,care_leaver_count,care_leaver_percent',
  ];
  for (let row = 0; lines.length <= rows; row += 1) {
    const council = Math.floor(row / 12) % 160;
    const year = 2025 - Math.floor(row / (12 * 160));
    const area =
      council === 0
        ? 'National,E92000001,England,,,,,'
        : `Local authority,E92000001,England,E12000003,Yorkshire and The Humber,${council === 1 ? 383 : 5000 + council},Council ${council},X${council}`;
    lines.push(`${year},Reporting year,${area},19 to 21 years,"${filters[row % 12]}",${row % 300},${row % 100}`);
  }
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}
