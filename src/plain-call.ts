import type { Command, Input, Option } from './commands.ts';
import { GLOBAL_OPTIONS } from './global-options.ts';
import { type Flags, NO_FLAGS } from './session/flags.ts';

/** A call as it was meant: the command to run, the flags that every command takes, and its own words and flags. */
export type PlainCall = { readonly command: Command; readonly flags: Flags; readonly input: Input };

/** How a command is found by its name; `alone`: nothing but flags follows. */
export type FindCommand = (name: string | undefined, alone: boolean) => Promise<Command | undefined>;

/**
 * Reads a call that is written out plainly: a command, then words and flags that it declares. Everything else (help, a
 * slip, a short flag, a word too many) is null, and commander's to read, explain or refuse. Loading commander takes as
 * long as all else that an everyday command does, and what both read, both read alike (a test compares them).
 */
export async function readPlainCall(argv: readonly string[], find: FindCommand): Promise<PlainCall | null> {
  const words = bareWords(argv);
  const name = words[0];
  if (words.includes('help') || argv.some((word) => isOdd(word))) return null;
  const found = await find(name, words.length < 2);
  if (found === undefined) return null;
  const sub = name === undefined ? undefined : found.subcommands?.find((one) => one.name === words[1]);
  const command = sub ?? found;
  const path = [name, sub?.name].filter((one): one is string => one !== undefined);
  // A name alone, as most calls are, holds no flag to look for.
  if (argv.length === path.length) return withWords([], command);
  if (hasDefaultYes(command)) return null;
  if (words.length === argv.length) return withWords(words.slice(path.length), command);
  return isReadable(command) && startsWithPath(argv, path) ? readWords(argv, path.length, command) : null;
}

/** A call without a flag. */
function withWords(args: readonly string[], command: Command): PlainCall | null {
  return fits(args, command) ? { command, flags: NO_FLAGS, input: { args, options: {} } } : null;
}

/** The words that are no flags and not --holder's value: the command's name first. */
export function bareWords(argv: readonly string[]): string[] {
  return argv.filter((word, index) => !word.startsWith('-') && argv[index - 1] !== '--holder');
}

/** A short flag, a lone dash, the end of flags, or help. */
function isOdd(word: string): boolean {
  return word === '--help' || word === '--version' || (word.startsWith('-') && !beginsLong(word));
}

/** Two dashes and a letter. Without a pattern, as all here: each would be compiled for a word or two. */
function beginsLong(word: string): boolean {
  const letter = word.charAt(2);
  return word.startsWith('--') && letter >= 'a' && letter <= 'z';
}

/** commander takes a flag that says no for one that says yes unless it is given; not where the other is declared too. */
function hasDefaultYes({ options = [] }: Command): boolean {
  const isDeclared = (yes: string) => options.some(({ flags }) => flags === yes);
  return options.some(({ flags }) => flags.startsWith('--no-') && !isDeclared(flags.replace('--no-', '--')));
}

/** Flags that follow from the list are none that a command declares. */
function isReadable(command: Command): boolean {
  return (command.options ?? []).every(({ flags }) => {
    const at = flags.indexOf(' ');
    const value = at < 0 ? '' : flags.slice(at + 1);
    return (
      beginsLong(flags) && (value === '' || (value.startsWith('<') && value.endsWith('>') && !value.includes('.')))
    );
  });
}

const GLOBALS = new Set(GLOBAL_OPTIONS.map(({ flags }) => flags.split(' ')[0] ?? ''));

/** Nothing but flags of all commands stands before the command's name, and nothing between it and the subcommand's. */
function startsWithPath(argv: readonly string[], path: readonly string[]): boolean {
  if (path.length === 0) return true;
  const at = argv.findIndex((word, index) => !word.startsWith('-') && argv[index - 1] !== '--holder');
  const before = argv.slice(0, at);
  const areGlobal = before.every((word, index) => GLOBALS.has(splitOnce(word)[0]) || before[index - 1] === '--holder');
  return areGlobal && path.every((name, index) => argv[at + index] === name);
}

type Known = { readonly takesValue: boolean; readonly many: boolean; readonly global: boolean };

function readWords(argv: readonly string[], names: number, command: Command): PlainCall | null {
  const known = knownFlags(command);
  const args: string[] = [];
  const options: Record<string, unknown> = {};
  const globals: Record<string, unknown> = {};
  const left = [...argv];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (!word.startsWith('--')) {
      args.push(word);
      continue;
    }
    const [flag = '', inline] = splitOnce(word);
    const one = known.get(flag);
    if (one === undefined || (inline !== undefined && !one.takesValue)) return null;
    const value = one.takesValue ? (inline ?? left.shift()) : !flag.startsWith('--no-');
    // commander takes its own flags out first, wherever they stand: a value that looks like one is its to judge.
    if (value === undefined || (inline === undefined && String(value).startsWith('-'))) return null;
    const into = one.global ? globals : options;
    const key = camelCase(flag.slice(flag.startsWith('--no-') ? 5 : 2));
    into[key] = one.many ? [...((into[key] as unknown[] | undefined) ?? []), value] : value;
  }
  const given = args.slice(names);
  return fits(given, command) ? { command, flags: flagsFrom(globals), input: { args: given, options } } : null;
}

function knownFlags(command: Command): Map<string, Known> {
  const entry = (option: Option, global: boolean): [string, Known] => [
    option.flags.split(' ')[0] ?? '',
    { takesValue: option.flags.includes('<'), many: option.many === true, global },
  ];
  // A command's own flag of the same name comes first, as it does with commander.
  return new Map([
    ...GLOBAL_OPTIONS.map((option) => entry(option, true)),
    ...(command.options ?? []).map((option) => entry(option, false)),
  ]);
}

/** No word too many, and none that is required missing. */
function fits(args: readonly string[], command: Command): boolean {
  const declared = command.args?.split(' ') ?? [];
  const required = declared.filter((one) => one.startsWith('<')).length;
  const open = declared.some((one) => one.includes('...'));
  return args.length >= required && (open || args.length <= declared.length);
}

function splitOnce(word: string): [string, string | undefined] {
  const at = word.indexOf('=');
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)];
}

function camelCase(name: string): string {
  return !name.includes('-') ? name : name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** The flags of every command, from what was given of them by name. */
export function flagsFrom(given: Readonly<Record<string, unknown>>): Flags {
  return {
    json: given.json === true,
    plain: given.plain === true,
    color: given.color as boolean | undefined,
    input: given.input !== false,
    accessible: given.accessible === true,
    holder: (given.holder as string | undefined) ?? NO_FLAGS.holder,
  };
}
