import { BLANK, type Block, text } from '../../formats/terminal/blocks.ts';

/** Shown once, before the first question. */
export const NOTICE: readonly Block[] = [
  text('Before you begin: everything stays on this computer, and nothing is sent.'),
  text(
    'Write nothing that could identify a child or a family. What you write about council business may have to be ' +
      'released if someone asks for it, and people you name may ask to see it. Party matters do not belong here.',
  ),
  BLANK,
];
