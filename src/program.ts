/** The only door to commander. */
import { type Argument, Command as Commander, Option as CommanderOption } from 'commander';
import type { Command, Input, Option } from './commands.ts';
import { nearestOf } from './core/nearest.ts';
import { usage } from './core/problem.ts';
import { shown } from './core/shown.ts';
import { commandLoaders, shortView } from './features/index.ts';
import { type Block, text } from './formats/terminal/blocks.ts';
import { wrap } from './formats/terminal/measure.ts';
import { GLOBAL_OPTIONS } from './global-options.ts';
import { firstHelp } from './help/first.ts';
import { TOPICS } from './help/topics.ts';
import type { PackLoader } from './packs/load.ts';
import { bareWords, flagsFrom } from './plain-call.ts';
import type { Flags } from './session/flags.ts';
import type { Session } from './session/session.ts';

const MORE_FLAGS = 'Every command also takes --json, --plain and others: induct help flags';

/** What the program hands out while it parses: where help goes, and how wide. */
export type Surroundings = {
  readonly writeHelp: (text: string) => void;
  readonly width: number;
  /** True when the call asks for help, which nothing may prevent. */
  readonly wantsHelp: boolean;
  readonly packs: () => PackLoader;
  readonly render: (blocks: readonly Block[]) => string;
  readonly session: (flags: Flags) => Session;
};

/**
 * Parses the command line and runs the command it names.
 * @throws CommanderError for a call that is wrong, and whatever the command throws
 */
