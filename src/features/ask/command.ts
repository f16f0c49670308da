import { type Command, isSet, textOption } from '../../commands.ts';
import { recordAsk } from '../../session/record-ask.ts';

/** `induct ask`: records that something was asked for. */
export const ask: Command = {
  name: 'ask',
  group: 'Every day',
  about: 'Record that you asked for it: documents, dates, a login',
  args: '[what...]',
  first: true,
  options: [
    { flags: '--of <who>', about: 'whom you asked' },
    { flags: '--with <who>', about: 'the same as --of', hidden: true },
    { flags: '--on <date>', about: 'the day you asked (today)' },
    { flags: '--yes', about: 'record more than five at once without asking' },
  ],
  examples: ['induct ask 6 --of "the DCS\'s office" --yes', 'induct ask 8.1', 'induct ask 7 --on yesterday --yes'],
  run: (session, input) =>
    recordAsk(session, input.args, {
      name: 'ask',
      of: textOption(input, 'of') ?? textOption(input, 'with') ?? null,
      on: textOption(input, 'on'),
      confirmed: isSet(input, 'yes'),
    }),
};
