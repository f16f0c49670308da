import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/** The file in which all processes of a run write down what they counted. */
export const COUNTS_FILE = 'INDUCT_FAULTS_COUNTS';

/** What is counted, in the order of the last lines. */
export const COUNTED = [
  'kills survived',
  'fault points',
  'power losses',
  'writes by crowds',
  'damaged files told',
  'fuzz inputs',
  'lost',
] as const;

export type Counted = (typeof COUNTED)[number];

/** Adds to a count. */
export function count(what: Counted, number: number): void {
  const file = process.env[COUNTS_FILE];
  if (file !== undefined) appendFileSync(file, `${number} ${what}\n`);
}

/** The sum of all that was counted, by what it is. */
export function sums(file: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>(COUNTED.map((what) => [what, 0]));
  if (!existsSync(file)) return found;
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const [number = '0', ...what] = line.split(' ');
    found.set(what.join(' '), (found.get(what.join(' ')) ?? 0) + Number(number));
  }
  return found;
}

/** Short: a sample of every kind, for every change; otherwise what is stated in CONTRIBUTING.md. */
export const IS_SHORT = process.env.FAULTS === 'short';

/**
 * How many of a kind are run: what the environment says, else the usual number, or the short one with FAULTS=short.
 * @param name FAULTS_KILLS: kills at random moments. FAULTS_EVERY: every n-th system call (1: all). FAULTS_LOSSES: power
 * losses at each system call. FAULTS_CROWD: writes of each of eight processes. FAULTS_DAMAGE: damaged files.
 * FAULTS_FUZZ: inputs of each kind
 */
export function howMany(
  name: 'FAULTS_KILLS' | 'FAULTS_EVERY' | 'FAULTS_LOSSES' | 'FAULTS_CROWD' | 'FAULTS_DAMAGE' | 'FAULTS_FUZZ',
  usual: number,
  short: number,
): number {
  const given = Number(process.env[name]);
  return Number.isInteger(given) && given > 0 ? given : IS_SHORT ? short : usual;
}
