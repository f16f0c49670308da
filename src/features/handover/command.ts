import { type Command, type Input, isSet, textOption } from '../../commands.ts';
import type { Companion } from '../../core/companion.ts';
import { sayDate } from '../../core/dates/index.ts';
import { buildHandover, handoverPaper, type Remark, remarksOf } from '../../core/handover/handover.ts';
import { HANDOVER_SCHEMA } from '../../core/handover/read-handover.ts';
import type { Plan } from '../../core/plan/types.ts';
import { usage } from '../../core/problem.ts';
import { toJson } from '../../formats/json.ts';
import { hints, text } from '../../formats/terminal/blocks.ts';
import { giveFile } from '../../session/give-file.ts';
import { givePaper, PAPER_FLAGS, paperOptions } from '../../session/give-paper.ts';
import type { Session } from '../../session/session.ts';

const JSON_FILE = 'induct handover --format json --output handover.json';

/** `induct handover`: the council's facts and open business, for whoever comes next. */
export const handover: Command = {
  name: 'handover',
  group: 'Out into the world',
  about: 'Write down what the next portfolio holder should inherit',
  options: [
    { flags: '--format <format>', about: 'md (the usual), html, or json: the file for induct start --from' },
    ...PAPER_FLAGS.filter(({ flags }) => !flags.startsWith('--format')),
    { flags: '--pick', about: 'go through the notes one by one, and take in those to hand over' },
  ],
  examples: ['induct handover --format html --output handover.html', JSON_FILE, 'induct handover'],
  run: async (session, input) => {
    const isFile = textOption(input, 'format') === 'json';
    const options = isFile ? null : paperOptions(input, 'is none of md, html and json');
    if (isFile && isSet(input, 'open')) throw usage('Only an HTML page can be opened.', 'For example: --format html');
    const { plan, companion } = await session.gatherAll();
    const remarks = isSet(input, 'pick') ? await pick(session, plan, companion) : [];
    const handed = buildHandover(plan, companion, remarks);
    const document = { schema: HANDOVER_SCHEMA, today: plan.today, ...handed };
    if (options === null) await giveJson(session, input, toJson(document));
    else {
      await givePaper(session, 'handover.html', handoverPaper(plan, handed), options);
      session.tell([
        text('Read it before it is handed over. The file that the next holder can start from:'),
        hints(JSON_FILE),
      ]);
    }
    if (session.flags.json) session.host.out.write(toJson(document));
  },
};

/** The file itself; standard output belongs to it, or to the document that --json asks for, which is the same. */
async function giveJson(session: Session, input: Input, content: string): Promise<void> {
  const path = await giveFile(session, content, { output: textOption(input, 'output'), force: isSet(input, 'force') });
  if (path === null) return;
  session.tell([
    text(`The handover is in ${path}`),
    hints('The next holder begins with: induct start --from handover.json'),
  ]);
}

/** Every note that is not private, one by one; none is taken in unless it is said. */
async function pick(session: Session, plan: Plan, companion: Companion): Promise<Remark[]> {
  if (!session.canAsk || session.flags.json) {
    throw usage(
      'Notes are taken in one by one, which needs a terminal.',
      'Leave --pick out: no note is handed over then.',
    );
  }
  const prompter = await session.prompter();
  const taken: Remark[] = [];
  for (const remark of remarksOf(plan, companion, await session.notes(plan))) {
    const asked = { message: `Hand over: ${remark.text}`, why: `${remark.about}, ${sayDate(remark.on)}` };
    if (await prompter.confirm(asked, false)) taken.push(remark);
  }
  return taken;
}
