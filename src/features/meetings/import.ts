import { type Command, isSet } from '../../commands.ts';
import { addMonths } from '../../core/dates/index.ts';
import { nameOf } from '../../core/file-name.ts';
import { findClashes } from '../../core/meetings/clashes.ts';
import { type Choices, decideImport, type Import, nameKey, nearNames } from '../../core/meetings/decide-import.ts';
import { titleOf } from '../../core/meetings/naming.ts';
import type { CalendarFile, Occurrence } from '../../core/meetings/occurrence.ts';
import type { Plan } from '../../core/plan/types.ts';
import { usage } from '../../core/problem.ts';
import { sayAmount } from '../../core/say-amount.ts';
import { decodeText } from '../../formats/csv/decode.ts';
import { BLANK } from '../../formats/terminal/blocks.ts';
import { giveReceipt } from '../../session/receipt.ts';
import { askFor } from '../../session/record-meeting.ts';
import type { Session } from '../../session/session.ts';
import { importText, sayImported } from './text-import.ts';

const EXAMPLE = 'induct meetings import council.ics --yes';
/** How far ahead a calendar file is read. */
const MONTHS = 12;
const ICS = { what: 'a calendar file (.ics)', how: 'Download or save it again, as an iCalendar file (.ics).' } as const;

/** `induct meetings import`: takes the dates of these meetings out of a council's whole calendar. */
export const importFile: Command = {
  name: 'import',
  group: 'People and papers',
  about: 'Take the dates of these meetings out of a calendar file (.ics)',
  args: '[file]',
  options: [{ flags: '--yes', about: 'keep what is certain without asking' }],
  examples: [EXAMPLE, 'induct meetings import "T:\\Committees\\council.ics" --yes'],
  run: async (session, input) => {
    const path = input.args[0] ?? (await askForFile(session));
    const { occurrences, unread } = await readFile(session, path);
    const asks = session.canAsk && !isSet(input, 'yes') && !session.flags.json;
    const choices = asks ? await askAbout(session, await session.plan(), occurrences) : new Map();
    const show = (plan: Plan) => sayBefore(session, plan, decideImport(plan, occurrences, choices), unread);
    const found = show(await session.plan());
    if (found.drafts.length > 0 && !isSet(input, 'yes')) await confirm(session, asks, found);
    const recorded = await session.record((plan) => decideImport(plan, occurrences, choices).drafts);
    await giveReceipt(session, recorded, [sayImported(decideImport(recorded.before, occurrences, choices))]);
  },
};

async function askForFile(session: Session): Promise<string> {
  const missing = { question: 'Which file? Its path', what: 'Say which calendar file.', example: EXAMPLE };
  return askFor(session, missing, (typed) => {
    const path = typed.trim().replace(/^"(.*)"$/, '$1');
    if (path === '') throw usage('Type the path of a file.');
    return path;
  });
}

async function readFile(session: Session, path: string): Promise<CalendarFile> {
  const bytes = await session.host.files.read(path);
  const text = decodeText(bytes, nameOf(path), ICS);
  const { readCalendar } = await import('../../formats/ics/index.ts');
  const window = { from: session.today, to: addMonths(session.today, MONTHS) };
  return readCalendar(text, nameOf(path), window);
}

/** Asks about each name that may be one of ours. */
async function askAbout(session: Session, plan: Plan, occurrences: readonly Occurrence[]): Promise<Choices> {
  const choices = new Map<string, string | null>();
  const prompter = await session.prompter();
  for (const { name, meetings, count } of nearNames(plan, occurrences)) {
    const message = `Is "${name}" (${sayAmount(count, 'date', 'dates')}) one of these?`;
    const known = meetings.map((meeting) => ({ id: meeting.id, label: titleOf(plan, meeting) }));
    const chosen = await prompter.choose({ message }, [...known, { id: '', label: 'No, another meeting' }], '');
    choices.set(nameKey(name), chosen === '' ? null : chosen);
  }
  return choices;
}

function sayBefore(session: Session, plan: Plan, found: Import, unread: readonly number[]): Import {
  const clashes = findClashes(plan, [...found.added, ...found.changed]);
  const blocks = importText(plan, found, clashes, unread);
  if (blocks.length > 0) session.tell([...blocks, BLANK]);
  return found;
}

/** @throws Problem (2) when it is not to be kept, and when nobody can be asked */
async function confirm(session: Session, asks: boolean, found: Import): Promise<void> {
  const count = found.added.length + found.changed.length + found.cancelled.length;
  const dates = sayAmount(count, 'date', 'dates');
  if (!asks) throw usage(`Nothing was kept yet: ${dates} would be.`, 'To keep what is certain, add --yes.');
  if (count === 0) return;
  const prompter = await session.prompter();
  if (!(await prompter.confirm({ message: `Keep ${count === 1 ? 'this' : 'these'} ${dates}?` }, true))) {
    throw usage('Nothing was kept.');
  }
}
