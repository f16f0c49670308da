import type { Input } from '../../commands.ts';
import { type Command, isSet, textOption } from '../../commands.ts';
import { sayDayDateNear } from '../../core/dates/index.ts';
import { decideCame, decideReport, findReport, reportId, reportsOf } from '../../core/figures/reports.ts';
import { readEvery } from '../../core/meetings/every.ts';
import { usage } from '../../core/problem.ts';
import { shown } from '../../core/shown.ts';
import { sayGaps } from '../../session/gaps.ts';
import { giveReceipt } from '../../session/receipt.ts';
import type { Session } from '../../session/session.ts';
import { askUntil, askWords, pastDate, wordsToKeep } from '../../session/typed.ts';
import { reportsText } from './text-reports.ts';
import { reportsDocument } from './view.ts';

const ADD = 'induct data reports add "Monthly report" --from "Data lead" --every month';
const CAME = 'induct data reports came "Monthly report" --as-at "30 April"';

/** `induct data reports`: who sends which report, how often, and when the last came. */
export const reports: Command = {
  name: 'reports',
  group: 'People and papers',
  about: 'Show which reports come, from whom and how often; add one, or record that one came',
  args: '[word] [name...]',
  options: [
    { flags: '--from <who>', about: 'who sends it' },
    { flags: '--every <rhythm>', about: 'how often: week, "2 weeks", month, "3 months"' },
    { flags: '--as-at <date>', about: 'the day its figures are of' },
    { flags: '--on <date>', about: 'the day it came (today)' },
    { flags: '--question <text>', about: 'the one question it raised, for the director' },
    { flags: '--keep', about: 'keep a text that looks as if it identified a child, because it does not' },
  ],
  examples: ['induct data reports', ADD, CAME],
  run: async (session, input) => {
    const [word, ...rest] = input.args;
    refuseOthers(input, TAKES[word ?? ''] ?? []);
    if (word === undefined) return list(session);
    const name = rest.join(' ').trim();
    if (word === 'add') return add(session, input, name);
    if (word === 'came') return came(session, input, name);
    throw usage(`There is no command "data reports ${shown(word)}".`, 'After reports comes add or came.');
  },
};

/** Which flags go with which word; a flag that says nothing there would be lost. */
const TAKES: Readonly<Record<string, readonly string[]>> = {
  add: ['from', 'every', 'keep'],
  came: ['asAt', 'on', 'question', 'keep'],
};

function refuseOthers(input: Input, taken: readonly string[]): void {
  const other = ['from', 'every', 'asAt', 'on', 'question'].find(
    (name) => input.options[name] !== undefined && !taken.includes(name),
  );
  if (other === undefined) return;
  const flag = other === 'asAt' ? 'as-at' : other;
  throw usage(`--${flag} has no meaning here.`, `It goes with: ${TAKES.add?.includes(other) ? ADD : CAME}`);
}

async function list(session: Session): Promise<void> {
  const { plan, companion } = await session.gatherAll();
  await session.show(
    () => reportsDocument(plan, companion),
    () => reportsText(plan, companion),
  );
}

async function add(session: Session, input: Input, typed: string): Promise<void> {
  const { plan } = await session.gatherAll();
  const keep = isSet(input, 'keep');
  const rhythm = textOption(input, 'every');
  const every = rhythm === undefined ? null : readEvery(rhythm);
  const sender = textOption(input, 'from');
  const words =
    typed ||
    (await askWords(
      session,
      'What is the report called?',
      'The name of the report is missing.',
      `For example: ${ADD}`,
    ));
  const name = await wordsToKeep(session, words, keep);
  const from = sender === undefined ? null : await wordsToKeep(session, sender, keep);
  const recorded = await session.recordAll(({ companion }) =>
    decideReport(companion, { name, from, every }, plan.today),
  );
  await giveReceipt(session, recorded, [
    recorded.drafts.length === 0
      ? `${name} is kept already.`
      : `Report kept: ${name}. When one comes: induct data reports came`,
  ]);
}

async function came(session: Session, input: Input, typed: string): Promise<void> {
  const { plan, companion } = await session.gatherAll();
  const on = pastDate(textOption(input, 'on'), plan.today);
  const dated = textOption(input, 'asAt');
  const asAt = dated === undefined ? null : pastDate(dated, plan.today, '--as-at');
  const missing = [
    ...(typed === '' ? ['which report'] : []),
    ...(asAt === null ? ['--as-at, the day its figures are of'] : []),
  ];
  const found = typed === '' ? null : findReport(companion, typed);
  const gaps = sayGaps({ missing }, CAME);
  if (gaps !== null && !session.canAsk) throw gaps;
  const report = found ?? (await choose(session));
  const day =
    asAt ??
    (await askUntil(session, { message: 'As at which day are its figures?' }, (said) =>
      pastDate(said, plan.today, 'The day'),
    ));
  const words = textOption(input, 'question');
  const question = words === undefined ? null : await wordsToKeep(session, words, isSet(input, 'keep'));
  const recorded = await session.recordAll(({ companion: now, next }) =>
    decideCame(now, findReport(now, report.id), { asAt: day, on, question }, next('question')),
  );
  const asked = recorded.drafts.find((draft) => draft.type === 'question-asked');
  await giveReceipt(session, recorded, [
    recorded.drafts.length === 0
      ? `${report.one.name} of ${sayDayDateNear(day, plan.today)} is recorded already.`
      : `${report.one.name} came, ${sayDayDateNear(on, plan.today)}, as at ${sayDayDateNear(day, plan.today)}.`,
    ...(asked === undefined ? [] : [`Question ${asked.subject} for the director: ${asked.title}`]),
  ]);
}

async function choose(session: Session) {
  const { companion } = await session.gatherAll();
  const all = reportsOf(companion);
  const [first] = all;
  if (first === undefined) throw usage('No report is kept yet.', `Add one first: ${ADD}`);
  const prompter = await session.prompter();
  const id = await prompter.choose(
    { message: 'Which report came?' },
    all.map((one) => ({ id: one.id, label: one.one.name })),
    first.id,
  );
  return findReport(companion, reportId(id) === id ? id : first.id);
}
