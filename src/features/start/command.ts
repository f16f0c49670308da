import { type Command, isSet, textOption } from '../../commands.ts';
import { buildCalendar } from '../../core/dates/index.ts';
import { decideAgain } from '../../core/decide-again.ts';
import { type Answers, decideAnswers } from '../../core/decide-answers.ts';
import { NOT_SURE } from '../../core/plan/answers.ts';
import { toJson } from '../../formats/json.ts';
import { BLANK, text } from '../../formats/terminal/blocks.ts';
import { render } from '../../formats/terminal/render.ts';
import { sayChanged } from '../../session/answer-receipt.ts';
import { giveReceipt, sayWhose } from '../../session/receipt.ts';
import { sayingOnStop } from '../../session/record-talk.ts';
import type { Session } from '../../session/session.ts';
import { withDefaults } from './defaults.ts';
import { AlreadyStarted, FirstStart } from './first-start.ts';
import { questionOptions, readFlags } from './flags.ts';
import { handoverFrom, refuseFrom, takeFromFile, withCouncil } from './from-file.ts';
import { askMissing, checkAnswers } from './interview.ts';
import { takeOver } from './take-over.ts';
import { answersText, firstScreen } from './text.ts';
import { buildFirst } from './view.ts';

/** A screen that is read at a glance: at most so many lines, with as many occasions as that leaves room for. */
const MOST_LINES = 24;
const ROOMS = [7, 6, 5, 4, 3] as const;

/** `induct start`: asks, checks, saves, and shows what is first. */
export const start: Command = {
  name: 'start',
  group: 'Every day',
  about: 'Answer a few questions, and see what to do first',
  first: true,
  options: [
    { flags: '--region <name>', about: 'the region of a council that is not on the list' },
    { flags: '--yes', about: 'take the usual answer to whatever is not given' },
    { flags: '--new', about: 'for another portfolio holder, beside those kept already' },
    { flags: '--without-local', about: "with --new: leave out what is kept of the same council's own facts" },
    { flags: '--from <file>', about: 'take up names, dates and places from a handover file' },
  ],
  moreOptions: async (packs) => questionOptions((await packs.load('questions')).questions),
  examples: [
    'induct start',
    'induct start --council Leeds --appointed 2026-05-20 --yes',
    'induct start --typing officer --council Camden --appointed today --yes',
    'induct start --new --name "Tom Reed" --council Leeds --appointed today --yes',
  ],
  run: async (session, input) => {
    const sections = await session.host.packs().load('questions', 'councils', 'bankHolidays');
    const context = {
      today: session.today,
      region: textOption(input, 'region'),
      // Read when a council is looked for, and not before the first question.
      get councils() {
        return sections.councils;
      },
    };
    const handover = await handoverFrom(session, textOption(input, 'from'));
    const given = withCouncil(readFlags(sections.questions, input, context), handover);
    const first = await FirstStart.find(session, sections.questions, isSet(input, 'new'));
    if (first === null) {
      refuseFrom(handover);
      return startAgain(session, given);
    }

    try {
      const known = new Map([...first.saved, ...given]);
      const calendar = buildCalendar(sections.bankHolidays);
      if (isSet(input, 'yes') || !session.canAsk) {
        const choice = {
          questions: sections.questions,
          calendar,
          yes: isSet(input, 'yes'),
          another: isSet(input, 'new'),
        };
        await first.finish(withDefaults(session, known, choice));
      } else {
        first.begin();
        if (first.saved.size > 0) {
          session.tell([text('Carrying on. Answered so far:'), ...answersText(sections.questions, first.saved)]);
        }
        await first.keep(given);
        const keep = (question: string, answer: Parameters<typeof first.keepOne>[1]) => first.keepOne(question, answer);
        const prompter = await session.prompter();
        const interview = { questions: sections.questions, context, calendar, keep, prompter };
        const ask = async () => checkAnswers(interview, await askMissing(interview, known));
        const said = () => sayStopped(first.hasKept, isSet(input, 'new'));
        const stopped = { said, first: () => first.stop() };
        await first.finish(await sayingOnStop(stopped, ask));
        session.tell([BLANK]);
      }
    } catch (error) {
      if (error instanceof AlreadyStarted) return startAgain(session, given);
      throw error;
    }
    if (handover !== null) await takeFromFile(session, handover);
    else if (!isSet(input, 'withoutLocal')) await takeOver(session);
    await showFirst(session);
  },
};

function sayStopped(hasKept: boolean, another: boolean): string {
  const again = `induct start${another ? ' --new' : ''}`;
  return hasKept ? `What was answered is kept. To carry on: ${again}` : `Nothing is kept yet. To begin again: ${again}`;
}

/** A second `start`: shows the answers, and changes only what is given. */
async function startAgain(session: Session, given: Answers): Promise<void> {
  const recorded = await session.record((plan) => {
    const { questions } = plan.pack;
    const answered = decideAnswers(given, questions, plan.progress, plan.today, false);
    const again = questions
      .filter((question) => answered.some(({ subject }) => subject === question.id))
      .flatMap((question) => decideAgain(plan, question, given.get(question.id) ?? NOT_SURE));
    return [...answered, ...again];
  });
  const { after, drafts } = recorded;
  const changed = after.pack.questions.filter((question) => drafts.some((draft) => draft.subject === question.id));
  if (session.flags.json || drafts.length > 0) {
    return giveReceipt(session, recorded, drafts.length === 0 ? [] : sayChanged(recorded.before, after, ...changed));
  }
  const answers = new Map([...after.progress.answer].map(([id, { answer }]) => [id, answer]));
  await session.show(
    () => null,
    () => [
      text('There is a plan already. These are the answers it rests on:'),
      ...answersText(after.pack.questions, answers),
      text('Change one: induct profile dcs_post vacant'),
      text('For another portfolio holder: induct start --new'),
    ],
  );
}

/** The first screen. With --json the document of every recording command, with the plan that was made. */
async function showFirst(session: Session): Promise<void> {
  const plan = await session.plan();
  if (session.flags.json) {
    const created = [{ type: 'induction', id: plan.induction.id }];
    session.host.out.write(toJson({ schema: 'induct.changed/1', today: plan.today, changed: [], created }));
    return;
  }
  const whose = await sayWhose(session, plan);
  const screens = ROOMS.map((room) => firstScreen(buildFirst(plan, room), whose));
  const fits = screens.find((screen) => render(screen, session.layout()).split('\n').length - 1 <= MOST_LINES);
  await session.show(
    () => null,
    () => fits ?? screens.at(-1) ?? [],
  );
}
