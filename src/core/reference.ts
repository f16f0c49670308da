import { distance } from './nearest.ts';
import { OWN_STEP } from './plan/build.ts';
import type { Plan, PlanAction, PlanOccasion } from './plan/types.ts';
import { usage } from './problem.ts';
import { onOneLine, shown } from './shown.ts';
import { fill, voiceFor } from './voice.ts';

/** What one word on the command line meant. `wide`: a step, a range or an occasion, which may be many actions. */
export type Reference = {
  readonly typed: string;
  readonly actions: readonly PlanAction[];
  readonly wide: boolean;
  readonly step: string | null;
  readonly occasion: PlanOccasion | null;
};

const MOST_CANDIDATES = 8;

/** Open: nothing recorded yet, asked for, or here and not read. */
export function isOpen(action: PlanAction): boolean {
  return action.status !== 'done' && action.status !== 'skipped' && !action.retired;
}

/**
 * What each word means: a number (3.2), an id, a unique last part (schools-forum), a step (6, documents), an
 * occasion's id, a range (6.1-6.4), or a unique beginning of an id. Exact beats prefix. A step stands for all its actions; a
 * verb takes those it can be about.
 * @throws Problem (2) for the words that mean nothing, with the nearest names, and for those that mean several things
 */
export function findAll(plan: Plan, words: readonly string[]): Reference[] {
  const wrong: string[] = [];
  const found = words.flatMap((word) => {
    const result = find(plan, word);
    if (typeof result !== 'string') return [result];
    wrong.push(result);
    return [];
  });
  if (wrong.length > 0) throw usage(wrong.join('\n'), 'All numbers and names: induct status --all');
  return found;
}

/** The one action a word means. @throws Problem (2) when it means none or several */
export function findAction(plan: Plan, word: string): PlanAction {
  const [reference] = findAll(plan, [word]);
  const [action] = reference?.actions ?? [];
  if (action === undefined || reference?.wide !== false) {
    const all = (reference?.actions ?? []).map((one) => one.number);
    const numbers = all.slice(0, MOST_CANDIDATES);
    const more = all.length > numbers.length ? ` and ${all.length - numbers.length} more` : '';
    throw usage(
      `"${shown(word)}" is more than one action: ${numbers.join(', ')}${more}.`,
      `Name one of them, such as: induct show ${numbers[0] ?? '3.2'}`,
    );
  }
  return action;
}

/** As `findAll`, for one word; the sentence that is wrong when it means nothing or several things. */
export function find(plan: Plan, typed: string): Reference | string {
  const word = typed.trim().toLowerCase();
  const exact = findExact(plan, typed, word);
  if (exact !== null) return exact;
  const beginning = word === '' ? [] : plan.actions.filter((action) => action.id.startsWith(word));
  const occasions = word === '' ? [] : allOccasions(plan).filter((occasion) => occasion.id.startsWith(word));
  const named = new Map([
    ...occasions.map((one) => [one.id, () => ofOccasion(typed, one)] as const),
    ...beginning.map((one) => [one.id, () => ofAction(typed, one)] as const),
  ]);
  const [only] = [...named.values()];
  if (named.size === 1 && only !== undefined) return only();
  if (named.size > 1) return ambiguous(typed, beginning, [...named.keys()]);
  return unknown(plan, typed, word);
}

function findExact(plan: Plan, typed: string, word: string): Reference | null {
  const byNumber = plan.actions.find((action) => action.number === word && word !== '');
  if (byNumber !== undefined) return ofAction(typed, byNumber);
  const byId = plan.actions.find((action) => action.id === word);
  if (byId !== undefined) return ofAction(typed, byId);
  const step = plan.steps.find((candidate) => candidate.number === word || candidate.id === word);
  if (step !== undefined && (step.id !== OWN_STEP.id || step.actions.length > 0 || word === OWN_STEP.id)) {
    return {
      typed,
      actions: step.actions.filter((action) => !action.retired),
      wide: true,
      step: step.id,
      occasion: null,
    };
  }
  const occasion = allOccasions(plan).find((candidate) => candidate.id === word);
  if (occasion !== undefined) return ofOccasion(typed, occasion);
  const range = findRange(plan, typed, word);
  if (range !== null) return range;
  const last = plan.actions.filter((action) => action.id.split('.')[1] === word);
  const [only] = last;
  return last.length === 1 && only !== undefined ? ofAction(typed, only) : null;
}

