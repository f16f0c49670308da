import type { Command as Commander } from 'commander';
import type { Option } from '../commands.ts';
import { nearestOf } from '../core/nearest.ts';
import { usage } from '../core/problem.ts';
import { shown } from '../core/shown.ts';
import { type Block, heading, items, spaced } from '../formats/terminal/blocks.ts';
import { render } from '../formats/terminal/render.ts';
import { NO_STYLE } from '../formats/terminal/style.ts';
import { allCommands, firstHelp } from './first.ts';
import { TOPICS } from './topics.ts';

/** Where help goes and how wide it is. */
export type HelpOut = { readonly writeHelp: (text: string) => void; readonly width: number };

/**
 * `induct help`, `help more`, `help <topic>`, `help <command> [subcommand]`.
 * @param program every command, built
 * @throws Problem (2) for what there is no help about
 */
export async function runHelp(
  words: readonly string[],
  program: Commander,
  globals: readonly Option[],
  out: HelpOut,
): Promise<void> {
  const show = (blocks: readonly Block[]) =>
    out.writeHelp(render(blocks, { width: out.width, style: NO_STYLE, plain: false }));
  const [word, ...rest] = words;
  if (word === undefined) return show(firstHelp());
  if (word === 'more') return show(await allCommands());
  if (word === 'flags') return show(flagsHelp(globals));
  const topic = Object.hasOwn(TOPICS, word) ? TOPICS[word] : undefined;
  // What is a command too is explained in that command's own help.
  const isCommand = program.commands.some((one) => one.name() === word);
  if (topic !== undefined && !isCommand) return show(topic());
  let command = program;
  for (const name of [word, ...rest]) {
    const found = command.commands.find((one) => one.name() === name);
    if (found === undefined) throw noHelp(name, command);
    command = found;
  }
  out.writeHelp(helpOf(command));
}

/** A command's help with its examples, as `--help` prints it. */
function helpOf(command: Commander): string {
  let help = '';
  command.configureOutput({ writeOut: (text) => (help += text) });
  command.outputHelp();
  return help;
}

function noHelp(name: string, command: Commander) {
  const known = [...command.commands.map((one) => one.name()), ...Object.keys(TOPICS), 'more', 'flags'];
  const near = nearestOf(name, known);
  return usage(
    `There is no help about "${shown(name)}".`,
    near === null ? 'All of it: induct help more' : `Did you mean ${near}?`,
  );
}

function flagsHelp(globals: readonly Option[]): readonly Block[] {
  return spaced([
    heading('FLAGS THAT EVERY COMMAND TAKES, BEFORE OR AFTER ITS NAME'),
    items(globals.map((option) => ({ label: option.flags, text: option.about }))),
  ]);
}
