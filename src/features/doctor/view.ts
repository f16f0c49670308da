import type { CivilDate } from '../../core/dates/index.ts';

/** One of the four things on which the exit code rests: what is wrong with it, and whether it was mended. */
export type DoctorCheck = {
  readonly id: 'database' | 'digest' | 'projection' | 'pack';
  readonly wrong: readonly string[];
  readonly mended: boolean;
};

/** A word of advice about the surroundings. */
export type DoctorAdvice = { readonly id: string; readonly paths: readonly string[]; readonly mended: boolean };

/** What was found: `there` is false where there is no record yet. */
export type DoctorView = {
  readonly today: CivilDate;
  readonly path: string;
  readonly there: boolean;
  readonly checks: readonly DoctorCheck[];
  readonly advice: readonly DoctorAdvice[];
  readonly holders: number;
  readonly events: number;
  readonly lastCopy: CivilDate | null;
  readonly copiedAway: CivilDate | null;
};

/** Whether anything is wrong that the exit code has to tell. */
export function isWrong(view: DoctorView): boolean {
  return view.checks.some(({ wrong, mended }) => wrong.length > 0 && !mended);
}

export function doctorDocument(view: DoctorView) {
  const { today, path, there, checks, advice, holders, events, lastCopy, copiedAway } = view;
  return {
    schema: 'induct.doctor/1',
    today,
    path,
    there,
    ok: !isWrong(view),
    checks: checks.map(({ id, wrong, mended }) => ({ id, ok: wrong.length === 0 || mended, wrong, mended })),
    advice: advice.map(({ id, paths, mended }) => ({ id, paths, mended })),
    holders,
    events,
    lastCopy,
    copiedAway,
  };
}
