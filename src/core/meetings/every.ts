import type { Rhythm } from '../events.ts';
import { usage } from '../problem.ts';
import { shown } from '../shown.ts';

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const MOST = 52;

const NAMED: Readonly<Record<string, Rhythm>> = {
  daily: { count: 1, unit: 'day' },
  weekly: { count: 1, unit: 'week' },
  fortnight: { count: 2, unit: 'week' },
  fortnightly: { count: 2, unit: 'week' },
  monthly: { count: 1, unit: 'month' },
  quarter: { count: 3, unit: 'month' },
  quarterly: { count: 3, unit: 'month' },
  year: { count: 12, unit: 'month' },
  yearly: { count: 12, unit: 'month' },
};

/**
 * How often, as people type it: `week`, `2 weeks`, `fortnight`, `every six weeks`, `month`.
 * @param label what stands before an error: the flag it came from, or nothing
 * @throws Problem (2)
 */
export function readEvery(typed: string, label = '--every: '): Rhythm {
  const word = typed
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^every /, '');
  const named = Object.hasOwn(NAMED, word) ? NAMED[word] : undefined;
  if (named !== undefined) return named;
  const [, amount = '1', unit] = /^(?:(\d{1,3}|[a-z]+) ?)?(day|week|month)s?$/.exec(word) ?? [];
  const count = /^\d+$/.test(amount) ? Number(amount) : amount === 'other' ? 2 : NUMBERS.indexOf(amount) + 1;
  if (unit === undefined || count < 1 || count > MOST) {
    throw usage(
      `${label}"${shown(typed)}" is not clear.`,
      'Type it like week, "2 weeks", fortnight, "6 weeks" or month.',
    );
  }
  return { count, unit: unit as Rhythm['unit'] };
}
