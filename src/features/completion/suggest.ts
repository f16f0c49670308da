import type { Command, Option } from '../../commands.ts';
import { shorten } from '../../core/shorten.ts';
import { visible } from '../../formats/terminal/safe.ts';
import { GLOBAL_OPTIONS } from '../../global-options.ts';
import { TOPICS } from '../../help/topics.ts';
import type { Session } from '../../session/session.ts';
import { commandLoaders } from '../index.ts';
import { type Offer, valuesOf } from './values.ts';

/** Longer words about a suggestion only fill the screen. */
const LONGEST = 60;

/**
 * What may follow the words before the cursor, one a line: the word, a tab, what it is. Only what begins as it is typed.
 * @param words what is typed behind `induct`; the last, behind a colon, is being typed
 */
export async function suggest(words: readonly string[], session: Session): Promise<string> {
  const typed = (words.at(-1) ?? ':').replace(/^:/, '');
  const offers = await offersFor(words.slice(0, -1), typed, session);
  const seen = new Set<string>();
  return offers
    .filter(({ word }) => !seen.has(word.toLowerCase()) && seen.add(word.toLowerCase()))
    .filter(({ word }) => word.toLowerCase().startsWith(typed.toLowerCase()))
    .filter(({ word }) => /^[\w.-]+$/.test(word))
    .map(({ word, about }) => `${word}\t${shorten(visible(about).replace(/\s+/g, ' '), LONGEST)}\n`)
    .join('');
}

async function offersFor(given: readonly string[], typed: string, session: Session): Promise<readonly Offer[]> {
  const at = given.findIndex((word, index) => !word.startsWith('-') && given[index - 1] !== '--holder');
  const name = given[at];
  if (given.at(-1) === '--holder') return [];
  if (name === undefined) return typed.startsWith('-') ? flagsOf(GLOBAL_OPTIONS, given) : commandsFrom(typed);
  if (name === 'help') return helpWords(given.slice(at + 1), typed);
  const found = await load(name);
  if (found === null) return [];
  const { command, words: rest } = deepest(found, given.slice(at + 1));
  const options = [...(command.options ?? []), ...(await moreOptions(command, session)), ...GLOBAL_OPTIONS];
  const behind = options.find(({ flags }) => flags.includes('<') && flags.split(' ')[0] === given.at(-1));
  const from = { session, command: found.name, given };
  if (behind !== undefined) return valuesOf(behind.flags, from);
  if (typed.startsWith('-')) return flagsOf([...options, HELP], given);
  const words = bare(rest, options);
  const values = await valuesOf(argumentAt(command, words.length), { ...from, before: words });
  if (words.length > 0) return values;
  return [...(command.subcommands ?? []).map((one) => ({ word: one.name, about: one.about })), ...values];
}

const HELP: Option = { flags: '--help', about: 'show what it does, its flags and examples' };

/** The command that the words lead to, down its subcommands, and the words behind its name. */
function deepest(command: Command, words: readonly string[]): { command: Command; words: readonly string[] } {
  const sub = command.subcommands?.find((one) => one.name === words[0]);
  return sub === undefined ? { command, words } : deepest(sub, words.slice(1));
}

async function load(name: string): Promise<Command | null> {
  const all = commandLoaders();
  return Object.hasOwn(all, name) ? ((await all[name]?.(false)) ?? null) : null;
}

/** Commands that begin as it is typed; no other is loaded. */
async function commandsFrom(typed: string): Promise<readonly Offer[]> {
  const begun = Object.entries(commandLoaders()).filter(([name]) => name.startsWith(typed.toLowerCase()));
  const all = await Promise.all(begun.map(([, one]) => one(false)));
  return [...all.map(({ name, about }) => ({ word: name, about })), { word: 'help', about: 'Explain a command' }];
}

async function helpWords(rest: readonly string[], typed: string): Promise<readonly Offer[]> {
  const [name] = rest;
  if (name !== undefined) {
    const command = await load(name);
    return (command?.subcommands ?? []).map((one) => ({ word: one.name, about: one.about }));
  }
  const topics = [...Object.keys(TOPICS), 'more', 'flags'].map((word) => ({ word, about: 'explained' }));
  return [...(await commandsFrom(typed)).filter(({ word }) => word !== 'help'), ...topics];
}

async function moreOptions(command: Command, session: Session): Promise<readonly Option[]> {
  return (await command.moreOptions?.(session.host.packs())) ?? [];
}

/** Flags that are not hidden and not given yet. */
function flagsOf(options: readonly Option[], given: readonly string[]): readonly Offer[] {
  return options
    .filter(({ hidden }) => hidden !== true)
    .map(({ flags, about, many }) => ({ word: flags.split(' ')[0] ?? '', about, many }))
    .filter(({ word, many }) => many === true || !given.includes(word));
}

/** The words that are neither flags nor their values. */
function bare(words: readonly string[], options: readonly Option[]): string[] {
  const takesValue = new Set(
    options.filter(({ flags }) => flags.includes('<')).map(({ flags }) => flags.split(' ')[0]),
  );
  return words.filter((word, index) => !word.startsWith('-') && !takesValue.has(words[index - 1]));
}

/** What the n-th argument of a command is called, as it declares them; the last may go on. */
function argumentAt(command: Command, place: number): string {
  const declared = command.args?.split(' ') ?? [];
  const last = declared.at(-1) ?? '';
  return declared[place] ?? (last.includes('...') ? last : '');
}
