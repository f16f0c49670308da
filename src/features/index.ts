import type { Command } from '../commands.ts';

/** `alone`: nothing but flags follows its name, and no help is wanted. */
type Load = (alone: boolean) => Promise<Command>;

const status: Load = async () => (await import('./status/command.ts')).status;
const next: Load = async () => (await import('./next/command.ts')).next;
const meetings: Load = async (alone) =>
  alone ? (await import('./meetings/list.ts')).listMeetings : (await import('./meetings/command.ts')).meetings;

/** The views that are run many times a day, which come with the program itself. */
export const EVERYDAY: Readonly<Record<string, Load>> = { status, next, meetings };

/**
 * Every command by name, in the order of the help. Each is loaded when it is called, and all of them for the help: each
 * in a file of its own (build.mjs), but for the everyday ones. A function, since those need none of the others.
 */
export const commandLoaders = (): Readonly<Record<string, Load>> => ({
  start: async () => (await import('./start/command.ts')).start,
  status,
  next,
  show: async () => (await import('./show/command.ts')).show,
  done: async () => (await import('./done/command.ts')).done,
  ask: async () => (await import('./ask/command.ts')).ask,
  book: async () => (await import('./book/command.ts')).book,
  got: async () => (await import('./got/command.ts')).got,
  skip: async () => (await import('./skip/command.ts')).skip,
  reopen: async () => (await import('./reopen/command.ts')).reopen,
  arrange: async () => (await import('./arrange/command.ts')).arrange,
  add: async () => (await import('./add/command.ts')).add,
  note: async () => (await import('./note/command.ts')).note,
  due: async () => (await import('./due/command.ts')).due,
  undo: async () => (await import('./undo/command.ts')).undo,
  history: async () => (await import('./history/command.ts')).history,
  meetings,
  documents: async () => (await import('./documents/command.ts')).documents,
  people: async () => (await import('./people/command.ts')).people,
  learning: async () => (await import('./learning/command.ts')).learning,
  adviser: async () => (await import('./adviser/command.ts')).adviser,
  letter: async () => (await import('./letter/command.ts')).letter,
  waiting: async () => (await import('./waiting/command.ts')).waiting,
  brief: async () => (await import('./brief/command.ts')).brief,
  met: async () => (await import('./met/command.ts')).met,
  visits: async () => (await import('./visits/command.ts')).visits,
  questions: async () => (await import('./questions/command.ts')).questions,
  promise: async () => (await import('./promises/promise.ts')).promise,
  promises: async () => (await import('./promises/command.ts')).promises,
  kept: async () => (await import('./promises/kept.ts')).kept,
  data: async () => (await import('./data/command.ts')).data,
  when: async () => (await import('./when/command.ts')).when,
  catchup: async () => (await import('./catchup/command.ts')).catchup,
  habits: async () => (await import('./habits/command.ts')).habits,
  quiet: async () => (await import('./quiet/command.ts')).quiet,
  tips: async () => (await import('./tips/command.ts')).tips,
  links: async () => (await import('./links/command.ts')).links,
  glossary: async () => (await import('./glossary/command.ts')).glossary,
  year: async () => (await import('./year/command.ts')).year,
  week: async () => (await import('./week/command.ts')).week,
  report: async () => (await import('./report/command.ts')).report,
  calendar: async () => (await import('./calendar/command.ts')).calendar,
  handover: async () => (await import('./handover/command.ts')).handover,
  leave: async () => (await import('./leave/command.ts')).leave,
  export: async () => (await import('./export/command.ts')).exportRecord,
  import: async () => (await import('./import/command.ts')).importRecord,
  share: async () => (await import('./share/command.ts')).share,
  merge: async () => (await import('./merge/command.ts')).merge,
  profile: async () => (await import('./profile/command.ts')).profile,
  holders: async () => (await import('./holders/command.ts')).holders,
  switch: async () => (await import('./switch/command.ts')).switchHolder,
  accessible: async () => (await import('./accessible/command.ts')).accessible,
  local: async () => (await import('./local/command.ts')).local,
  doctor: async () => (await import('./doctor/command.ts')).doctor,
  backup: async () => (await import('./backup/command.ts')).backup,
  restore: async () => (await import('./restore/command.ts')).restore,
  redact: async () => (await import('./redact/command.ts')).redact,
  erase: async () => (await import('./erase/command.ts')).erase,
  completion: async () => (await import('./completion/command.ts')).completion,
});

/** The command that `induct` alone runs. */
export const shortView: Load = async () => (await import('./short/command.ts')).short;
