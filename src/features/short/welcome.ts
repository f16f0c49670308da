import { type Block, items, spaced, text } from '../../formats/terminal/blocks.ts';

/** Before `start`: what this is, for whom, and how to begin. */
export const welcome = (): readonly Block[] =>
  spaced(
    [
      text("induct helps a new portfolio holder (lead member) for children's services through the first hundred days."),
      text(
        'It says what to do, by when, with whom and why, and keeps what was done. The holder can use it, or an officer for them.',
      ),
    ],
    [
      items([
        { label: 'induct start', text: 'four questions, two minutes, then what to do this week' },
        { label: 'induct tips', text: 'advice from people who have held the role' },
        { label: 'induct help', text: 'all of it' },
      ]),
    ],
    [text('Everything stays on this computer. Nothing is sent anywhere.')],
  );
