import type { Command } from '../../commands.ts';
import { learningRecord } from '../../core/handover/learning-record.ts';
import { toJson } from '../../formats/json.ts';
import { givePaper, PAPER_FLAGS, paperOptions } from '../../session/give-paper.ts';
import { leaveText } from './text.ts';
import { buildLeave, leaveDocument } from './view.ts';

const GROUP = 'Out into the world';

const learning: Command = {
  name: 'learning',
  group: GROUP,
  about: 'Write down the training and guides, for the holder to keep',
  options: [...PAPER_FLAGS],
  examples: ['induct leave learning --output learning.md', 'induct leave learning --format html'],
  run: async (session, input) => {
    const options = paperOptions(input);
    const plan = await session.plan();
    const paper = learningRecord(plan);
    const file = await givePaper(session, 'learning.html', paper, options);
    if (session.flags.json) {
      const { title, about, parts, footer } = paper;
      session.host.out.write(
        toJson({ ...session.head('induct.learning-record/1', plan), file, title, about, parts, footer }),
      );
    }
  },
};

/** `induct leave`: what to settle, hand over, give back and keep. */
export const leave: Command = {
  name: 'leave',
  group: GROUP,
  about: 'Show what to settle, hand over, give back and keep before leaving',
  examples: ['induct leave', 'induct leave learning --output learning.md'],
  subcommands: [learning],
  run: async (session) => {
    const { plan, companion } = await session.gatherAll();
    const view = buildLeave(plan, companion);
    await session.show(
      () => leaveDocument(view),
      () => leaveText(view),
    );
  },
};
