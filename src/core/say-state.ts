import { type CivilDate, sayDayDateNear, sayTime } from './dates/index.ts';
import type { PlanAction, PlanOccasion } from './plan/types.ts';

/** Where an action stands, in the few words of a right column: `by Thu 4 June`, `asked for Fri 22 May`. */
export function sayState(action: PlanAction, today: CivilDate): string {
  switch (action.status) {
    case 'todo':
      return action.blockedBy.length > 0 ? '' : sayDue(action.due, action.overdue, action.dueSet, today);
    case 'done':
      return action.doneOn === null ? 'done' : `done ${sayDayDateNear(action.doneOn, today)}`;
    case 'skipped':
      return 'not applicable';
    case 'arranged': {
      if (action.arrangedFor === null) {
        return action.arrangedOn === null ? 'asked for' : `asked for ${sayDayDateNear(action.arrangedOn, today)}`;
      }
      const day = sayDayDateNear(action.arrangedFor, today);
      if (action.arrangedFor < today) return `was booked for ${day}`;
      const time = action.arrangedTime === null ? '' : `, ${sayTime(action.arrangedTime)}`;
      return `booked for ${day}${time}`;
    }
    case 'received':
      return action.receivedOn === null ? 'here' : `here since ${sayDayDateNear(action.receivedOn, today)}`;
  }
}

/** A date with the word that says whose it is: `by` and `was` are our suggestion, `late` only for the user's own. */
export function sayDue(due: CivilDate | null, overdue: boolean, own: boolean, today: CivilDate): string {
  if (due === null) return '';
  const day = sayDayDateNear(due, today);
  if (!overdue) return `by ${day}`;
  return own ? `late: ${day}` : `was ${day}`;
}

/** The right column of an occasion. */
export function sayWhen(occasion: PlanOccasion, today: CivilDate): string {
  const [only] = occasion.actions;
  if (occasion.verb === 'do' && occasion.actions.length === 1 && only !== undefined) {
    if (only.status === 'arranged') return `was ${sayDayDateNear(only.arrangedFor ?? only.due ?? today, today)}`;
    if (only.status === 'received') return sayDue(occasion.due, occasion.overdue, only.dueSet, today);
  }
  return sayDue(occasion.due, occasion.overdue, isOwnDate(occasion), today);
}

/** True where the date shown is one the user set or booked, and not our suggestion. */
export function isOwnDate(occasion: PlanOccasion): boolean {
  if (occasion.verb === 'ask' && !occasion.chase) return false;
  const booked = (action: PlanAction) => action.status === 'arranged' && action.arrangedFor !== null;
  const pressing = occasion.actions.filter(
    (action) => action.overdue && (booked(action) ? action.arrangedFor : action.due) === occasion.due,
  );
  return pressing.length > 0 && pressing.every((action) => action.dueSet || booked(action));
}

/** What an occasion takes besides time, for the note before its date: `one email`. */
export function sayHow(occasion: PlanOccasion): string {
  return occasion.verb === 'ask' ? 'one email' : '';
}

/** The numbers of actions that must come first, as in `after 8.1`; empty when nothing stands in the way. */
export function sayBlocked(action: PlanAction, all: readonly PlanAction[]): string {
  if (action.blockedBy.length === 0) return '';
  const numbers = action.blockedBy.map((id) => all.find((other) => other.id === id)?.number ?? id);
  return `after ${numbers.join(' and ')}`;
}
