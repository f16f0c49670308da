import { wordsOn } from '../action-words.ts';
import { voiceOf } from '../documents.ts';
import type { Plan, PlanAction } from '../plan/types.ts';
import { isOpen } from '../reference.ts';
import { fill } from '../voice.ts';
import type { About } from './about.ts';
import { DIRECTOR, isFromBefore } from './director.ts';

/**
 * One thing to talk through: how a page puts it, and the questions that belong to it. `line`: whether what it says stands for
 * all of them.
 */
export type Point = {
  readonly action: PlanAction;
  readonly say: string;
  readonly cover: readonly string[];
  readonly line: boolean;
};

const ANYBODY = 'What works well for children here, and what does not? What do you need from me?';

/**
 * What is still to be talked through with somebody, in the order to take it; once all of that is settled, what comes later.
 * A new director is asked again what the one before has settled.
 */
export function openPoints(about: About, plan: Plan): Point[] {
  const { person } = about;
  if (person === null) return [];
  const again = (action: PlanAction) => about.id === DIRECTOR && isFromBefore(plan, action);
  const open = person.covers.filter((action) => isOpen(action) || again(action));
  const points = open.length > 0 ? open : person.later.filter(isOpen);
  const said = points.map((action) => pointOf(action, about, plan));
  const own = said.filter((point) => point.say !== '');
  const [first] = said;
  if (own.length > 0 || first === undefined) return own;
  return [{ ...first, say: ANYBODY }];
}

/** An action as a point: in a line of its own, else its questions, else its title; to meet somebody is no point itself. */
function pointOf(action: PlanAction, { person, action: meeting }: About, plan: Plan): Point {
  const { cover } = wordsOn(action, plan);
  const line = person?.pack?.points[action.id];
  if (line !== undefined) return { action, say: line, cover, line: true };
  if (action.id !== meeting?.id) return { action, say: fill(action.title, voiceOf(plan)), cover, line: false };
  const [first = '', ...rest] = cover;
  return { action, say: first, cover: rest, line: false };
}
