import { type Command, isSet, textOption } from '../../commands.ts';
import type { Kind } from '../../core/pack.ts';
import type { Plan } from '../../core/plan/types.ts';
import { usage } from '../../core/problem.ts';
import { shown } from '../../core/shown.ts';
import { statusText } from './text.ts';
import { buildStatus, statusDocument } from './view.ts';

const KINDS: readonly Kind[] = ['task', 'document', 'meeting', 'person', 'module', 'topic', 'figure', 'own'];

/** `induct status`: everything outstanding, by step. */
export const status: Command = {
  name: 'status',
  group: 'Every day',
  about: 'Show everything outstanding, by step',
  first: true,
  options: [
    { flags: '--all', about: 'also what is done and what is not applicable' },
    { flags: '--overdue', about: 'only what is past its date' },
    { flags: '--step <step>', about: 'only one step, by number or name' },
    { flags: '--kind <kind>', about: `only one kind: ${KINDS.join(', ')}` },
  ],
  examples: ['induct status', 'induct status --overdue', 'induct status --step documents --all'],
  run: async (session, input) => {
    const plan = await session.plan();
    const view = buildStatus(plan, {
      all: isSet(input, 'all'),
      overdue: isSet(input, 'overdue'),
      step: readStep(plan, textOption(input, 'step')),
      kind: readKind(textOption(input, 'kind')),
    });
    await session.show(
      async () => statusDocument(view, await session.notes(plan)),
      () => statusText(view),
    );
  },
};

function readStep(plan: Plan, typed: string | undefined): string | null {
  if (typed === undefined) return null;
  const word = typed.trim().toLowerCase();
  const exact = plan.steps.find((step) => step.number === word || step.id === word);
  const beginning = plan.steps.filter((step) => word !== '' && step.id.startsWith(word));
  const found = exact ?? (beginning.length === 1 ? beginning[0] : undefined);
  if (found !== undefined) return found.id;
  throw usage(
    `There is no step "${shown(typed)}".`,
    `Steps: ${plan.steps.map((step) => `${step.number} ${step.id}`).join(', ')}`,
  );
}

function readKind(typed: string | undefined): Kind | null {
  if (typed === undefined) return null;
  const found = KINDS.find((kind) => kind === typed.trim().toLowerCase());
  if (found === undefined) throw usage(`--kind: "${shown(typed)}" is none of these: ${KINDS.join(', ')}.`);
  return found;
}