function findRange(plan: Plan, typed: string, word: string): Reference | null {
  const parts = /^(\d+)\.(\d+)\s*(?:-|\u2013|\.\.)\s*(?:(\d+)\.)?(\d+)$/.exec(word);
  if (parts === null) return null;
  const [, step, first, otherStep = step, last] = parts;
  if (step !== otherStep) return null;
  const actions = plan.actions.filter((action) => {
    const [of, place] = action.number.split('.');
    return of === step && Number(place) >= Number(first) && Number(place) <= Number(last);
  });
  const complete = actions.length === Number(last) - Number(first) + 1;
  return complete && actions.length > 0 ? { typed, actions, wide: true, step: null, occasion: null } : null;
}

/** Those that are open, and those that have nothing left to settle: both have ids that can be typed. */
function allOccasions(plan: Plan): PlanOccasion[] {
  const open = plan.occasions.filter((occasion) => occasion.pack !== null);
  const closed = plan.pack.occasions.filter((entry) => !open.some((occasion) => occasion.id === entry.id));
  return [
    ...open,
    ...closed.map((pack) => ({
      id: pack.id,
      number: null,
      title: pack.title.replace('{count} ', ''),
      short: pack.short,
      hint: null,
      how: pack.how,
      verb: pack.verb,
      doer: pack.doer,
      due: null,
      overdue: false,
      daysOverdue: 0,
      actions: plan.actions.filter((action) => pack.covers.includes(action.id) && isLeftTo(pack.verb, action)),
      chase: false,
      position: 0,
      pack,
    })),
  ];
}

/** What an email could still ask for, or a sitting still settle. */
function isLeftTo(verb: 'do' | 'ask', action: PlanAction): boolean {
  return verb === 'ask' ? action.status === 'todo' : isOpen(action);
}

function ofAction(typed: string, action: PlanAction): Reference {
  return { typed, actions: [action], wide: false, step: null, occasion: null };
}

function ofOccasion(typed: string, occasion: PlanOccasion): Reference {
  return { typed, actions: occasion.actions, wide: true, step: null, occasion };
}

function ambiguous(typed: string, actions: readonly PlanAction[], ids: readonly string[]): string {
  const lines = ids.slice(0, MOST_CANDIDATES).map((id) => {
    const action = actions.find((candidate) => candidate.id === id);
    return action === undefined ? `  ${id}` : `  ${action.number} ${id}`;
  });
  const more = ids.length > MOST_CANDIDATES ? [`  and ${ids.length - MOST_CANDIDATES} more`] : [];
  return [`"${shown(typed)}" could be any of these:`, ...lines, ...more].join('\n');
}

function unknown(plan: Plan, typed: string, word: string): string {
  const near = nearest(plan, word);
  if (near.length === 0) return `There is no action "${shown(typed)}".`;
  const voice = voiceFor(plan.induction);
  const lines = near.map((action) => `  ${action.number} ${action.id}: ${onOneLine(fill(action.title, voice))}`);
  return [`There is no action "${shown(typed)}". The nearest:`, ...lines].join('\n');
}

function nearest(plan: Plan, word: string): PlanAction[] {
  if (word === '') return [];
  const scored = plan.actions.flatMap((action) => {
    if (action.number === '') return [];
    const last = action.id.split('.')[1] ?? '';
    const names = [action.id, last, action.number];
    const score = Math.min(...names.map((name) => distance(word, name)));
    const holds = word.length >= 3 && action.id.includes(word);
    return score <= Math.max(2, Math.floor(word.length / 3)) || holds ? [{ action, score: holds ? 0 : score }] : [];
  });
  return scored
    .sort((a, b) => a.score - b.score)
    .slice(0, 3)
    .map(({ action }) => action);
}
