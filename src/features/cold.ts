import type { Command } from '../commands.ts';
import { add } from './add/command.ts';
import { adviser } from './adviser/command.ts';
import { arrange } from './arrange/command.ts';
import { ask } from './ask/command.ts';
import { book } from './book/command.ts';
import { calendar } from './calendar/command.ts';
import { done } from './done/command.ts';
import { due } from './due/command.ts';
import { got } from './got/command.ts';
import { handover } from './handover/command.ts';
import { history } from './history/command.ts';
import { holders } from './holders/command.ts';
import { leave } from './leave/command.ts';
import { links } from './links/command.ts';
import { meetings } from './meetings/command.ts';
import { merge } from './merge/command.ts';
import { note } from './note/command.ts';
import { profile } from './profile/command.ts';
import { quiet } from './quiet/command.ts';
import { reopen } from './reopen/command.ts';
import { report } from './report/command.ts';
import { share } from './share/command.ts';
import { show } from './show/command.ts';
import { skip } from './skip/command.ts';
import { start } from './start/command.ts';
import { switchHolder } from './switch/command.ts';
import { tips } from './tips/command.ts';
import { undo } from './undo/command.ts';

/** The commands that are run less often than the views: one file of their own, so that those start without them. */
export const COLD = {
  start,
  show,
  done,
  ask,
  book,
  arrange,
  got,
  skip,
  reopen,
  add,
  note,
  due,
  undo,
  history,
  meetings,
  adviser,
  quiet,
  tips,
  links,
  profile,
  holders,
  switch: switchHolder,
  share,
  merge,
  calendar,
  report,
  handover,
  leave,
} as const satisfies Readonly<Record<string, Command>>;
