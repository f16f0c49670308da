const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

const ALSO_MONTH: Readonly<Record<string, number>> = { sept: 9 };
const ALSO_WEEKDAY: Readonly<Record<string, number>> = { tues: 2, weds: 3, thur: 4, thurs: 4 };

/** The English name of a month, 1 to 12. */
export function monthName(month: number): string {
  return MONTHS[month - 1] ?? '';
}

/** The English name of a day of the week, 1 (Monday) to 7 (Sunday). */
export function weekdayName(weekday: number): string {
  return WEEKDAYS[weekday - 1] ?? '';
}

/** The month (1 to 12) a lower-case word names: in full, by three letters, or `sept`. */
export function monthFrom(word: string): number | undefined {
  return placeOf(word, MONTHS) ?? (Object.hasOwn(ALSO_MONTH, word) ? ALSO_MONTH[word] : undefined);
}

/** The day of the week (1 to 7) a lower-case word names: in full, by three letters, or as people shorten it. */
export function weekdayFrom(word: string): number | undefined {
  return placeOf(word, WEEKDAYS) ?? (Object.hasOwn(ALSO_WEEKDAY, word) ? ALSO_WEEKDAY[word] : undefined);
}

function placeOf(word: string, names: readonly string[]): number | undefined {
  const place = names.findIndex((name) => name.toLowerCase() === word || name.slice(0, 3).toLowerCase() === word);
  return place === -1 ? undefined : place + 1;
}
