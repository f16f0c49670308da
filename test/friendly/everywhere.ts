import { join } from 'node:path';
import type { Command } from '../../src/commands.ts';
import { commandLoaders } from '../../src/features/index.ts';
import { prepare } from '../contract/calls.ts';
import { A_MONTH } from '../contract/screens.ts';
import type { HomeOptions } from '../helpers/run.ts';
import { shippedLoader } from '../helpers/shipped.ts';

/** A command or subcommand by the words that call it. */
export type Called = { readonly path: readonly string[]; readonly name: string; readonly command: Command };

/** Every command and subcommand there is: what is tested of each of these holds for new ones too. */
export async function everyCommand(): Promise<Called[]> {
  const commands = await Promise.all(Object.values(commandLoaders()).map((load) => load(false)));
  return commands.flatMap((command) => [
    { path: [command.name], name: command.name, command },
    ...(command.subcommands ?? []).map((one) => ({
      path: [command.name, one.name],
      name: `${command.name} ${one.name}`,
      command: one,
    })),
  ]);
}

/** Every example of every command, each as the help shows it. */
export async function everyExample(): Promise<string[]> {
  return [...new Set((await everyCommand()).flatMap(({ command }) => command.examples))];
}

/** A home of one's own in which a month was recorded. */
export function aMonth(options: HomeOptions = {}): Promise<string> {
  return prepare(A_MONTH, options);
}

/** The flags of a command that its help shows, those included that follow from the list. */
export async function flagsOf(command: Command): Promise<string[]> {
  const more = command.moreOptions === undefined ? [] : await command.moreOptions(shippedLoader);
  const shown = [...(command.options ?? []), ...more].filter(({ hidden }) => hidden !== true);
  return shown.map(({ flags }) => flags.split(' ')[0] ?? '');
}

/** An example as a shell takes it apart, without `induct`; a file it names lies in `folder`. */
export function wordsOf(example: string, folder: string): string[] {
  const words = [...example.matchAll(/(?:"((?:[^"\\]|\\.)*)"|[^\s"])+/g)].map((match) =>
    match[0].replace(/"((?:[^"\\]|\\.)*)"/g, (_, inner: string) => inner.replace(/\\(["\\])/g, '$1')),
  );
  const isFile = /^[\w-]+\.(csv|ics|json|md|html|db|zip|txt)$/;
  return words.slice(1).map((word) => (isFile.test(word) ? join(folder, word) : word));
}

/** A calendar, a page, a document or a table for a program, rather than a screen. */
export function isForPrograms(stdout: string): boolean {
  return /^(BEGIN:VCALENDAR|<!DOCTYPE|\{|\ufeff)/.test(stdout);
}

/** All escape sequences that set a colour or weight, by their numbers. */
export function sgrCodes(text: string): string[] {
  return [...text.matchAll(/\x1b\[([\d;]*)m/g)].flatMap((match) => (match[1] ?? '').split(';'));
}

export function withoutColour(text: string): string {
  return text.replace(/\x1b\[[\d;]*m/g, '');
}
