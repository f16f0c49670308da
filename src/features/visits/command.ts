import { type Command, isSet, textOption, textsOption } from '../../commands.ts';
import { sayDayDateNear } from '../../core/dates/index.ts';
import { sayGaps } from '../../session/gaps.ts';
import { giveReceipt } from '../../session/receipt.ts';
import { askIfWanted, askWords, NO_NAMES, pastDate, wordsToKeep } from '../../session/typed.ts';
import { DIRECTOR, whomToKeep } from '../../session/whom.ts';
import { decideVisit } from './decide.ts';
import { sayVisited, visitsText } from './text.ts';
import { buildVisits, visitsDocument } from './view.ts';

const GROUP = 'People and papers';
const EXAMPLE = 'induct visits log --to "Duty desk" --question "Who covers nights?"';

const log: Command = {
  name: 'log',
  group: GROUP,
  about: 'Record a visit to a service, and what it made you ask. Never about a child or a family',
  options: [
    { flags: '--to <where>', about: 'which service or place' },
    { flags: '--on <date>', about: 'the day of the visit (today)' },
    { flags: '--with <who>', about: 'who went along, or showed you round' },
    { flags: '--note <text>', about: 'what you saw of the service. No names of children or families' },
    { flags: '--question <text>', about: 'what to ask the director; may be given several times', many: true },
    { flags: '--ask <who>', about: 'ask somebody else than the director' },
    { flags: '--keep', about: 'keep a text that looks as if it identified a child, because it does not' },
  ],
  examples: [EXAMPLE, 'induct visits log --to "Family hub" --on yesterday --note "Busy and warm"'],
  run: async (session, input) => {
    const plan = await session.plan();
    const given = textOption(input, 'to');
    const on = pastDate(textOption(input, 'on'), plan.today);
    const keep = isSet(input, 'keep');
    const gaps = sayGaps({ missing: given === undefined ? ['--to, which service or place'] : [] }, EXAMPLE);
    if (gaps !== null && !session.canAsk) throw gaps;
    const asking = given === undefined;
    const typed = given ?? (await askWords(session, 'Which service or place did you visit?', '', ''));
    const to = await wordsToKeep(session, typed, keep);
    const whom = textOption(input, 'with');
    const note = textOption(input, 'note') ?? (asking ? await askIfWanted(session, SEEN) : null);
    const questions = textsOption(input, 'question');
    for (let more = asking && questions.length === 0; more; ) {
      const question = await askIfWanted(session, questions.length === 0 ? WOULD_ASK : ANYTHING_ELSE);
      more = question !== null;
      if (question !== null) questions.push(question);
    }
    const ask = await whomToKeep(session, plan, textOption(input, 'ask') ?? DIRECTOR, keep);
    const visit = {
      on,
      to,
      with: whom === undefined ? null : await wordsToKeep(session, whom, keep),
      note: note === null ? null : await wordsToKeep(session, note, keep),
      questions: await keepEach(questions, (question) => wordsToKeep(session, question, keep)),
      ask,
    };
    const recorded = await session.recordAll(({ companion, next }) => decideVisit(companion, next, visit));
    const { drafts, after } = recorded;
    const same = `The visit to ${to} on ${sayDayDateNear(on, plan.today)} is kept already.`;
    const brief = ask === DIRECTOR ? ['To take it along: induct brief dcs'] : [];
    const asked = drafts.some((draft) => draft.type === 'question-asked');
    await giveReceipt(session, recorded, [
      ...(drafts.length === 0 ? [same] : sayVisited(drafts, after)),
      ...(asked ? brief : []),
    ]);
  },
};

const SEEN = {
  message: 'What did you see there? Enter for nothing',
  why: `About the service, never about a child. ${NO_NAMES}`,
};
const WOULD_ASK = { message: 'What would you ask the director? Enter for nothing', why: NO_NAMES };
const ANYTHING_ELSE = { message: 'What else would you ask? Enter when that is all', why: NO_NAMES };

/** One after the other, since each may be asked about. */
async function keepEach(texts: readonly string[], keep: (text: string) => Promise<string>): Promise<string[]> {
  const kept: string[] = [];
  for (const one of texts) kept.push(await keep(one));
  return kept;
}

/** `induct visits`: what was seen of the services. */
export const visits: Command = {
  name: 'visits',
  group: GROUP,
  about: 'Show the visits to services, and what they made you ask',
  examples: ['induct visits', EXAMPLE],
  subcommands: [log],
  run: async (session) => {
    const { plan, companion } = await session.gatherAll();
    const view = buildVisits(plan, companion);
    await session.show(
      () => visitsDocument(view),
      () => visitsText(view),
    );
  },
};
