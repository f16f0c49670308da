import type { Command } from '../commands.ts';

/** `alone`: nothing but flags follows its name, and no help is wanted. */
type Load = (alone: boolean) => Promise<Command>;

/** A command of cold.ts by its name. */
const cold =
  (name: keyof typeof import('./cold.ts').COLD): Load =>
  async () =>
    (await import('./cold.ts')).COLD[name];

/**
 * Every command by name, in the order of the help. Each is loaded when it is called, and all of them for the help.
 * The views that are run many times a day come with the program itself, the others in a second file (cold.ts).
 */
export const COMMANDS: Readonly<Record<string, Load>> = {
  start: cold('start'),
  status: async () => (await import('./status/command.ts')).status,
  next: async () => (await import('./next/command.ts')).next,
  show: cold('show'),
  done: cold('done'),
  ask: cold('ask'),
  book: cold('book'),
  arrange: cold('arrange'),
  got: cold('got'),
  skip: cold('skip'),
  reopen: cold('reopen'),
  add: cold('add'),
  note: cold('note'),
  due: cold('due'),
  undo: cold('undo'),
  history: cold('history'),
  meetings: async (alone) => (alone ? (await import('./meetings/list.ts')).listMeetings : cold('meetings')(alone)),
  adviser: cold('adviser'),
  quiet: cold('quiet'),
  tips: cold('tips'),
  links: cold('links'),
  report: cold('report'),
  calendar: cold('calendar'),
  handover: cold('handover'),
  leave: cold('leave'),
  profile: cold('profile'),
  holders: cold('holders'),
  switch: cold('switch'),
  share: cold('share'),
  merge: cold('merge'),
};

/** The command that `induct` alone runs. */
export const shortView: Load = async () => (await import('./short/command.ts')).short;
