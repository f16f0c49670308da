import { actionDocument, headOf, type Notes, occasionDocument, voiceOf } from '../../core/documents.ts';
import type { JournalEvent } from '../../core/events.ts';
import type { Plan, PlanAction, PlanOccasion, PlanStep } from '../../core/plan/types.ts';
import { usage } from '../../core/problem.ts';
import { findAll } from '../../core/reference.ts';
import { shown } from '../../core/shown.ts';

/** What one word shows: an action, a step or an occasion. */
export type Shown =
  | { readonly type: 'action'; readonly action: PlanAction }
  | { readonly type: 'step'; readonly step: PlanStep }
  | { readonly type: 'occasion'; readonly occasion: PlanOccasion };

export type ShowView = {
  readonly plan: Plan;
  readonly shown: Shown;
  readonly notes: Notes;
  /** What was recorded about an action, oldest first. */
  readonly record: readonly { readonly event: JournalEvent; readonly undone: boolean }[];
};

/** Finds what a word means. @throws Problem (2) for a word that means nothing, or a range */
export function findShown(plan: Plan, word: string): Shown {
  const [reference] = findAll(plan, [word]);
  if (reference === undefined) throw usage(`There is nothing called "${shown(word)}".`);
  if (reference.occasion !== null) return { type: 'occasion', occasion: reference.occasion };
  const step = plan.steps.find((candidate) => candidate.id === reference.step);
  if (step !== undefined) return { type: 'step', step };
  const [action] = reference.actions;
  if (reference.wide || action === undefined) {
    throw usage(`"${shown(word)}" is several actions.`, 'Name one, or a step: induct show 6');
  }
  return { type: 'action', action };
}

export function showDocument({ plan, shown, notes }: ShowView) {
  const head = headOf('induct.show/1', plan);
  const voice = voiceOf(plan);
  switch (shown.type) {
    case 'action':
      return { ...head, action: actionDocument(shown.action, notes, voice) };
    case 'occasion':
      return { ...head, occasion: occasionDocument(shown.occasion, voice) };
    case 'step': {
      const { id, number, title, source, actions } = shown.step;
      const list = actions.map((action) => actionDocument(action, notes, voice));
      return { ...head, step: { id, number, title, source, actions: list } };
    }
  }
}
