import { type Command, isSet, textOption } from '../../commands.ts';
import { recordAsk } from '../../session/record-ask.ts';
import { recordBook } from '../../session/record-book.ts';

/** `induct arrange`: the common name of `ask` (without a date) and `book` (with one). */
export const arrange: Command = {
  name: 'arrange',
  group: 'Every day',
  about: 'Ask for something, or with --for book it',
  args: '[what...]',
  options: [
    { flags: '--for <date>', about: 'the day it is booked for; a time may follow' },
    { flags: '--with <who>', about: 'with whom, or whom you asked' },
    { flags: '--of <who>', about: 'the same as --with', hidden: true },
    { flags: '--on <date>', about: 'the day you asked (today)' },
    { flags: '--yes', about: 'record more than five at once without asking' },
  ],
  examples: ['induct arrange 6.6 --with "the SEND team"', 'induct arrange 5.1 --for "8 June" 2pm'],
  run: (session, input) => {
    const who = textOption(input, 'with') ?? textOption(input, 'of') ?? null;
    const confirmed = isSet(input, 'yes');
    const date = textOption(input, 'for');
    if (date !== undefined) return recordBook(session, input.args, { for: date, with: who, confirmed });
    return recordAsk(session, input.args, { name: 'arrange', of: who, on: textOption(input, 'on'), confirmed });
  },
};
