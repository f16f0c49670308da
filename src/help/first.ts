import type { Command, Group } from '../commands.ts';
import { commandLoaders } from '../features/index.ts';
import { type Block, heading, items, spaced, text } from '../formats/terminal/blocks.ts';

/** The ten commands of the first help screen, in the order a new holder meets them. Each says so of itself too. */
const FIRST: readonly (readonly [string, string])[] = [
  ['start', 'Answer a few questions, and see what to do first'],
  ['status', 'Everything outstanding, by step'],
  ['next [n]', 'The next things to do'],
  ['show <what>', 'One thing whole: why, what to cover, where it comes from'],
  ['done <what>', 'Record what was done, read, held or attended'],
  ['ask <what>', 'Record that you asked for it'],
  ['got <what>', 'Record that a document has come'],
  ['meetings', 'The key meetings: dates, and in what role you go'],
  ['undo', 'Take back the last thing recorded'],
  ['help more', 'All commands; induct help done explains one'],
];

/** What this is, ten commands, and where the rest is: one screen. */
export function firstHelp(): readonly Block[] {
  return spaced(
    [
      text("induct: the first hundred days of a portfolio holder for children's services."),
      text('Alone, it shows what presses, what comes next and what is in the diary.'),
    ],
    [items(FIRST.map(([name, about]) => ({ label: `induct ${name}`, text: about })))],
    [
      text('<what> is a number (3.2), a name (schools-forum), a step (6) or a range (6.1-6.4).'),
      text('Dates: 4 June, 4/6/2026, 2026-06-04, tomorrow, next monday.'),
      text('More: induct help calendar, backup, local, dates, privacy, accessibility, exit-codes, json, flags'),
    ],
  );
}

const GROUPS: readonly Group[] = ['Every day', 'People and papers', 'Out into the world', 'Looking after it'];

/** Every command with its subcommands, by group. */
export async function allCommands(): Promise<readonly Block[]> {
  const all = await Promise.all(Object.values(commandLoaders()).map((load) => load(false)));
  const groups = GROUPS.map((group) => {
    const rows = all.filter((command) => command.group === group).flatMap(rowsOf);
    return rows.length === 0 ? [] : [heading(group.toUpperCase()), items(rows)];
  });
  return spaced(...groups, [text('One of them: induct help done. Flags that every command takes: induct help flags')]);
}

function rowsOf(command: Command): { label: string; text: string }[] {
  const own = { label: command.name, text: command.about };
  const sub = (command.subcommands ?? []).map((one) => ({ label: `${command.name} ${one.name}`, text: one.about }));
  return [own, ...sub];
}