export async function runProgram(argv: readonly string[], around: Surroundings): Promise<void> {
  const [name, ...more] = bareWords(argv);
  const alone = more.length === 0 && !around.wantsHelp;
  const all = commandLoaders();
  const known = name !== undefined && Object.hasOwn(all, name);
  const program = base(new Commander('induct'), around);
  // commander finds the program's own flags anywhere in the call, also behind the command's name.
  for (const option of GLOBAL_OPTIONS) addOption(program, { ...option, hidden: true });
  program.usage('[command] [flags]').argument('[command]').allowExcessArguments(true);
  program.helpOption('-h, --help', 'show help').helpCommand(false);
  const loaders = known && name !== undefined ? [all[name]] : name === undefined ? [] : Object.values(all);
  for (const load of loaders) if (load !== undefined) program.addCommand(await build(await load(alone), around));
  for (const command of program.commands) explain(command, around);
  if (name === 'help') {
    const { runHelp } = await import('./help/command.ts');
    const words = argv.filter((arg) => !arg.startsWith('-')).slice(1);
    return runHelp(words, program, GLOBAL_OPTIONS, around);
  }
  program.helpInformation = () => around.render(firstHelp());
  program.action(async (word: string | undefined) => {
    if (word !== undefined) throw unknownCommand(word);
    await (await shortView(true)).run(around.session(flagsOf(program)), { args: [], options: {} });
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    const unknown = (error as { code?: unknown }).code === 'commander.unknownOption' ? unknownFlags(argv, program) : [];
    if (unknown.length < 2) throw error;
    throw usage(
      `There are no flags ${unknown.map(shown).join(' and ')} here.`,
      'See the flags: add --help to the command.',
    );
  }
}

/** All flags of a call that no command in it knows; commander stops at the first. */
function unknownFlags(argv: readonly string[], program: Commander): string[] {
  const known = new Set(['-h', '--help']);
  let command: Commander | undefined = program;
  const names = bareWords(argv);
  while (command !== undefined) {
    for (const option of command.options) for (const flag of [option.short, option.long]) if (flag) known.add(flag);
    const name = names.shift();
    command = name === undefined ? undefined : command.commands.find((one) => one.name() === name);
  }
  const flags = argv
    .slice(0, argv.includes('--') ? argv.indexOf('--') : undefined)
    .filter((word) => /^--\w/.test(word));
  return flags.map((word) => word.split('=')[0] ?? word).filter((flag) => !known.has(flag));
}

function unknownCommand(word: string) {
  const near = nearestOf(word, [...Object.keys(commandLoaders()), 'help']);
  return usage(`There is no command "${shown(word)}".`, near === null ? 'See: induct help' : `Did you mean ${near}?`);
}

/** One declared command as commander has it, with its subcommands. */
export async function build(declared: Command, around: Surroundings): Promise<Commander> {
  const command = base(new Commander(declared.name), around);
  command.description(declared.about).helpOption('-h, --help', 'show this help').helpCommand(false);
  for (const argument of declared.args?.split(' ') ?? []) command.argument(argument);
  for (const option of [...(declared.options ?? []), ...(await moreOptions(declared, around))])
    addOption(command, option);
  for (const subcommand of declared.subcommands ?? []) command.addCommand(await build(subcommand, around));
  const help = command.helpInformation.bind(command);
  command.helpInformation = (context) => withExamples(help(context), declared.examples);
  command.addHelpText('after', `\n${around.render([text(MORE_FLAGS)]).trimEnd()}`);
  command.action(async (...given: unknown[]) => {
    const args = given
      .slice(0, -2)
      .flat()
      .filter((arg): arg is string => typeof arg === 'string');
    const input: Input = { args, options: command.opts() };
    await declared.run(around.session(flagsOf(command)), input);
  });
  return command;
}

/** What `induct help` explains at length about something that is a command too stands below that command's own help. */
function explain(command: Commander, around: Surroundings): void {
  const topic = Object.hasOwn(TOPICS, command.name()) ? TOPICS[command.name()] : undefined;
  if (topic !== undefined) command.addHelpText('after', `\n${around.render(topic()).trimEnd()}`);
}

/** Help must work with a list that is broken: then only the flags that need no list are shown. */
async function moreOptions(declared: Command, around: Surroundings): Promise<readonly Option[]> {
  if (declared.moreOptions === undefined) return [];
  try {
    return await declared.moreOptions(around.packs());
  } catch (error) {
    if (around.wantsHelp) return [];
    throw error;
  }
}

function base(command: Commander, around: Surroundings): Commander {
  command.exitOverride();
  command.configureOutput({ writeOut: around.writeHelp, writeErr: () => {}, outputError: () => {} });
  const helpWidth = Math.min(around.width, 80);
  command.configureHelp({
    helpWidth,
    minWidthToWrap: 20,
    showGlobalOptions: false,
    subcommandTerm: (one) => [one.name(), ...one.registeredArguments.map(argumentTerm)].join(' '),
    ...(helpWidth < NARROW ? { formatItem: narrowItem(helpWidth) } : {}),
  });
  command.showSuggestionAfterError(true);
  const help = command.helpInformation.bind(command);
  command.helpInformation = (context) => withUsage(help(context), helpWidth);
  return command;
}

/** The usage line in our words, and within the width. */
function withUsage(help: string, width: number): string {
  const [usageLine = '', ...rest] = help.replace('[options]', '[flags]').split('\n');
  const [first = '', ...more] = wrap(usageLine, width - 2);
  return [first, ...more.map((line) => `  ${line}`), ...rest].join('\n');
}

/** Examples before the flags: most people need no more. */
function withExamples(help: string, examples: readonly string[]): string {
  const shown = `Examples:\n${examples.map((example) => `  ${example}`).join('\n')}`;
  return help.replace('\nOptions:\n', () => `\n${shown}\n\nFlags:\n`);
}

/** An argument as it stands in the usage line: no command asks for one that cannot be left out. */
function argumentTerm(argument: Argument): string {
  return `[${argument.name()}${argument.variadic ? '...' : ''}]`;
}

/** Below this many columns a flag has a line of its own in the help, and what it does stands under it. */
const NARROW = 60;

function narrowItem(width: number) {
  return (term: string, _: number, about: string): string =>
    [`  ${term}`, ...wrap(about, width - 6).map((line) => `      ${line}`)].join('\n');
}

function addOption(command: Commander, option: Option): void {
  const built = new CommanderOption(option.flags, option.about).hideHelp(option.hidden === true);
  if (option.many === true) {
    built.argParser((value: string, before: string[] | undefined) => [...(before ?? []), value]);
  }
  command.addOption(built);
}

/** The global flags, given before the command's name or after it. */
function flagsOf(command: Commander): Flags {
  const given: Record<string, unknown> = {};
  for (let at: Commander | null = command; at !== null; at = at.parent) {
    for (const [name, value] of Object.entries(at.opts())) {
      if (at.getOptionValueSource(name) === 'cli' && given[name] === undefined) given[name] = value;
    }
  }
  return flagsFrom(given);
}
