import type { How, Kind, PackStep } from '../../core/pack.ts';
import { actionId, condition, id, questionId, source, text, withUrl, words, workingDays, z } from './schema.ts';
import { type Mistake, type RawOf, repeated, section } from './section.ts';

const KINDS = ['task', 'document', 'meeting', 'person', 'module', 'topic', 'figure'] as const;
export const HOWS = ['call', 'email', 'meeting', 'reading', 'sitting', 'task'] as const;

const HOW_OF: Record<(typeof KINDS)[number], How> = {
  task: 'task',
  document: 'reading',
  meeting: 'meeting',
  person: 'meeting',
  module: 'sitting',
  topic: 'meeting',
  figure: 'sitting',
};

const action = () =>
  z.strictObject({
    id: actionId,
    kind: z.enum(KINDS),
    title: text,
    name: text.optional(),
    short: text.optional(),
    page_wording: text.optional(),
    why: text.optional(),
    cover: words.optional(),
    within: workingDays.optional(),
    sooner: z.array(z.strictObject({ when: condition, within: workingDays })).optional(),
    before: id.optional(),
    again: condition.optional(),
    when: condition.optional(),
    otherwise: text.optional(),
    after: z.array(actionId).optional(),
    doer: z.enum(['holder', 'officer']).optional(),
    how: z.enum(HOWS).optional(),
    early: z.boolean().optional(),
    first: z.boolean().optional(),
    settles: z.array(questionId).optional(),
    hidden: z.boolean().optional(),
    source: source.optional(),
  });

const schema = () =>
  z.strictObject({
    steps: z.array(z.strictObject({ id, title: text, source, actions: z.array(action()).min(1) })).min(1),
  });

type Raw = RawOf<typeof schema>;

/** The steps and their actions, numbered by their place. */
export const steps = section<Raw, PackStep[]>({
  schema,
  check: (raw) => [...repeated(raw.steps, 'steps'), ...raw.steps.flatMap(checkStep), ...loops(raw)],
  build: (raw) =>
    raw.steps.map((step, stepIndex) => ({
      id: step.id,
      number: String(stepIndex + 1),
      title: step.title,
      source: withUrl(step.source),
      actions: step.actions.map((entry, index) => ({
        id: entry.id,
        number: `${stepIndex + 1}.${index + 1}`,
        step: step.id,
        kind: entry.kind as Kind,
        title: entry.title,
        name: entry.name ?? entry.title,
        short: entry.short ?? null,
        within: entry.within ?? null,
        sooner: entry.sooner ?? [],
        before: entry.before ?? null,
        again: entry.again ?? null,
        when: entry.when ?? null,
        otherwise: entry.otherwise ?? null,
        after: entry.after ?? [],
        doer: entry.doer ?? 'holder',
        how: entry.how ?? HOW_OF[entry.kind],
        early: entry.early ?? false,
        first: entry.first ?? false,
        settles: entry.settles ?? [],
        hidden: entry.hidden ?? false,
        source: withUrl(entry.source ?? step.source),
      })),
      words: Object.fromEntries(
        step.actions.map(({ id, page_wording: pageWording = null, why = null, cover = [] }) => [
          id,
          { pageWording, why, cover },
        ]),
      ),
    })),
});

function checkStep(step: Raw['steps'][number], stepIndex: number): Mistake[] {
  const at = ['steps', stepIndex, 'actions'] as const;
  const seen = new Set<string>();
  return step.actions.flatMap((entry, index) => {
    const mistakes: Mistake[] = [];
    const path = [...at, index];
    if (!entry.id.startsWith(`${step.id}.`)) {
      mistakes.push({ path: [...path, 'id'], message: `the id ${entry.id} must begin with ${step.id}.` });
    }
    if (seen.has(entry.id)) mistakes.push({ path: [...path, 'id'], message: `the id ${entry.id} is there twice` });
    seen.add(entry.id);
    if (entry.when !== undefined && entry.otherwise === undefined) {
      mistakes.push({
        path,
        message: `${entry.id} has "when" and needs "otherwise": the reason when it does not hold`,
      });
    }
    return mistakes;
  });
}

/** `after` must name actions that exist, and may form no loop. */
function loops(raw: Raw): Mistake[] {
  const after = new Map(raw.steps.flatMap((step) => step.actions.map((entry) => [entry.id, entry.after ?? []])));
  return raw.steps.flatMap((step, stepIndex) =>
    step.actions.flatMap((entry, index) => {
      const path = ['steps', stepIndex, 'actions', index, 'after'];
      const unknown = (entry.after ?? []).find((other) => !after.has(other));
      if (unknown !== undefined) return [{ path, message: `${entry.id} comes after ${unknown}, which is not there` }];
      return reaches(entry.id, entry.id, after, new Set())
        ? [{ path, message: `${entry.id} would have to come after itself` }]
        : [];
    }),
  );
}

function reaches(
  from: string,
  goal: string,
  after: ReadonlyMap<string, readonly string[]>,
  seen: Set<string>,
): boolean {
  return (after.get(from) ?? []).some((next) => {
    if (next === goal) return true;
    if (seen.has(next)) return false;
    seen.add(next);
    return reaches(next, goal, after, seen);
  });
}
