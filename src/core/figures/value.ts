import { usage } from '../problem.ts';
import { grouped } from '../say-amount.ts';
import { shown } from '../shown.ts';
import type { Measure } from './indicator.ts';
import type { Flag } from './published.ts';

const MOST = 1_000_000_000;

/**
 * A value as typed: `24.2`, `24.2%`, `1,234`, `1 234`.
 * @throws Problem (2) for what is no number, or cannot be one of this measure
 */
export function readValue(typed: string, measure: Measure): number {
  const word = typed.trim().replace(/[\u00a0\u2009\u202f]/g, ' ');
  const percent = /\s?%$/.test(word);
  const bare = word.replace(/\s?%$/, '');
  const grouped = /^\d{1,3}([, ]\d{3})+(\.\d+)?$/.test(bare);
  if (!grouped && !/^(\d+(\.\d+)?|\.\d+)$/.test(bare)) {
    throw usage(`"${shown(typed)}" is not a number. Type it like 24.2 or 1,234.`);
  }
  const value = Number(bare.replace(/[, ]/g, ''));
  if (percent && measure !== 'percent') {
    throw usage(`"${shown(typed)}" is a share, and this figure is not. Type the number alone.`);
  }
  if (measure === 'percent' && value > 100) {
    throw usage(`"${shown(typed)}" is more than a hundred, and this figure is a share of a hundred.`);
  }
  if (value > MOST) throw usage(`"${shown(typed)}" is too large to be a figure here.`);
  return value;
}

/** A value on a screen: `24.2%`, `1,234`, `67`; with at most so many decimals. */
export function sayValue(value: number, measure: Measure, decimals = 6): string {
  const rounded = Math.round(Math.abs(value) * 10 ** decimals) / 10 ** decimals;
  const [whole = '', part] = String(rounded).split('.');
  const text = `${value < 0 ? '-' : ''}${grouped(Number(whole))}${part === undefined ? '' : `.${part}`}`;
  return measure === 'percent' ? `${text}%` : text;
}

/** A difference without the traces of binary fractions: 24.2 less 23.9 is 0.3. */
export function difference(last: number, before: number): number {
  return Math.round((last - before) * 1e6) / 1e6;
}

/** A change on a screen: `up 0.4`, `down 1,200`, `no change`; of a share `up 0.4 points`. */
export function sayChange(change: number, measure: Measure = 'number'): string {
  if (change === 0) return 'no change';
  const size = sayValue(Math.abs(change), 'number');
  const points = measure !== 'percent' ? '' : size === '1' ? ' point' : ' points';
  return `${change > 0 ? 'up' : 'down'} ${size}${points}`;
}

const SAID: Readonly<Record<Flag, string>> = {
  suppressed: 'suppressed',
  unreliable: 'unreliable',
  unavailable: 'not available',
  'not-applicable': 'does not apply',
};

/** Why there is no number, in a word or two. */
export function sayFlag(flag: Flag): string {
  return SAID[flag];
}
