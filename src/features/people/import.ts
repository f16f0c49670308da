import { type Command, isSet } from '../../commands.ts';
import { nameOf } from '../../core/file-name.ts';
import { usage } from '../../core/problem.ts';
import { decodeText } from '../../formats/csv/decode.ts';
import { readCsv } from '../../formats/csv/read.ts';
import { type Block, heading, items, text } from '../../formats/terminal/blocks.ts';
import { giveReceipt } from '../../session/receipt.ts';
import { decideImport, type ImportDecision } from './decide-import.ts';

const MOST_LISTED = 30;

/** `induct people import`: names, posts and addresses from a structure chart. */
export const importPeople: Command = {
  name: 'import',
  group: 'People and papers',
  about: 'Take names, posts, addresses and PAs from a CSV file',
  args: '[file]',
  options: [
    { flags: '--yes', about: 'keep it without asking' },
    { flags: '--keep', about: 'keep a text that looks as if it identified a child, because it does not' },
  ],
  examples: ['induct people import structure.csv --yes', 'induct people import "T:\\Cabinet\\structure.csv" --yes'],
  run: async (session, input) => {
    const plan = await session.plan();
    const [file] = input.args;
    if (file === undefined || file.trim() === '') {
      throw usage('Say which file.', 'For example: induct people import structure.csv');
    }
    const name = nameOf(file);
    const table = readCsv(decodeText(await session.host.files.read(file), name), name);
    const keep = isSet(input, 'keep');
    const decision = decideImport(plan, table, name, keep);
    const confirmed = isSet(input, 'yes') || decision.drafts.length === 0;
    if (!confirmed) {
      session.tell(sayPlanned(decision));
      if (!session.canAsk) throw usage('Nothing was imported.', 'To keep what would be imported, add --yes.');
      const prompter = await session.prompter();
      if (!(await prompter.confirm({ message: 'Keep this?' }, true))) throw usage('Nothing was imported.');
    }
    const recorded = await session.record((now) => decideImport(now, table, name, keep).drafts);
    await giveReceipt(session, recorded, sayImported(decision));
  },
};

function sayPlanned({ matched, added, same, unused }: ImportDecision): Block[] {
  const list = (title: string, lines: readonly string[]): Block[] => {
    if (lines.length === 0) return [];
    const rows = lines.slice(0, MOST_LISTED).map((line) => ({ label: '', text: line }));
    const more = lines.length > MOST_LISTED ? [text(`and ${lines.length - MOST_LISTED} more`, { indent: 2 })] : [];
    return [heading(`${title} (${lines.length})`), items(rows), ...more];
  };
  return [
    ...list('ON THE LIST', matched),
    ...list('TO BE ADDED', added),
    ...(same === 0 ? [] : [text(`Left as they are: ${same}.`)]),
    ...(unused.length === 0 ? [] : [text(`Columns not used: ${unused.join(', ')}.`)]),
  ];
}

function sayImported({ drafts, matched, added, same, unused }: ImportDecision): string[] {
  if (drafts.length === 0) return ['All of it is there already. Nothing was added.'];
  const counts = [`${matched.length} matched`, `${added.length} added`, `${same} left as they were`];
  return [
    `Imported: ${counts.join(', ')}.`,
    ...(unused.length === 0 ? [] : [`Columns not used: ${unused.join(', ')}.`]),
  ];
}
