import { type Command, isSet, textOption } from '../../commands.ts';
import { recordBook } from '../../session/record-book.ts';

/** `induct book`: records the day something will take place. */
export const book: Command = {
  name: 'book',
  group: 'Every day',
  about: 'Record the day it is booked for: a talk, a course, a meeting',
  args: '[what...]',
  options: [
    { flags: '--for <date>', about: 'the day; a time may follow, as in --for "3 June" 4pm' },
    { flags: '--with <who>', about: 'with whom' },
    { flags: '--yes', about: 'record more than five at once without asking' },
  ],
  examples: ['induct book 4.8 --for "3 June" 4pm', 'induct book dcs-hour --for "next thursday" 9:30am --yes'],
  run: (session, input) =>
    recordBook(session, input.args, {
      for: textOption(input, 'for'),
      with: textOption(input, 'with') ?? null,
      confirmed: isSet(input, 'yes'),
    }),
};
