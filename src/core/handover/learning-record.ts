import { sayDate } from '../dates/index.ts';
import { learningOf } from '../lists/of-plan.ts';
import type { Plan, PlanAction } from '../plan/types.ts';
import type { Paper, PaperPart } from '../report/paper.ts';
import { fill, holderName, voiceFor } from '../voice.ts';

/** What somebody learned and read, to keep when they leave: their own, and nothing of the council's. */
export function learningRecord(plan: Plan): Paper {
  const { name, council, appointed, givenBy } = plan.induction;
  const voice = voiceFor({ typing: 'officer', name, givenBy });
  const who = name === null ? 'The portfolio holder' : holderName(name);
  const done = plan.actions.filter(({ status, retired }) => status === 'done' && !retired);
  const learning = new Set(learningOf(plan).map(({ id }) => id));
  const row = (action: PlanAction) => ({
    lead: sayDate(action.doneOn ?? plan.today),
    text: fill(action.kind === 'document' ? action.name : action.title, voice),
    under: [],
  });
  const part = (heading: string, actions: readonly PlanAction[]): PaperPart[] =>
    actions.length === 0
      ? []
      : [
          {
            heading,
            intro: null,
            pictures: [],
            table: null,
            entries: [...actions].sort((a, b) => ((a.doneOn ?? '') < (b.doneOn ?? '') ? -1 : 1)).map(row),
          },
        ];
  const parts = [
    ...part(
      'Training',
      done.filter(({ id }) => learning.has(id)),
    ),
    ...part(
      'Guides read',
      done.filter(({ step, kind }) => step === 'guides' && kind === 'document'),
    ),
  ];
  return {
    title: `Learning record: ${who}, ${sayDate(plan.today)}`,
    about: [
      `${council.name}, in the role since ${sayDate(appointed)}.`,
      ...(parts.length === 0 ? ['No training is recorded yet.'] : []),
    ],
    parts,
    footer: ['Training and published guides only: nothing of the council.'],
  };
}
