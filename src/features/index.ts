import type { Command } from '../commands.ts';

/** `alone`: nothing but flags follows its name, and no help is wanted. */
type Load = (alone: boolean) => Promise<Command>;

/**
 * Every command by name, in the order of the help. Each is loaded when it is called, and all of them for the help.
 * The views that are run many times a day come with the program itself, every other in a file of its own (build.mjs).
 */
export const COMMANDS: Readonly<Record<string, Load>> = {
  start: async () => (await import('./start/command.ts')).start,
  status: async () => (await import('./status/command.ts')).status,
  next: async () => (await import('./next/command.ts')).next,
  show: async () => (await import('./show/command.ts')).show,
  done: async () => (await import('./done/command.ts')).done,
  ask: async () => (await import('./ask/command.ts')).ask,
  book: async () => (await import('./book/command.ts')).book,
  arrange: async () => (await import('./arrange/command.ts')).arrange,
  got: async () => (await import('./got/command.ts')).got,
  skip: async () => (await import('./skip/command.ts')).skip,
  reopen: async () => (await import('./reopen/command.ts')).reopen,
  add: async () => (await import('./add/command.ts')).add,
  note: async () => (await import('./note/command.ts')).note,
  due: async () => (await import('./due/command.ts')).due,
  undo: async () => (await import('./undo/command.ts')).undo,
  history: async () => (await import('./history/command.ts')).history,
  meetings: async (alone) =>
    alone ? (await import('./meetings/list.ts')).listMeetings : (await import('./meetings/command.ts')).meetings,
  adviser: async () => (await import('./adviser/command.ts')).adviser,
  quiet: async () => (await import('./quiet/command.ts')).quiet,
  tips: async () => (await import('./tips/command.ts')).tips,
  links: async () => (await import('./links/command.ts')).links,
  profile: async () => (await import('./profile/command.ts')).profile,
  holders: async () => (await import('./holders/command.ts')).holders,
  switch: async () => (await import('./switch/command.ts')).switchHolder,
  documents: async () => (await import('./documents/command.ts')).documents,
  learning: async () => (await import('./learning/command.ts')).learning,
  letter: async () => (await import('./letter/command.ts')).letter,
  waiting: async () => (await import('./waiting/command.ts')).waiting,
  habits: async () => (await import('./habits/command.ts')).habits,
  week: async () => (await import('./week/command.ts')).week,
  when: async () => (await import('./when/command.ts')).when,
  year: async () => (await import('./year/command.ts')).year,
  glossary: async () => (await import('./glossary/command.ts')).glossary,
  visits: async () => (await import('./visits/command.ts')).visits,
  questions: async () => (await import('./questions/command.ts')).questions,
  promise: async () => (await import('./promises/promise.ts')).promise,
  promises: async () => (await import('./promises/command.ts')).promises,
  kept: async () => (await import('./promises/kept.ts')).kept,
  data: async () => (await import('./data/command.ts')).data,
  local: async () => (await import('./local/command.ts')).local,
  completion: async () => (await import('./completion/command.ts')).completion,
  redact: async () => (await import('./redact/command.ts')).redact,
  people: async () => (await import('./people/command.ts')).people,
  brief: async () => (await import('./brief/command.ts')).brief,
  met: async () => (await import('./met/command.ts')).met,
  catchup: async () => (await import('./catchup/command.ts')).catchup,
};

/** The command that `induct` alone runs. */
export const shortView: Load = async () => (await import('./short/command.ts')).short;
