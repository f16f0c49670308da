import { runInduct } from '../helpers/run.ts';
import { callIn, type Made, type Recording } from './recording.ts';
import { allowedBetween, contentsOf, damageIn, type Judged, nextEnding } from './verdict.ts';

/** How homes are judged after a fault in a recording, from the home before it and one that a run without faults left. */
export async function judgedBy(recording: Recording, made: Made, clean: string): Promise<Judged> {
  const { either = false, next, also, again } = recording;
  const allowed = await allowedBetween(await contentsOf(made.home), clean, either);
  const judged = {
    allowed,
    wrongBefore: await damageIn(made.home),
    ...(next !== undefined && { next: nextEnding(next) }),
    ...(also !== undefined && { also: (home: string, told: boolean) => also(home, told, made.home) }),
  };
  if (again === undefined) return judged;
  const doAgain = async (home: string) => {
    const { exit, stderr } = await runInduct(callIn(home, made), { home, today: todayOf(recording) });
    const contents = await contentsOf(home);
    return [
      ...(again.includes(exit) ? [] : [`exit ${exit} ${stderr}`]),
      ...(contents.join('\n') === allowed.whole.join('\n')
        ? []
        : [`not as without a fault: ${contents.length} events`]),
      ...(await damageIn(home)),
      ...((await judged.also?.(home, true)) ?? []),
    ];
  };
  return { ...judged, again: doAgain };
}

export function todayOf({ today = '2026-05-20' }: Recording): string {
  return today;
}

/** What a recording needs in its environment. */
export function environmentOf(recording: Recording, home: string): Record<string, string> {
  return { INDUCT_HOME: home, INDUCT_TODAY: todayOf(recording) };
}
