import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type BankHoliday, buildCalendar, type CivilDate } from '../../../src/core/dates/index.ts';

const FILE = new URL('../../../data/england/bank-holidays.yaml', import.meta.url);

/** The table as shipped, parsed but not checked. */
export const TABLE: { as_at: string; years: number[]; holidays: BankHoliday[] } = parse(readFileSync(FILE, 'utf8'));

export const CALENDAR = buildCalendar(TABLE);

/** Every day from one to another, made without the code under test. */
export function everyDay(from: CivilDate, to: CivilDate): CivilDate[] {
  const days: CivilDate[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}
